import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Slip, SlipHistoryEntry } from '../../server/contract/slip.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
let as: string;
beforeEach(async () => {
  house = await aHouse();
  as = await house.signIn('agent');
});
afterEach(() => house.close());

const write = (body: unknown) => house.ask('POST', '/api/slips', { as, body });

describe('a slip by hand', () => {
  test('is made, has an address, and is signed by who wrote it', async () => {
    const answer = await write({ recipient: '张伟', message: '漏水' });
    const slip = answer.body as Slip;
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/slips/${slip.id}`);
    expect(slip).toMatchObject({ version: 1, unitId: 'garden', state: 'draft', recordedBy: 'name of agent', sources: { recordedBy: 'session' } });
    expect((await house.ask('GET', `/api/slips/${slip.id}`, { as })).body).toEqual(slip);
  });

  test('of a call takes the number and the time from it, and stands on its card', async () => {
    const { arrivedAt } = await house.ring('CA1');
    const slip = (await write({ callId: 'CA1', message: '漏水' })).body as Slip;
    expect(slip).toMatchObject({ callId: 'CA1', unitId: 'garden', callerNumber: '+8613900139000', calledAt: new Date(arrivedAt).toISOString() });
    expect((await house.ask('GET', '/api/calls/CA1', { as })).body).toMatchObject({ slipIds: [slip.id] });
  });

  test.each([
    [{ callId: 'CAunknown' }, 'callId'],
    [{ unitId: 'nowhere' }, 'unitId'],
    [{ recipientId: 'nobody' }, 'recipientId'],
    [{ calledAt: 'yesterday' }, 'calledAt'],
    [{ message: 7 }, 'message'],
    [{ declined: ['everything'] }, 'declined.0'],
    [{ id: 'S1' }, 'id'],
    [{ state: 'done' }, 'state'],
  ])('%j is refused by name', async (body, field) => {
    const answer = await write(body);
    expect([answer.status, codeOf(answer), fieldsOf(answer)]).toEqual([400, 'bad_input', [field]]);
  });

  test('for an office of others is forbidden', async () => {
    expect((await write({ unitId: 'harbour' })).status).toBe(403);
  });
});

describe('writing into a slip', () => {
  test('keeps each keystroke; a stale version is a conflict, none is the last word', async () => {
    const { id } = (await write({})).body as Slip;
    const patch = (body: unknown) => house.ask('PATCH', `/api/slips/${id}`, { as, body });
    expect((await patch({ message: '漏', version: 1 })).body).toMatchObject({ version: 2, message: '漏' });
    const stale = await patch({ message: '水', version: 1 });
    expect([stale.status, codeOf(stale)]).toEqual([409, 'conflict']);
    expect((await patch({ message: '漏水' })).body).toMatchObject({ version: 3, message: '漏水' });
  });

  test('that nobody knows is not found', async () => {
    expect((await house.ask('PATCH', '/api/slips/Sunknown', { as, body: { message: 'x' } })).status).toBe(404);
  });
});

describe('two write one field', () => {
  test('is answered as a conflict with the stored value by name; the history names who wrote what', async () => {
    const { id } = (await write({})).body as Slip;
    const other = await house.signIn('agent2');
    house.clock.pass(1000);
    expect((await house.ask('PATCH', `/api/slips/${id}`, { as: other, body: { message: '漏水', base: { message: '' } } })).status).toBe(200);
    house.clock.pass(1000);
    const late = await house.ask('PATCH', `/api/slips/${id}`, { as, body: { message: '停电', callerName: '王', base: { message: '', callerName: '' } } });
    expect([late.status, late.body]).toEqual([409, { error: { code: 'conflict', message: expect.any(String), fields: { message: '漏水' } } }]);
    const { items } = (await house.ask('GET', `/api/slips/${id}/history`, { as })).body as { items: SlipHistoryEntry[] };
    expect(items.map(({ by, changed }) => [by.name, changed['message'] ?? changed['callerName'] ?? ''])).toEqual([
      ['name of agent', ''],
      ['name of agent2', '漏水'],
      ['name of agent', '王'],
    ]);
  });

  test('the history is only for those who may see the slip', async () => {
    const { id } = (await write({})).body as Slip;
    const asked = async (user: string) => (await house.ask('GET', `/api/slips/${id}/history`, { as: await house.signIn(user) })).status;
    expect([await asked('agent2'), await asked('admin'), await asked('harbour_agent'), await asked('staff')]).toEqual([200, 200, 404, 404]);
    expect((await house.ask('GET', `/api/slips/${id}/history`)).status).toBe(401);
  });

  test('a base of no known field is refused by name', async () => {
    const { id } = (await write({})).body as Slip;
    expect(fieldsOf(await house.ask('PATCH', `/api/slips/${id}`, { as, body: { message: 'x', base: { mesage: '' } } }))).toEqual(['base.mesage']);
  });
});

test('lists come in pages that follow each other', async () => {
  for (const message of ['1', '2', '3']) {
    await write({ message });
    house.clock.pass(1000);
  }
  const first = (await house.ask('GET', '/api/slips?limit=2', { as })).body as { items: Slip[]; next?: string };
  const second = (await house.ask('GET', `/api/slips?limit=2&cursor=${encodeURIComponent(first.next ?? '')}`, { as })).body as { items: Slip[]; next?: string };
  expect([...first.items, ...second.items].map(({ message }) => message)).toEqual(['3', '2', '1']);
  expect(second.next).toBeUndefined();
});

test('one call comes with every fact that made it', async () => {
  await house.ring('CA1');
  const { body } = await house.ask('GET', '/api/calls/CA1', { as });
  expect(body).toMatchObject({ id: 'CA1', state: 'ringing', facts: [{ kind: 'arrived' }, { kind: 'offered' }] });
});

describe('the inbox of the person a slip is for', () => {
  const sent = async (body: object): Promise<Slip> => (await write({ recipientId: 'zhangwei', message: '漏水', state: 'taken', ...body })).body as Slip;
  const inbox = async (who: string, query = ''): Promise<string[]> => ((await house.ask('GET', `/api/slips?mine=true${query}`, { as: who })).body as { items: Slip[] }).items.map(({ id }) => id);

  test('holds what is addressed to him; his first look is kept with its time and stands on the history', async () => {
    const staff = await house.signIn('staff');
    const slip = await sent({});
    expect(await inbox(staff, '&read=false')).toEqual([slip.id]);
    const read = (await house.ask('POST', `/api/slips/${slip.id}/read`, { as: staff })).body as Slip;
    expect(read).toMatchObject({ version: slip.version + 1, readAt: house.clock.now() });
    expect((await house.ask('POST', `/api/slips/${slip.id}/read`, { as: staff })).body).toEqual(read);
    expect(await inbox(staff, '&read=false')).toEqual([]);
    expect(await inbox(staff, '&read=true')).toEqual([slip.id]);
    const { items } = (await house.ask('GET', `/api/slips/${slip.id}/history`, { as })).body as { items: SlipHistoryEntry[] };
    expect(items.at(-1)).toMatchObject({ by: { id: 'staff' }, changed: { readAt: read.readAt } });
  });

  test('is nobody else’s: an agent who sees the slip has not read it in his place, a stranger does not know it', async () => {
    const { id } = await sent({});
    expect((await house.ask('POST', `/api/slips/${id}/read`, { as })).status).toBe(403);
    expect((await house.ask('POST', `/api/slips/${id}/read`, { as: await house.signIn('harbour_agent') })).status).toBe(404);
    expect(await inbox(as)).toEqual([]);
  });

  test('a slip that is still being written cannot have been read', async () => {
    const { id } = await sent({ state: 'draft' });
    const answer = await house.ask('POST', `/api/slips/${id}/read`, { as: await house.signIn('staff') });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'wrong_state']);
  });

  test('[V3] a slip that is given to somebody else is unread again, and whoever had it by mistake knows it no more, from the moment that it is corrected', async () => {
    const { id } = await sent({});
    const staff = await house.signIn('staff');
    await house.ask('POST', `/api/slips/${id}/read`, { as: staff });
    await house.ask('POST', `/api/slips/${id}/reopen`, { as, body: { reason: '找错人了' } });
    const corrected = await house.ask('PATCH', `/api/slips/${id}`, { as, body: { recipientId: 'wangfang' } });
    expect([corrected.status, (corrected.body as Slip).readAt]).toEqual([200, undefined]);
    const knows = async (): Promise<unknown[]> => [
      (await house.ask('GET', `/api/slips/${id}`, { as: staff })).status,
      (await inbox(staff)).includes(id),
      JSON.stringify((await house.ask('GET', `/api/search?q=${encodeURIComponent('漏水')}`, { as: staff })).body).includes(id),
    ];
    expect(await knows()).toEqual([404, false, false]);
    await house.ask('PATCH', `/api/slips/${id}`, { as, body: { state: 'taken' } });
    expect(await knows()).toEqual([404, false, false]);
  });
});
