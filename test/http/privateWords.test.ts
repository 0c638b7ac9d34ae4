import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../server/contract/audit.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { TaskHistoryEntry, TaskView } from '../../server/contract/task.ts';
import { aHouse, codeOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

// In the house of the tests 张伟 and 王芳 have the private number +8613800138000; the caller calls from +8613900139000.
let house: House;
let agent: string;
beforeEach(async () => {
  house = await aHouse();
  agent = await house.signIn('agent');
});
afterEach(() => house.close());

const words = '打他手机 138-0013-8000';
const taken = async (body: object = {}): Promise<Slip> => (await house.ask('POST', '/api/slips', { as: agent, body: { unitId: 'garden', recipientId: 'zhangwei', recipient: '张伟', message: '请回电', state: 'taken', ...body } })).body as Slip;
const act = (id: string, what: string, body: object, as = agent) => house.ask('POST', `/api/slips/${id}/${what}`, { as, body });
const stored = async (id: string): Promise<Slip> => (await house.ask('GET', `/api/slips/${id}`, { as: agent })).body as Slip;
const confirmations = async (kind: 'slip' | 'task'): Promise<AuditEntry[]> => ((await house.ask('GET', `/api/audit?kind=${kind}&unitId=garden`, { as: await house.signIn('supervisor') })).body as { items: AuditEntry[] }).items.filter(({ act }) => act === 'confirmed');

test.each([
  ['passed on', 'pass', { staffId: 'wangfang', words }],
  ['answered', 'reply', { words }],
  ['settled', 'done', { words }],
  ['taken back', 'reopen', { reason: words }],
])('[V9] words with a private number are asked about when a message is %s; nothing is stored before the answer', async (_title, what, body) => {
  const slip = await taken();
  const refused = await act(slip.id, what, body);
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'needs_confirmation', fields: { words: '王芳' } } } });
  expect(JSON.stringify(refused.body)).not.toMatch(/138|8000/);
  expect(await stored(slip.id)).toEqual(slip);

  const said = (await act(slip.id, what, { ...body, confirmPrivate: true })).body as Slip;
  expect(said.delivery?.acts.find((one) => one.words !== '')?.words).toBe(words);
  const entries = await confirmations('slip');
  expect(entries).toMatchObject([{ by: { id: 'agent' }, subject: { kind: 'slip', id: slip.id }, after: { privateNumbers: ['王芳'], where: ['words'] } }]);
  expect(JSON.stringify(entries)).not.toMatch(/138/);
});

test('[V9] masked, they say 138****8000, and nothing has to stand on the audit log', async () => {
  const slip = await taken();
  const said = (await act(slip.id, 'reply', { words, maskPrivate: true })).body as Slip;
  expect(said.delivery?.acts.at(-1)).toMatchObject({ what: 'replied', words: '打他手机 138****8000' });
  expect(await confirmations('slip')).toEqual([]);
});

test("[V9] the caller's own number is his to be given, and what says no number is not asked about", async () => {
  await house.ring('CA-own');
  const { directory } = house;
  const member = directory.staff('zhangwei');
  if (!member) throw new Error('zhangwei is not there');
  await directory.save({ staff: [{ ...member, privateNumbers: ['+8613900139000'] }] });
  const own = await taken({ callId: 'CA-own' });
  expect(await act(own.id, 'reply', { words: '已回 139 0013 9000' })).toMatchObject({ status: 200 });
  const other = await taken();
  expect(codeOf(await act(other.id, 'reply', { words: '已回 139 0013 9000' }))).toBe('needs_confirmation');
  expect(await act(other.id, 'reply', { words: '三点回电' })).toMatchObject({ status: 200 });
});

test('[V9] what is written into a task is asked about when it is made, changed and done; who let it stand is on the audit log', async () => {
  const post = (body: object) => house.ask('POST', '/api/tasks', { as: agent, body: { dueAt: house.clock.now() + 3_600_000, ...body } });
  expect(await post({ words })).toMatchObject({ status: 409, body: { error: { code: 'needs_confirmation', fields: { words: '王芳' } } } });
  expect(await post({ words: '回电', callerNumber: '+8613800138000' })).toMatchObject({ status: 409, body: { error: { fields: { callerNumber: '王芳' } } } });
  const task = (await post({ words, maskPrivate: true })).body as TaskView;
  expect(task).toMatchObject({ words: '打他手机 138****8000' });
  expect(task).not.toHaveProperty('maskPrivate');

  const patch = (body: object) => house.ask('PATCH', `/api/tasks/${task.id}`, { as: agent, body: { rev: task.rev, ...body } });
  expect(codeOf(await patch({ words }))).toBe('needs_confirmation');
  expect(await patch({ words, confirmPrivate: true })).toMatchObject({ status: 200, body: { words, rev: 2 } });
  const end = (body: object) => house.ask('POST', `/api/tasks/${task.id}/done`, { as: agent, body: { words: '他用13800138000回的', ...body } });
  expect(codeOf(await end({}))).toBe('needs_confirmation');
  expect(await end({ maskPrivate: true })).toMatchObject({ status: 200, body: { state: 'done', doneWords: '他用138****8000回的' } });
  const { items: history } = (await house.ask('GET', `/api/tasks/${task.id}/history`, { as: agent })).body as { items: TaskHistoryEntry[] };
  expect(history.at(-1)?.words).toBe('他用138****8000回的');
  expect(await confirmations('task')).toMatchObject([{ by: { id: 'agent' }, subject: { kind: 'task', id: task.id, name: task.owner?.name ?? '' }, after: { privateNumbers: ['王芳'], where: ['words'] } }]);
});
