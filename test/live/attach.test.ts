import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import { aFile } from '../suites/residentStore.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';
import type { Console } from './aConsole.ts';

/** The number of the calls of a house (aHouse.ring). */
const number = '+8613900139000';

let house: House;
let agent: Console;
beforeEach(async () => {
  house = await aHouse({ live: { commandsPerSecond: 50 } });
  await house.records.residents.saveResidents([aFile({ id: 'liumin', unitId: 'garden', name: '刘敏', title: '女士', address: '3栋1单元1502' }), aFile({ id: 'elsewhere', unitId: 'harbour', name: '外处' })], []);
  agent = await consoleOf('agent');
  await house.ring('CA1');
  await house.accept('CA1');
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const consoleOf = async (username: string): Promise<Console> => aConsole(house.url, await house.signIn(username));
const refused = (code: string) => ({ error: expect.objectContaining({ code }) });
const attach = async (how: object): Promise<CallCard> => {
  const answer = await agent.sendAnything('call:attach', { callId: 'CA1', ...how });
  expect(answer).toHaveProperty('data');
  return (answer as { data: CallCard }).data;
};

describe('[K2] call:attach', () => {
  test('puts the caller on a file: the card of every console shows him at once, his number stands on the file, the log says who did it', async () => {
    const colleague = await consoleOf('supervisor');
    await colleague.hear('calls:snapshot');
    const card = await attach({ residentId: 'liumin' });
    expect(card.caller).toMatchObject({ confirmedId: 'liumin', matches: [{ residentId: 'liumin', name: '刘敏', title: '女士', address: '3栋1单元1502', occupancy: 'owner' }] });
    expect(await colleague.hear('call:card')).toMatchObject({ id: 'CA1', caller: { confirmedId: 'liumin' } });
    expect(await colleague.hear('people:changed')).toEqual({ lists: ['residents'] });
    expect(await house.residents.matchesOf(number, 'garden')).toMatchObject([{ residentId: 'liumin' }]);
    expect((await house.residents.get('liumin'))?.numbers).toMatchObject([{ e164: number, source: 'call' }]);
    expect((await house.records.people.listAudit({ unitIds: ['garden'], kind: 'resident', subjectId: 'liumin', limit: 5 })).items).toMatchObject([{ act: 'changed', by: { id: 'agent' }, before: { numbers: [] }, after: { numbers: [number] } }]);
  });

  test('or on a new one, made of what the caller says', async () => {
    const card = await attach({ new: { name: '王小明', title: '先生', address: '5栋2单元1102' } });
    const id = card.caller.confirmedId ?? '';
    expect(card.caller.matches).toMatchObject([{ residentId: id, name: '王小明', address: '5栋2单元1102' }]);
    expect(await house.residents.get(id)).toMatchObject({ unitId: 'garden', property: { building: '5', unit: '2', room: '1102' }, numbers: [{ e164: number }], sources: [{ kind: 'call' }] });
  });

  test('taken back, card and file are as they were', async () => {
    const before = (await house.callDesk.look('CA1'))?.card.caller;
    await attach({ residentId: 'liumin' });
    expect((await attach({ undo: true })).caller).toEqual(before);
    expect((await house.residents.get('liumin'))?.numbers).toEqual([]);
    const made = (await attach({ new: { name: '王小明' } })).caller.confirmedId ?? '';
    expect((await attach({ undo: true })).caller).toEqual(before);
    expect((await house.residents.get(made))?.removedAt).not.toBeNull();
    expect(await house.residents.matchesOf(number, 'garden')).toEqual([]);
    expect(await agent.sendAnything('call:attach', { callId: 'CA1', undo: true })).toEqual(refused('wrong_state'));
  });

  test('a file that had the number, or that somebody wrote into since, is not undone with it', async () => {
    await house.residents.patch('liumin', { rev: 0, numbers: [{ number, label: '' }] }, { by: { id: 'agent', name: '' }, at: 1 });
    await attach({ residentId: 'liumin' });
    await attach({ undo: true });
    expect((await house.residents.get('liumin'))?.numbers).toHaveLength(1);
    const made = (await attach({ new: { name: '王小明' } })).caller.confirmedId ?? '';
    await house.residents.patch(made, { rev: 0, notes: '已核对' }, { by: { id: 'agent', name: '' }, at: 2 });
    await attach({ undo: true });
    expect(await house.residents.get(made)).toMatchObject({ removedAt: null, notes: '已核对', numbers: [] });
  });

  test('counts over what the number says, whatever comes later; others of the number stay shown', async () => {
    await attach({ residentId: 'liumin' });
    const late = { residentId: 'r9', name: '后到', address: '', occupancy: 'owner' as const };
    const card = await house.record('CA1', { kind: 'recognised', key: 'recognised', at: house.clock.now() + 5, matches: [late] });
    expect(card.caller).toMatchObject({ confirmedId: 'liumin', matches: [{ residentId: 'liumin' }] });
    await house.ring('CA2');
    await house.record('CA2', { kind: 'recognised', key: 'recognised', at: house.clock.now(), matches: [late] });
    await house.accept('CA2');
    expect(await agent.sendAnything('call:attach', { callId: 'CA2', residentId: 'liumin' })).toMatchObject({ data: { caller: { matches: [{ residentId: 'liumin' }, { residentId: 'r9' }] } } });
  });

  test('is the agent’s of the call, and for files of his own offices', async () => {
    expect(await agent.sendAnything('call:attach', { callId: 'CA1', residentId: 'elsewhere' })).toEqual(refused('not_found'));
    expect(await agent.sendAnything('call:attach', { callId: 'CA1', residentId: 'nobody' })).toEqual(refused('not_found'));
    expect(await (await consoleOf('supervisor')).sendAnything('call:attach', { callId: 'CA1', residentId: 'liumin' })).toEqual(refused('forbidden'));
    expect(await (await consoleOf('harbour_agent')).sendAnything('call:attach', { callId: 'CA1', residentId: 'elsewhere' })).toEqual(refused('not_found'));
    await house.ring('CA3');
    expect(await agent.sendAnything('call:attach', { callId: 'CA3', residentId: 'liumin' })).toEqual(refused('wrong_state'));
    for (const input of [{}, { residentId: 'liumin', undo: true }, { new: { name: '' } }, { undo: false }, { new: { name: 'x', unitId: 'harbour' } }]) expect(await agent.sendAnything('call:attach', { callId: 'CA1', ...input })).toEqual(refused('bad_input'));
  });

  test('works after the hang-up too: the caller was quicker than the hand', async () => {
    await house.hangUp('CA1');
    expect((await attach({ residentId: 'liumin' })).caller.confirmedId).toBe('liumin');
  });
});
