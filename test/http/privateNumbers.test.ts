import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../server/contract/audit.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

// In the house of the tests 张伟 and 王芳 have the private number +8613800138000; the caller calls from +8613900139000.
let house: House;
let agent: string;
beforeAll(async () => {
  house = await aHouse();
  agent = await house.signIn('agent');
});
afterAll(() => house.close());

const write = (body: object) => house.ask('POST', '/api/slips', { as: agent, body: { unitId: 'garden', ...body } });
const patch = ({ id }: Slip, body: object) => house.ask('PATCH', `/api/slips/${id}`, { as: agent, body });
const message = '张伟的手机是 138-0013-8000';

test('a private number in a slip is only a warning while the slip is a draft', async () => {
  const draft = (await write({ message })).body as Slip;
  expect(draft).toMatchObject({ state: 'draft', message });
  expect((await house.ask('GET', `/api/slips/${draft.id}/private`, { as: agent })).body).toEqual({ found: [{ field: 'message', name: '王芳' }] });
});

test('taking it is refused with where and whose, never the number, until it is confirmed; that stands on its history and on the audit log', async () => {
  const draft = (await write({ message, actionsPermitted: ['打一三八零零一三八零零零'], recipientId: 'zhangwei' })).body as Slip;
  const refused = await patch(draft, { state: 'taken', readBack: true });
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'needs_confirmation', fields: { message: '王芳', actionsPermitted: '王芳' } } } });
  expect(JSON.stringify(refused.body)).not.toMatch(/138|8000/);
  expect((await house.ask('GET', `/api/slips/${draft.id}`, { as: agent })).body).toMatchObject({ state: 'draft' });

  const taken = await patch(draft, { state: 'taken', readBack: true, confirmPrivate: true });
  expect(taken).toMatchObject({ status: 200, body: { state: 'taken', message } });
  const { items: history } = (await house.ask('GET', `/api/slips/${draft.id}/history`, { as: agent })).body as { items: { by: { id: string }; changed: Record<string, unknown> }[] };
  expect(history.at(-1)).toMatchObject({ by: { id: 'agent' }, changed: { privateConfirmed: [{ field: 'message', name: '王芳', masked: '138****8000' }, { field: 'actionsPermitted', name: '王芳' }] } });
  const supervisor = await house.signIn('supervisor');
  const { items } = (await house.ask('GET', '/api/audit?kind=slip&unitId=garden', { as: supervisor })).body as { items: AuditEntry[] };
  expect(items[0]).toMatchObject({ act: 'confirmed', by: { id: 'agent' }, subject: { kind: 'slip', id: draft.id, name: '张伟' }, after: { privateNumbers: ['王芳'], where: ['message', 'actionsPermitted'] } });
  expect(JSON.stringify(items[0])).not.toMatch(/138/);

  // What was confirmed is not asked again; what is new is.
  expect(await patch(draft, { message: `${message}，急` })).toMatchObject({ status: 200 });
  expect(await patch(draft, { callerExtension: '13800138000' })).toMatchObject({ status: 409, body: { error: { fields: { callerExtension: '王芳' } } } });
  // Another number of the same person is news, in the same field too.
  const { directory } = house;
  const wang = directory.staff('wangfang');
  if (!wang) throw new Error('wangfang is not there');
  await directory.save({ staff: [{ ...wang, privateNumbers: [...wang.privateNumbers, '+8613700137000'] }] });
  expect(await patch(draft, { message: `${message}，家里 13700137000` })).toMatchObject({ status: 409, body: { error: { fields: { message: '王芳' } } } });
  const again = await patch(draft, { message: `${message}，家里 13700137000`, confirmPrivate: true });
  expect((again.body as Slip).privateConfirmed?.map(({ field, masked }) => [field, masked])).toEqual([['message', '138****8000'], ['actionsPermitted', '138****8000'], ['message', '137****7000']]);
});

test('masked, it goes out as 138****8000', async () => {
  const draft = (await write({ message, callerNumber: '+8613800138000', actionsRequested: ['call-back', '打１３８００１３８０００'] })).body as Slip;
  const taken = await patch(draft, { state: 'taken', maskPrivate: true });
  expect(taken.body).toMatchObject({ state: 'taken', message: '张伟的手机是 138****8000', callerNumber: '138****8000', actionsRequested: ['call-back', '打138****8000'] });
  expect((taken.body as Slip).privateConfirmed).toBeUndefined();
});

test('a slip that is written and taken at once is asked about too, and nothing is stored before the answer', async () => {
  const before = (await house.ask('GET', '/api/slips', { as: agent })).body as { items: Slip[] };
  expect(await write({ message, state: 'taken' })).toMatchObject({ status: 409, body: { error: { code: 'needs_confirmation' } } });
  expect((await house.ask('GET', '/api/slips', { as: agent })).body).toEqual(before);
  expect(await write({ message, state: 'taken', confirmPrivate: true })).toMatchObject({ status: 201, body: { privateConfirmed: [{ field: 'message', name: '王芳' }] } });
});

test("the caller's own number is his to leave, whoever else has it; another office's people are not looked for", async () => {
  await house.ring('CA-own');
  const own = await write({ callId: 'CA-own', message: '请打 139 0013 9000', state: 'taken' });
  expect(own).toMatchObject({ status: 201, body: { callerNumber: '+8613900139000' } });
  const { directory } = house;
  const member = directory.staff('zhangwei');
  if (!member) throw new Error('zhangwei is not there');
  await directory.save({ staff: [{ ...member, privateNumbers: ['+8613900139000'] }] });
  expect(await write({ callId: 'CA-own', message: '请打 139 0013 9000', state: 'taken' })).toMatchObject({ status: 201 });
  expect(await write({ message: '请打 139 0013 9000', state: 'taken' })).toMatchObject({ status: 409, body: { error: { fields: { message: '张伟' } } } });
  const admin = await house.signIn('admin');
  expect(await house.ask('POST', '/api/slips', { as: admin, body: { unitId: 'harbour', message: '请打 139 0013 9000', state: 'taken' } })).toMatchObject({ status: 201 });
});
