import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import type { AuditCheck } from '../../server/contract/audit.ts';
import type { PrivacyPreview, PrivacyRequest } from '../../server/contract/privacy.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { TaskView } from '../../server/contract/task.ts';
import { countsOf, stepsOf } from '../../server/privacy/callerData.ts';
import { openRetentionSweep } from '../../server/privacy/retentionSweep.ts';
import { aConsole, closeConsoles } from '../live/aConsole.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
let agent: string;
let supervisor: string;
let admin: string;
beforeEach(async () => {
  house = await aHouse();
  [agent = '', supervisor = '', admin = ''] = await Promise.all(['agent', 'supervisor', 'admin'].map((name) => house.signIn(name)));
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const number = '+8613900139000';
const sid = `RE${'c'.repeat(32)}`;
const post = async <T>(path: string, body: unknown, as = supervisor): Promise<T> => {
  const answer = await house.ask('POST', path, { as, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T;
};
const erase = (over: Record<string, unknown> = {}, as = supervisor) => house.ask('POST', '/api/privacy/erase', { as, body: { unitId: 'garden', number, reason: '本人要求', preview: false, ...over } });

/** Everything that an office keeps of 欧阳建国: a file, a call with notes, an attendant's call with a recording, a message with its way, a task. */
async function aCaller(): Promise<{ fileId: string; slip: Slip; task: TaskView }> {
  const { resident } = await post<{ resident: { id: string } }>('/api/residents', { unitId: 'garden', name: '欧阳建国', numbers: [{ number, label: '' }], address: '云栖阁7栋', notes: '养了两只边牧' });
  const match = { residentId: resident.id, name: '欧阳建国', address: '云栖阁7栋', occupancy: 'owner' as const };
  const by = { id: 'agent', name: 'name of agent' };
  await house.ring('CA1');
  await house.accept('CA1');
  await house.record('CA1', { kind: 'recognised', key: 'recognised', at: 1, matches: [match] }, { kind: 'callerIs', key: 'callerIs', at: 2, residentId: resident.id, by }, { kind: 'noted', key: 'noted:1', at: 3, name: 'place', text: '云栖阁7栋厨房', by });
  const slip = await post<Slip>('/api/slips', { callId: 'CA1', recipientId: 'zhangwei', recipient: '张伟', callerName: '欧阳建国', callerNumber: number, message: '厨房水龙头漏了三天', actionsRequested: ['call-back'], state: 'taken' }, agent);
  await house.hangUp('CA1');
  await house.ring('CA2');
  const turn = { kind: 'turn' as const, at: 20, recipient: null, digits: null, recordingMs: null, recordingSid: null, callerGone: false, number: null, numberCity: null };
  await house.record('CA2', { kind: 'attended', key: 'attended', at: 10, why: 'nobody-free', answersAt: 10, pauseMs: 0 }, { ...turn, key: 'turn:1', turn: 1, step: 'recipient', speech: '我叫欧阳建国找人修水龙头' }, { ...turn, key: 'turn:2', turn: 2, step: 'number', speech: '13900139000', number, numberCity: '深圳' }, { ...turn, key: 'turn:3', turn: 3, step: 'message', speech: null, recordingSid: sid, recordingMs: 9000 }, { kind: 'recording', key: 'recording', at: 30, recordingSid: sid, ready: true, ms: 9000 });
  await house.hangUp('CA2');
  const task = await post<TaskView>('/api/tasks', { words: '三点前给欧阳建国回电', callId: 'CA1', dueAt: house.clock.now() + 3_600_000 }, agent);
  return { fileId: resident.id, slip, task };
}

async function finish({ slip, task }: { slip: Slip; task: TaskView }): Promise<void> {
  for (const { id } of (await post<{ preview: PrivacyPreview }>('/api/privacy/erase', { unitId: 'garden', number, reason: '看', preview: true })).preview.inTheWay.slips.map((id) => ({ id }))) {
    if (id === slip.id) await post(`/api/slips/${id}/reply`, { words: '已联系欧阳建国' }, await house.signIn('staff'));
    else await post(`/api/slips/${id}/drop`, { reason: '欧阳建国又打来了' }, supervisor).catch(async () => post(`/api/slips/${id}/acknowledge`, {}, supervisor));
  }
  await post(`/api/tasks/${task.id}/done`, { words: '欧阳建国满意' }, agent);
}

/** Every value of every table of the database file that holds one of these. */
function traces(...words: string[]): string[] {
  const file = new Database(house.records.file, { readonly: true });
  try {
    const tables = file.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as { name: string }[];
    return tables.flatMap(({ name }) => {
      const rows = file.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
      return rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => (words.some((word) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).includes(word)) ? [`${name}.${column}`] : [])));
    });
  } finally {
    file.close();
  }
}

const ofHim = ['13900139000', '欧阳建国', '欧阳', '水龙头漏', '云栖阁', '边牧', '三点前'];

test('open consoles hear of what is erased: messages and tasks leave their lists, calls are shown without him', async () => {
  const caller = await aCaller();
  await finish(caller);
  const [desk, reader] = await Promise.all([aConsole(house.url, supervisor), aConsole(house.url, await house.signIn('staff'))]);
  expect((await erase()).status).toBe(200);
  expect(await desk.hear<{ id: string }>('slip:gone', ({ id }) => id === caller.slip.id)).toEqual({ id: caller.slip.id });
  expect(await reader.hear<{ id: string }>('slip:gone', ({ id }) => id === caller.slip.id)).toEqual({ id: caller.slip.id });
  expect(await desk.hear('task:gone')).toEqual({ id: caller.task.id });
  const card = await desk.hear<CallCard>('call:amended', ({ id }) => id === 'CA1');
  expect(JSON.stringify(card)).not.toMatch(/13900139000|欧阳/);
  await house.callers.settled();
});

test('a caller is erased at his request: nothing of him is left in any table, what happened stays, and the log says who, why and how much', async () => {
  const caller = await aCaller();
  expect(traces('欧阳建国').length).toBeGreaterThan(5);
  const open = (await erase({ preview: true, number: '139 0013 9000' })).body as { preview: PrivacyPreview };
  expect(open.preview).toMatchObject({ counts: { calls: 2, tasks: 1, files: 1, recordings: 1 }, sharing: 0, inTheWay: { tasks: [caller.task.id], calls: [] } });
  expect(open.preview.inTheWay.slips).toContain(caller.slip.id);
  const refused = await erase();
  expect([refused.status, codeOf(refused), fieldsOf(refused).sort()]).toEqual([409, 'wrong_state', ['slips', 'tasks']]);
  await finish(caller);
  const answer = await erase();
  expect(answer.status).toBe(200);
  const { request } = answer.body as { request: PrivacyRequest };
  expect(request).toMatchObject({ kind: 'erase', state: 'running', reason: '本人要求', counts: { calls: 2, files: 1 } });
  await house.callers.settled();

  expect(traces(...ofHim)).toEqual([]);
  expect(house.recordings.deleted).toEqual([sid]);
  expect((await house.ask('GET', '/api/calls/CA1', { as: supervisor })).body).toMatchObject({ caller: { number: null, matches: [], confirmedId: null }, state: 'ended', outcome: 'agent', rings: { answeredIn: 1 } });
  expect((await house.ask('GET', '/api/calls/CA2', { as: supervisor })).body).toMatchObject({ caller: { number: null }, outcome: 'attendant-message' });
  expect((await house.ask('GET', `/api/slips/${caller.slip.id}`, { as: supervisor })).body).toMatchObject({ state: 'acknowledged', message: '已删除', callerNumber: '', recipient: '张伟' });
  expect((await house.ask('GET', `/api/residents/${caller.fileId}`, { as: supervisor })).status).toBe(404);
  for (const q of ['欧阳建国', '13900139000', '水龙头']) expect((await house.ask('GET', `/api/search?q=${encodeURIComponent(q)}`, { as: supervisor })).body).toMatchObject({ items: [] });
  expect((await house.ask('GET', '/api/privacy/requests?unitId=garden', { as: supervisor })).body).toMatchObject({ items: [{ id: request.id, state: 'done', by: { id: 'supervisor' } }] });
  const { items } = (await house.ask('GET', '/api/audit?kind=caller', { as: supervisor })).body as { items: { act: string; reason: string; subject: { id: string }; after: { files: number } }[] };
  expect(items).toMatchObject([{ act: 'erased', by: { id: 'supervisor' }, reason: '本人要求', after: { files: 1, calls: 2 } }]);
  expect(items[0]?.subject.id).toMatch(/^[0-9a-f]{64}$/);
  expect((await post<AuditCheck>('/api/audit/check', {})).broken).toBeNull();

  // Somebody who writes about the call afterwards brings nothing back.
  await house.record('CA1', { kind: 'followedUp', key: 'late', at: 99, state: 'dismissed', reason: '过后再看', by: { id: 'agent', name: 'a' } });
  expect(traces(...ofHim)).toEqual([]);
  const again = (await erase({ preview: true })).body as { preview: PrivacyPreview };
  expect(again.preview.counts).toEqual({ calls: 0, slips: 0, tasks: 0, files: 0, imports: 0, recordings: 0, entries: 0 });
});

test('an erasing that was cut off is gone on with from where it stood, as often as need be, and is told once', async () => {
  const caller = await aCaller();
  await finish(caller);
  const subject = await house.records.callerData.subjectOf('garden', { number });
  const found = subject && (await house.records.callerData.find('garden', subject));
  if (!subject || !found) throw new Error('nobody was found');
  const steps = stepsOf(found);
  // The process died behind half of the steps, the last of which was not noted any more.
  for (const step of steps.slice(0, 4)) await house.callers.eraseStep(step);
  await house.records.callerData.saveRequest({ id: 'E1', unitId: 'garden', at: 1, kind: 'erase', state: 'running', by: { id: 'admin', name: '赵敏' }, reason: '本人要求', counts: countsOf(found), endedAt: null, callerHash: 'f00', left: steps.slice(3), fileIds: subject.fileIds });
  await house.callers.resume();
  await house.callers.settled();
  await house.callers.resume();
  await house.callers.settled();
  expect(traces(...ofHim)).toEqual([]);
  expect(await house.callers.requests('garden')).toMatchObject([{ id: 'E1', state: 'done' }]);
  expect((await house.ask('GET', '/api/audit?kind=caller', { as: admin })).body).toMatchObject({ items: [{ act: 'erased' }] });
  expect((await post<AuditCheck>('/api/audit/check', {})).broken).toBeNull();
});

test('everything that is kept of a caller is given out whole, on record', async () => {
  const { slip, fileId } = await aCaller();
  const answer = await house.ask('POST', '/api/privacy/export', { as: supervisor, body: { unitId: 'garden', residentId: fileId, reason: '本人要看' } });
  expect(answer.headers.get('content-disposition')).toContain('caller.json');
  expect(answer.body).toMatchObject({ numbers: [number], files: [{ id: fileId, notes: '养了两只边牧' }], recordings: [sid] });
  const { calls, slips } = answer.body as { calls: { call: { id: string }; facts: unknown[] }[]; slips: { slip: Slip; history: unknown[] }[] };
  expect(calls.map(({ call }) => call.id).sort()).toEqual(['CA1', 'CA2']);
  expect(slips.find((one) => one.slip.id === slip.id)).toMatchObject({ slip: { message: '厨房水龙头漏了三天' }, history: [{}] });
  expect((await house.ask('GET', '/api/audit?kind=caller', { as: admin })).body).toMatchObject({ items: [{ act: 'exported', reason: '本人要看', after: { calls: 2 } }] });
  expect((await house.ask('GET', '/api/privacy/requests?unitId=garden', { as: admin })).body).toMatchObject({ items: [{ kind: 'export', state: 'done' }] });
});

test('only supervisors of the office and administrators may; a live call stands in the way; what is no number, or nobody, is refused', async () => {
  await house.ring('CA9');
  const refused = await erase();
  expect([codeOf(refused), fieldsOf(refused)]).toEqual(['wrong_state', ['calls']]);
  for (const name of ['agent', 'staff', 'harbour_agent']) expect((await erase({ preview: true }, await house.signIn(name))).status).toBe(403);
  expect((await erase({ unitId: 'harbour', preview: true })).status).toBe(404);
  expect((await erase({ unitId: 'harbour', preview: true }, admin)).status).toBe(200);
  expect((await house.ask('GET', '/api/privacy/requests?unitId=harbour', { as: supervisor })).status).toBe(404);
  expect(fieldsOf(await erase({ number: '没有' }))).toEqual(['number']);
  expect(codeOf(await erase({ residentId: 'R1' }))).toBe('bad_input');
  expect(codeOf(await erase({ reason: ' ' }))).toBe('bad_input');
  expect((await erase({ number: undefined, residentId: 'nobody' })).status).toBe(404);
});

test('a recording that the carrier does not give up holds up nothing else of an erasure, and is tried again until it is gone', async () => {
  const caller = await aCaller();
  await finish(caller);
  house.recordings.areKept = true;
  expect((await erase()).status).toBe(200);
  await house.callers.settled();
  expect((await house.ask('GET', `/api/slips/${caller.slip.id}`, { as: supervisor })).body).toMatchObject({ message: '已删除' });
  expect((await house.ask('GET', `/api/residents/${caller.fileId}`, { as: supervisor })).status).toBe(404);
  const stateOf = async () => ((await house.ask('GET', '/api/privacy/requests?unitId=garden', { as: supervisor })).body as { items: PrivacyRequest[] }).items[0]?.state;
  expect(await stateOf()).toBe('running');
  house.recordings.areKept = false;
  house.clock.pass(60_000);
  while ((await stateOf()) === 'running') continue;
  expect(house.recordings.deleted).toEqual([sid]);
});

test('an office that keeps messages for thirty days loses what is older and over, one entry a run; what is open stays, and a recording that the carrier keeps holds up nothing but itself; the setting itself is on record', async () => {
  const caller = await aCaller();
  const { rev } = (await house.ask('GET', '/api/offices/garden', { as: supervisor })).body as { rev: number };
  const patch = (retention: unknown) => house.ask('PATCH', '/api/offices/garden', { as: supervisor, body: { rev, retention } });
  expect((await patch({ slipDays: 0, callDays: null, recordingDays: null })).status).toBe(400);
  expect((await patch({ slipDays: 30, callDays: 30, recordingDays: null })).body).toMatchObject({ retention: { slipDays: 30, callDays: 30, recordingDays: null } });
  expect((await house.ask('GET', '/api/audit?kind=unit', { as: supervisor })).body).toMatchObject({ items: [{ act: 'changed', before: { slipDays: null, callDays: null }, after: { slipDays: 30, callDays: 30 } }] });

  const later = house.clock.now() + 31 * 86_400_000;
  const troubles: unknown[] = [];
  const sweeper = openRetentionSweep({ store: house.records.callerData, units: () => house.directory.all().units, eraseStep: (step) => house.callers.eraseStep(step), putOnRecord: (entry) => house.directory.save({ audit: [entry] }), clock: { now: () => later, setTimer: (ms, run) => house.clock.setTimer(ms, run) }, onTrouble: (_unit, cause) => troubles.push(cause) });
  await sweeper.sweep();
  expect((await house.ask('GET', `/api/slips/${caller.slip.id}`, { as: supervisor })).body).toMatchObject({ message: '厨房水龙头漏了三天' });
  expect(troubles).toEqual([]);
  await finish(caller);
  house.recordings.areKept = true;
  await sweeper.sweep();
  expect(troubles).toMatchObject([{ message: expect.stringContaining('403') }]);
  expect((await house.ask('GET', '/api/calls/CA1', { as: supervisor })).body).toMatchObject({ caller: { number: null } });
  house.recordings.areKept = false;
  for (let run = 0; run < 2; run++) await sweeper.sweep();
  await sweeper.close();
  expect(troubles).toHaveLength(1);
  expect(house.recordings.deleted).toEqual([sid]);
  expect((await house.ask('GET', `/api/slips/${caller.slip.id}`, { as: supervisor })).body).toMatchObject({ message: '已删除', callerNumber: '' });
  expect((await house.ask('GET', '/api/calls/CA1', { as: supervisor })).body).toMatchObject({ caller: { number: null } });
  expect((await house.ask('GET', `/api/residents/${caller.fileId}`, { as: supervisor })).status).toBe(200);
  const { items } = (await house.ask('GET', '/api/audit?kind=unit', { as: supervisor })).body as { items: { act: string; after: Record<string, number> }[] };
  expect(items.filter(({ act }) => act === 'swept')).toMatchObject([{ by: null, after: { recordings: 1 } }, { by: null, after: { calls: 2, tasks: 1, recordings: 0 } }]);
});
