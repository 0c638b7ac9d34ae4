import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import type { TaskChoices, TaskHistoryEntry, TaskPage, TaskView } from '../../server/contract/task.ts';
import { usualUser } from '../../server/people/people.ts';
import { aConsole, closeConsoles } from '../live/aConsole.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

const minute = 60_000;
let house: House;
let as: string;
beforeEach(async () => {
  house = await aHouse();
  as = await house.signIn('agent');
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const post = (body: Record<string, unknown>, who = as) => house.ask('POST', '/api/tasks', { as: who, body: { words: '三点前回电话', dueAt: house.clock.now() + 60 * minute, ...body } });
const promised = async (body: Record<string, unknown> = {}): Promise<TaskView> => (await post(body)).body as TaskView;
const patch = (id: string, body: Record<string, unknown>, who = as) => house.ask('PATCH', `/api/tasks/${id}`, { as: who, body });
const act = (id: string, what: string, words: string, who = as) => house.ask('POST', `/api/tasks/${id}/${what}`, { as: who, body: { words } });
const listed = async (query = '', who = as): Promise<string[]> => ((await house.ask('GET', `/api/tasks?state=open${query}`, { as: who })).body as TaskPage).items.map(({ id }) => id);

describe('a promise (DOMAIN 5: a promise becomes a follow-up with a due time)', () => {
  test('[T1] from a call has its caller and number, is its writer\'s, and is told live to the office', async () => {
    const colleague = await aConsole(house.url, await house.signIn('agent2'));
    const stranger = await aConsole(house.url, await house.signIn('harbour_agent'));
    await house.ring('CA1');
    const answer = await post({ callId: 'CA1' });
    const made = answer.body as TaskView;
    expect(answer.status).toBe(201);
    expect(made).toMatchObject({ rev: 1, unitId: 'garden', kind: 'promise', source: 'person', callId: 'CA1', callerNumber: '+8613900139000', owner: { id: 'agent' }, state: 'open', movedFrom: null });
    expect(made.clock).toMatchObject({ overdueAt: made.dueAt, soonAt: made.dueAt - 15 * minute });
    expect(await colleague.hear<TaskView>('task:saved')).toEqual(made);
    await stranger.caughtUp();
    expect(stranger.of('task:saved')).toEqual([]);
    expect(await listed('&callId=CA1')).toEqual([made.id]);
    expect(await listed(`&callerNumber=${encodeURIComponent('+8613900139000')}`)).toEqual([made.id]);
  });

  test('from a slip has the slip\'s caller, whose number a hand may have corrected', async () => {
    const slip = (await house.ask('POST', '/api/slips', { as, body: { callerName: '赵丽', callerNumber: '+8613812345678' } })).body as Slip;
    expect(await promised({ slipId: slip.id })).toMatchObject({ slipId: slip.id, callerName: '赵丽', callerNumber: '+8613812345678' });
    expect(await promised({ slipId: slip.id, callerName: '钱先生', callerNumber: '' })).toMatchObject({ callerName: '钱先生', callerNumber: '' });
  });

  test('is not written for a time that has passed or is more than a year away, without words, for a call or slip of another office, or for nobody of it', async () => {
    await house.ring('CA9', { unitId: 'harbour', agentId: 'harbour_agent' });
    for (const [body, field] of [[{ dueAt: house.clock.now() }, 'dueAt'], [{ dueAt: house.clock.now() + 400 * 86_400_000 }, 'dueAt'], [{ words: '  ' }, 'words'], [{ callId: 'CA9' }, 'callId'], [{ slipId: 'none' }, 'slipId'], [{ ownerId: 'harbour_agent' }, 'ownerId'], [{ source: 'speech' }, 'source']] as const) {
      const answer = await post(body);
      expect([codeOf(answer), fieldsOf(answer)]).toEqual(['bad_input', [field]]);
    }
    expect(codeOf(await post({ unitId: 'harbour' }))).toBe('forbidden');
    expect(codeOf(await post({}, await house.signIn('staff')))).toBe('forbidden');
  });

  test('[T5] that is moved keeps the time that was told first, whatever comes later; all of it stands on its history', async () => {
    const made = await promised();
    house.clock.pass(minute);
    const moved = (await patch(made.id, { rev: 1, dueAt: made.dueAt + minute })).body as TaskView;
    expect(moved).toMatchObject({ rev: 2, movedFrom: made.dueAt, lastActAt: house.clock.now() });
    expect((await patch(made.id, { rev: 2, dueAt: made.dueAt + 5 * minute, words: '五点前' })).body).toMatchObject({ movedFrom: made.dueAt, words: '五点前' });
    expect((await act(made.id, 'done', ' 已回电 ')).body).toMatchObject({ state: 'done', doneWords: '已回电', doneBy: { id: 'agent' }, doneAt: house.clock.now() });
    expect((await act(made.id, 'reopen', '没说清楚')).body).toMatchObject({ state: 'open', doneAt: null, doneBy: null, doneWords: '', movedFrom: made.dueAt });
    expect((await act(made.id, 'drop', '住户说不用了')).body).toMatchObject({ state: 'dropped', doneWords: '住户说不用了' });
    const { items } = (await house.ask('GET', `/api/tasks/${made.id}/history`, { as })).body as { items: TaskHistoryEntry[] };
    expect(items.map(({ rev, words, by }) => [rev, words, by.name])).toEqual([[1, '', 'name of agent'], [2, '', 'name of agent'], [3, '', 'name of agent'], [4, '已回电', 'name of agent'], [5, '没说清楚', 'name of agent'], [6, '住户说不用了', 'name of agent']]);
    expect(items[1]?.changed).toEqual({ dueAt: made.dueAt + minute, movedFrom: made.dueAt });
  });

  test('of two who change it the second is told; two who both did it are not', async () => {
    const made = await promised();
    await patch(made.id, { rev: 1, words: '我来回' });
    expect(codeOf(await patch(made.id, { rev: 1, words: '他来回' }, await house.signIn('agent2')))).toBe('conflict');
    await Promise.all([act(made.id, 'done', '回了'), act(made.id, 'done', '回过了')]);
    expect((await house.ask('GET', `/api/tasks/${made.id}`, { as })).body).toMatchObject({ rev: 3, state: 'done' });
    for (const answer of [await act(made.id, 'drop', 'x'), await patch(made.id, { rev: 3, words: 'x' })]) expect(codeOf(answer)).toBe('wrong_state');
  });

  test('is handed to a colleague, to a member of the staff, who sees and does it and nothing else, and to the supervisors; who had it hears that it is gone', async () => {
    const [made, other] = [await promised(), await promised()];
    const staff = await house.signIn('staff');
    const atStaff = await aConsole(house.url, staff);
    expect((await house.ask('GET', `/api/tasks/${made.id}`, { as: staff })).status).toBe(404);
    expect((await patch(made.id, { rev: 1, ownerId: 'staff' })).body).toMatchObject({ owner: { id: 'staff' } });
    await atStaff.hear('task:saved');
    expect(await listed('', staff)).toEqual([made.id]);
    expect((await house.ask('GET', `/api/tasks/${other.id}`, { as: staff })).status).toBe(404);
    expect(await listed('&mine=true')).toEqual([other.id]);
    expect((await patch(made.id, { rev: 2, ownerId: null }, staff)).body).toMatchObject({ owner: null });
    await atStaff.hear<TaskView>('task:saved', ({ owner }) => owner === null);
    expect(await listed('', staff)).toEqual([]);
    expect(await listed('&mine=true', await house.signIn('supervisor'))).toEqual([made.id]);
  });

  test('[V10] that came of a message is seen by those who may read that message and by whoever has to do it, in lists, by its id and live; the others hear that it is none of theirs', async () => {
    const [colleague = '', staff = '', supervisor = ''] = await Promise.all(['agent2', 'staff', 'supervisor'].map((name) => house.signIn(name)));
    const [atColleague, atSupervisor] = await Promise.all([aConsole(house.url, colleague), aConsole(house.url, supervisor)]);
    const slip = (await house.ask('POST', '/api/slips', { as, body: { unitId: 'garden', recipientId: 'wangfang', recipient: '王芳', callerName: '赵丽', callerNumber: '+8613812345678', message: '复婚证明', state: 'taken' } })).body as Slip;
    const made = await promised({ slipId: slip.id, words: '赵丽的证明三点前办好' });
    expect(await atSupervisor.hear<TaskView>('task:saved')).toEqual(made);
    expect(await atColleague.hear('task:gone')).toEqual({ id: made.id });
    for (const query of ['', `&slipId=${slip.id}`, `&callerNumber=${encodeURIComponent('+8613812345678')}`]) {
      expect([query, await listed(query), await listed(query, colleague), await listed(query, supervisor)]).toEqual([query, [made.id], [], [made.id]]);
    }
    for (const path of ['', '/history']) expect((await house.ask('GET', `/api/tasks/${made.id}${path}`, { as: colleague })).status).toBe(404);
    for (const answer of [await patch(made.id, { rev: 1, words: 'x' }, colleague), await act(made.id, 'done', 'x', colleague)]) expect(answer.status).toBe(404);
    // Given to him, it is his to see.
    expect((await patch(made.id, { rev: 1, ownerId: 'agent2' })).status).toBe(200);
    expect(await atColleague.hear<TaskView>('task:saved', ({ owner }) => owner?.id === 'agent2')).toMatchObject({ words: '赵丽的证明三点前办好' });
    expect(await listed('', colleague)).toEqual([made.id]);
    expect((await patch(made.id, { rev: 2, ownerId: 'staff' })).status).toBe(200);
    expect(await listed('', colleague)).toEqual([]);
    expect(await listed('', staff)).toEqual([made.id]);
    expect(JSON.stringify(atColleague.of('task:gone'))).not.toContain('赵丽');
    // A list goes on behind what may not be seen.
    const plain = await promised({ words: '另一件', dueAt: house.clock.now() + 90 * minute });
    expect(await listed('&limit=1', colleague)).toEqual([plain.id]);
  });

  test('[T4] that is an hour late is its supervisors\' too, whoever\'s it is', async () => {
    const made = await promised();
    const supervisor = await house.signIn('supervisor');
    house.clock.pass(119 * minute);
    expect(await listed('&mine=true', supervisor)).toEqual([]);
    house.clock.pass(minute);
    expect(await listed('&mine=true', supervisor)).toEqual([made.id]);
    expect(made.clock.supervisorsAt).toBe(house.clock.now());
  });

  test('[T6] of somebody who has left is the supervisors\'; what is done stays his', async () => {
    const [open, done] = [await promised(), await promised()];
    await act(done.id, 'done', '回了');
    await house.taskDesk.release((userId) => userId === 'agent', house.clock.now());
    expect((await house.ask('GET', `/api/tasks/${open.id}`, { as })).body).toMatchObject({ owner: null, rev: 2, lastActAt: open.lastActAt });
    expect((await house.ask('GET', `/api/tasks/${done.id}`, { as })).body).toMatchObject({ owner: { id: 'agent' } });
  });

  test('is chosen for a time on the office\'s clock, and for those of the office who sign in', async () => {
    const agent = house.directory.user('agent');
    if (!agent) throw new Error('the house has no agent');
    await house.directory.save({ users: [{ ...agent, ...usualUser, id: 'gone', username: 'gone', removedAt: 1 }] });
    const { owners, due, unitId } = (await house.ask('GET', '/api/tasks/choices', { as })).body as TaskChoices;
    expect([unitId, owners.map(({ id }) => id).sort()]).toEqual(['garden', ['agent', 'agent2', 'staff', 'supervisor']]);
    expect(due.find(({ key }) => key === 'hour')?.at).toBe(house.clock.now() + 60 * minute);
    expect(codeOf(await house.ask('GET', '/api/tasks/choices?unitId=harbour', { as }))).toBe('forbidden');
  });
});
