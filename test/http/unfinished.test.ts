import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonView } from '../../server/contract/people.ts';
import type { Slip, SlipHistoryEntry } from '../../server/contract/slip.ts';
import { aHouse, codeOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
let as: string;
beforeEach(async () => {
  house = await aHouse();
  as = await house.signIn('agent');
});
afterEach(() => house.close());

const written = async (): Promise<Slip> => (await house.ask('POST', '/api/slips', { as, body: { recipientId: 'zhangwei' } })).body as Slip;
const act = (id: string, what: string, body?: unknown, who = as) => house.ask('POST', `/api/slips/${id}/${what}`, { as: who, ...(body === undefined ? {} : { body }) });

describe('an unfinished slip (DOMAIN 4: created without anybody having to remember it)', () => {
  test('that was written by hand is its writer\'s to finish', async () => {
    expect((await written()).owner).toEqual({ id: 'agent', name: 'name of agent' });
  });

  test('is dismissed with a reason, which stands on its history; it stays a slip', async () => {
    const { id } = await written();
    house.clock.pass(120_000);
    expect((await act(id, 'drop', { reason: ' 来电人改变主意 ' })).body).toMatchObject({ state: 'dropped', dropReason: '来电人改变主意' });
    const { items } = (await house.ask('GET', `/api/slips/${id}/history`, { as })).body as { items: SlipHistoryEntry[] };
    expect(items.at(-1)).toMatchObject({ by: { name: 'name of agent' }, changed: { state: 'dropped', dropReason: '来电人改变主意' } });
    expect((await house.ask('GET', `/api/slips/${id}`, { as })).status).toBe(200);
    expect((await house.ask('GET', '/api/slips?state=draft', { as })).body).toEqual({ items: [] });
  });

  test('is not dismissed without a reason, nor once it was taken', async () => {
    const { id } = await written();
    for (const body of [{}, { reason: '  ' }]) expect(codeOf(await act(id, 'drop', body))).toBe('bad_input');
    await house.ask('PATCH', `/api/slips/${id}`, { as, body: { state: 'taken' } });
    expect(codeOf(await act(id, 'drop', { reason: 'x' }))).toBe('wrong_state');
  });

  test('that was dismissed is taken up again by whoever does, and is his then; a late keystroke does not do it', async () => {
    const { id } = await written();
    await act(id, 'drop', { reason: '打错了' });
    expect((await house.ask('PATCH', `/api/slips/${id}`, { as, body: { state: 'taken' } })).body).toMatchObject({ state: 'dropped' });
    const other = await house.signIn('agent2');
    const again = (await act(id, 'reopen', undefined, other)).body as Slip;
    expect(again).toMatchObject({ state: 'draft', owner: { id: 'agent2' } });
    expect(again.dropReason).toBeUndefined();
  });

  test('is handed to a colleague or to the supervisors, and to nobody who cannot write slips there', async () => {
    const { id } = await written();
    expect((await act(id, 'owner', { ownerId: 'agent2' })).body).toMatchObject({ owner: { id: 'agent2', name: 'name of agent2' } });
    expect((await act(id, 'owner', { ownerId: null })).body).toMatchObject({ owner: null });
    for (const ownerId of ['staff', 'nobody']) expect(codeOf(await act(id, 'owner', { ownerId }))).toBe('bad_input');
  });

  test('[L7] of somebody who has left is the supervisors\'; what he took or dismissed stays his', async () => {
    const [open, taken] = [await written(), await written()];
    await house.ask('PATCH', `/api/slips/${taken.id}`, { as, body: { state: 'taken' } });
    await house.slipDesk.release((userId) => userId === 'agent', house.clock.now());
    expect((await house.ask('GET', `/api/slips/${open.id}`, { as })).body).toMatchObject({ owner: null });
    expect((await house.ask('GET', `/api/slips/${taken.id}`, { as })).body).toMatchObject({ owner: { id: 'agent' } });
  });

  test('is out of reach for members of the staff', async () => {
    const { id } = await written();
    const staff = await house.signIn('staff');
    for (const [what, body] of [['drop', { reason: 'x' }], ['owner', { ownerId: null }], ['reopen', undefined]] as const) expect(codeOf(await act(id, what, body, staff))).toBe('forbidden');
  });
});

describe('another who can help, and departments', () => {
  test('for somebody who is away: deputies, then his department, each with the reason', async () => {
    const zhang = house.directory.staff('zhangwei');
    if (!zhang) throw new Error('the house has no 张伟');
    await house.directory.save({ staff: [{ ...zhang, deputyIds: ['wangfang'] }] });
    const { items } = (await house.ask('GET', '/api/people/zhangwei/helpers', { as })).body as { items: (PersonView & { reason: string })[] };
    expect(items.map(({ name, reason }) => [name, reason])).toEqual([['王芳', 'deputy']]);
  });

  test('nobody helps in the place of a stranger, or of one of another office', async () => {
    expect((await house.ask('GET', '/api/people/nobody/helpers', { as })).status).toBe(404);
  });

  test('a department is found by its name, with its head, and who is in when he is away', async () => {
    const unit = house.directory.unit('garden');
    if (!unit) throw new Error('the house has no office');
    await house.directory.save({ units: [{ ...unit, departments: [{ name: '工程部', aliases: ['维修组'], headId: 'zhangwei' }] }] });
    for (const q of ['工程部', '维修组', 'gongcheng']) {
      expect((await house.ask('GET', `/api/people?q=${encodeURIComponent(q)}`, { as })).body).toMatchObject({ departments: [{ name: '工程部', head: { id: 'zhangwei', away: true }, helpers: [{ id: 'wangfang' }] }] });
    }
  });
});
