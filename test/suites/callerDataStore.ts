import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CallerSubject, KeptRequest } from '../../server/privacy/callerData.ts';
import type { KeptFrom } from '../../server/privacy/whatIsOver.ts';
import { checkAudit } from '../../server/privacy/checkAudit.ts';
import type { Resident } from '../../server/contract/resident.ts';
import { resident } from '../../server/contract/resident.ts';
import type { Store } from '../../server/store/openStore.ts';
import { aCard, aChange, aCommit, aDelivery, aSending, aSlip, aTask, aTaskChange, anId } from './records.ts';

const sid = `RE${'a'.repeat(32)}`;
const aFile = (over: Partial<Resident> & { id: string; unitId: string }): Resident => resident.parse({ name: '欧阳建国', occupancy: 'owner', numbers: [{ e164: '+8613900139000', since: 1, source: 'desk' }], ...over });

/** What every CallerDataStore must do. */
export function describeCallerDataStore(name: string, open: () => Promise<Store>): void {
  describe(`${name}: what is kept of a caller`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const find = async (unitId: string, number: string) => store.callerData.find(unitId, (await store.callerData.subjectOf(unitId, { number })) as CallerSubject);
    const saveCall = (id: string, unitId: string, number: string | null, over = {}) => store.calls.commitCall(aCommit(id, { card: aCard({ id, unit: { id: unitId, name: '' }, state: 'ended', caller: { number, matches: [], city: '深圳', confirmedId: null }, ...over }) }), new Set());

    test('a number leads to the files that have it, their other numbers, files joined to them; who shares a number stays', async () => {
      const unit = anId('unit');
      const [a, b, removed, sharing] = [anId('R'), anId('R'), anId('R'), anId('R')];
      const second = { e164: '+8613900139001', label: '', since: 1, source: 'desk' as const };
      await store.residents.saveResidents([aFile({ id: a, unitId: unit, numbers: [...aFile({ id: a, unitId: unit }).numbers, second] }), aFile({ id: b, unitId: unit, numbers: [], mergedInto: a, removedAt: 5 }), aFile({ id: removed, unitId: unit, removedAt: 6 }), aFile({ id: sharing, unitId: unit, numbers: [second] }), aFile({ id: anId('R'), unitId: `${unit}b` })], []);
      const subject = await store.callerData.subjectOf(unit, { number: '+8613900139000' });
      expect(subject).toEqual({ numbers: ['+8613900139000', '+8613900139001'], fileIds: expect.arrayContaining([a, b, removed]), sharing: 1 });
      expect(subject?.fileIds).toHaveLength(3);
      expect((await store.callerData.subjectOf(unit, { residentId: b }))?.fileIds.sort()).toEqual([a, b].sort());
      expect(await store.callerData.subjectOf(`${unit}b`, { residentId: a })).toBeNull();
      expect(await store.callerData.subjectOf(unit, { number: '+861' })).toEqual({ numbers: ['+861'], fileIds: [], sharing: 0 });
    });

    test('calls lead to slips and slips to calls, tasks hang on both; other offices and other callers are not found', async () => {
      const unit = anId('unit');
      const [own, other, foreign, stranger] = [anId('CA'), anId('CA'), anId('CA'), anId('CA')];
      const number = '+8613911110001';
      await saveCall(own, unit, number);
      await saveCall(other, unit, '+8613911110009');
      await saveCall(stranger, unit, '+8613911110008', { state: 'live' });
      await saveCall(foreign, `${unit}b`, number);
      const slips = [aSlip({ id: anId('S'), unitId: unit, callId: other, callerNumber: number, state: 'done' }), aSlip({ id: anId('S'), unitId: unit, callId: own, callerNumber: '', state: 'draft', recordingUrl: `/api/recordings/${sid}` }), aSlip({ id: anId('S'), unitId: unit, callId: stranger, callerNumber: '+861' })];
      for (const slip of slips) await store.slips.saveSlip(slip, aChange(slip));
      const tasks = [aTask({ id: anId('T'), unitId: unit, callerNumber: '', slipId: slips[0]?.id ?? '', state: 'done' }), aTask({ id: anId('T'), unitId: unit, callerNumber: number }), aTask({ id: anId('T'), unitId: unit, callerNumber: '+861' })];
      for (const task of tasks) await store.tasks.saveTask(task, aTaskChange(task));
      const found = await find(unit, number);
      expect(found.calls.map(({ id }) => id).sort()).toEqual([own, other].sort());
      expect(found.slips).toEqual(expect.arrayContaining([{ id: slips[0]?.id, isOpen: false }, { id: slips[1]?.id, isOpen: true }]));
      expect(found.slips).toHaveLength(2);
      expect(found.tasks).toEqual(expect.arrayContaining([{ id: tasks[0]?.id, isOpen: false }, { id: tasks[1]?.id, isOpen: true }]));
      expect(found.tasks).toHaveLength(2);
      expect(found).toMatchObject({ recordings: [sid], files: [], imports: [], entries: 0 });
    });

    test('a slip, its history and its sendings lose every word of it; its times and its way stay; once more does no harm', async () => {
      const id = anId('S');
      const slip = aSlip({ id, unitId: anId('unit'), callerNumber: '+8613922220001', callerName: '欧阳建国', message: '水龙头漏水', state: 'acknowledged', recordingUrl: `/api/recordings/${sid}`, actionsRequested: ['call-back', '请找欧阳建国'], delivery: aDelivery({ acts: [{ at: 5, by: null, what: 'replied', words: '已回欧阳建国', to: null, channel: null }] }) });
      const sending = aSending({ id: anId('D'), slipId: id, state: 'failed', failure: { kind: 'gave-up', code: '550', words: '欧阳建国 refused' } });
      await store.slips.saveSlip(slip, aChange(slip, { changed: { message: slip.message, callerName: slip.callerName, state: 'acknowledged', delivery: slip.delivery } }), [sending]);
      for (let time = 0; time < 2; time++) await store.callerData.blankSlip(id, 9);
      const all = JSON.stringify([await store.slips.loadSlip(id), await store.slips.loadHistory(id), await store.slips.sendingsOf(id), (await store.slips.listSlips({ unitIds: [slip.unitId], callerNumber: slip.callerNumber, limit: 5 })).items]);
      expect(all).not.toMatch(/欧阳|漏水|13922220001|RE[a]/);
      expect(await store.slips.loadSlip(id)).toMatchObject({ version: 3, state: 'acknowledged', message: '已删除', callerName: '已删除', callerNumber: '', calledAt: slip.calledAt, recipient: slip.recipient, actionsRequested: ['call-back'], delivery: { acts: [{ at: 5, what: 'replied', words: '已删除' }] } });
      expect(await store.slips.sendingsOf(id)).toMatchObject([{ rev: 3, state: 'failed', failure: { code: '550' } }]);
    });

    test('a task and its history, the facts and jobs of a call, and a file are erased; a recording is taken off its slip alone', async () => {
      const unit = anId('unit');
      const task = aTask({ id: anId('T'), unitId: unit, callerName: '欧阳建国', callerNumber: '+8613933330001', words: '给欧阳建国回电', state: 'done', doneWords: '欧阳建国满意' });
      await store.tasks.saveTask(task, aTaskChange(task, { words: '欧阳建国满意', changed: { words: task.words, dueAt: 5 } }));
      await store.callerData.blankTask(task.id, 9);
      expect(JSON.stringify([await store.tasks.loadTask(task.id), await store.tasks.loadTaskHistory(task.id)])).not.toMatch(/欧阳|13933330001/);
      expect(await store.tasks.loadTaskHistory(task.id)).toMatchObject([{ changed: { dueAt: 5 } }, { by: 'system' }]);

      const call = anId('CA');
      await store.calls.commitCall(
        aCommit(call, {
          card: aCard({ id: call, state: 'ended', caller: { number: null, matches: [], city: null, confirmedId: null } }),
          facts: [{ kind: 'noted', key: 'n', at: 1, name: 'place', text: '欧阳建国家', by: { id: 'agent', name: '王芳' } }],
          jobs: [{ kind: 'keepSlip', callId: call, key: 'k', dueAt: 1, seed: { slipId: 'S', unitId: unit, state: 'taken', readBack: false, content: { callerName: '欧阳建国', message: '漏水', recordedBy: '自动接听' }, recordingSid: sid, sources: {}, declined: [] } }],
        }),
        new Set(),
      );
      await store.callerData.blankCall(call, 9);
      expect(await store.calls.loadFacts(call)).toMatchObject([{ kind: 'noted', key: 'n', at: 1, text: '已删除', by: { id: 'agent' } }]);
      const job = (await store.jobs.loadOpenJobs()).find((one) => one.job.callId === call);
      expect(job?.job).toMatchObject({ seed: { slipId: 'S', content: { recordedBy: '自动接听' }, recordingSid: null } });
      expect(JSON.stringify(job)).not.toMatch(/欧阳|漏水/);

      const file = aFile({ id: anId('R'), unitId: unit });
      await store.residents.saveResidents([file], []);
      await store.callerData.removeFile(file.id);
      expect(await store.residents.loadResident(file.id)).toBeNull();

      const recorded = `RE${'b'.repeat(32)}`;
      const slip = aSlip({ id: anId('S'), unitId: unit, recordingUrl: `/api/recordings/${recorded}` });
      await store.slips.saveSlip(slip, aChange(slip));
      for (let time = 0; time < 2; time++) await store.callerData.dropRecording(recorded, 9);
      expect(await store.slips.loadSlip(slip.id)).toMatchObject({ version: 2, message: slip.message });
      expect(await store.slips.loadSlip(slip.id)).not.toHaveProperty('recordingUrl');
    });

    test('what is kept no longer is told once; what is open, young or erased is not, nor a call with an open message or task', async () => {
      const unit = anId('unit');
      const [old, young] = [Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)];
      const [gone, held, waits, fresh] = [anId('CA'), anId('CA'), anId('CA'), anId('CA')];
      for (const [id, arrivedAt] of [[gone, old], [held, old], [waits, old], [fresh, young]] as const) await saveCall(id, unit, null, { arrivedAt });
      const recorded = `RE${'d'.repeat(32)}`;
      const slips = [aSlip({ id: anId('S'), unitId: unit, callId: gone, state: 'done' }), aSlip({ id: anId('S'), unitId: unit, callId: held, state: 'taken' }), aSlip({ id: anId('S'), unitId: unit, callId: null, state: 'done', recordingUrl: `/api/recordings/${recorded}` }), aSlip({ id: anId('S'), unitId: unit, callId: null, state: 'done', calledAt: '2026-03-03T04:00:00.000Z' })];
      for (const slip of slips) await store.slips.saveSlip(slip, aChange(slip));
      const tasks = [aTask({ id: anId('T'), unitId: unit, callId: waits }), aTask({ id: anId('T'), unitId: unit, state: 'done', callId: gone })];
      // Due long ago, done lately: it is as young as its end.
      tasks.push(aTask({ id: anId('T'), unitId: unit, state: 'done', dueAt: 5, doneAt: young }));
      for (const task of tasks) await store.tasks.saveTask(task, aTaskChange(task));
      const over = (from: Partial<KeptFrom>) => store.callerData.over(unit, { slips: null, calls: null, recordings: null, ...from }, 50);
      expect(await over({})).toEqual([]);
      expect(await over({ calls: young })).toEqual([{ kind: 'call', id: gone }]);
      expect(await over({ recordings: young })).toEqual([{ kind: 'recording', id: recorded }]);
      expect(await over({ slips: young })).toEqual([{ kind: 'task', id: tasks[1]?.id }, { kind: 'slip', id: slips[0]?.id }]);
      await store.callerData.dropRecording(recorded, 9);
      await store.callerData.blankCall(gone, 9);
      await store.callerData.blankTask(tasks[1]?.id ?? '', 9);
      await store.callerData.blankSlip(slips[0]?.id ?? '', 9);
      expect(await over({ calls: young, slips: young, recordings: young })).toEqual([{ kind: 'slip', id: slips[2]?.id }]);
    });

    test('a request that runs is found again; its end blanks the entries about the file on record, and the chain stays whole', async () => {
      const unit = anId('unit');
      const file = aFile({ id: anId('R'), unitId: unit });
      const request: KeptRequest = { id: anId('E'), unitId: unit, at: 5, kind: 'erase', state: 'running', by: { id: 'admin', name: '赵敏' }, reason: '本人要求', counts: { calls: 0, slips: 0, tasks: 0, files: 1, imports: 0, recordings: 0, entries: 1 }, endedAt: null, callerHash: 'f00', left: [{ kind: 'file', id: file.id }], fileIds: [file.id] };
      await store.residents.saveResidents([file], [{ at: 1, by: null, unitId: unit, act: 'created', subject: { kind: 'resident', id: file.id, name: file.name }, before: null, after: { name: file.name }, reason: '' }]);
      expect((await find(unit, '+8613900139000')).entries).toBe(1);
      while ((await store.audit.seal()) > 0);
      await store.callerData.saveRequest(request);
      expect(await store.callerData.runningRequests()).toEqual([request]);
      const done: KeptRequest = { ...request, state: 'done', left: [], fileIds: [], endedAt: 9 };
      await store.callerData.endRequest(done, { at: 9, by: request.by, unitId: unit, act: 'erased', subject: { kind: 'caller', id: 'f00', name: '' }, before: null, after: { files: 1 }, reason: '本人要求' }, [file.id]);
      while ((await store.audit.seal()) > 0);
      expect(await store.callerData.runningRequests()).toEqual([]);
      expect(await store.callerData.listRequests(unit, 10)).toEqual([done]);
      expect(await checkAudit(store.audit.chain, [], () => 5)).toMatchObject({ erased: 1, broken: null });
      const { items } = await store.people.listAudit({ unitIds: [unit], limit: 5 });
      expect(items).toMatchObject([{ act: 'erased', after: { files: 1, entries: [items[1]?.id] } }, { erased: true, subject: { name: '' }, after: null }]);
    });
  });
}
