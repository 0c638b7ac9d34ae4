import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';
import type { Console } from './aConsole.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse({ live: { commandsPerSecond: 50 } });
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const consoleOf = async (username: string): Promise<Console> => aConsole(house.url, await house.signIn(username));
const refusedFor = (code: string, ...fields: string[]) => ({ error: expect.objectContaining(fields.length === 0 ? { code } : { code, fields: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) }) });

/** A resident rang and gave up. */
async function missedCall(callId: string, unitId = 'garden'): Promise<CallCard> {
  await house.ring(callId, { unitId });
  house.clock.pass(7000);
  return house.hangUp(callId);
}

const followUps = async (callId: string) => ((await house.callDesk.look(callId))?.facts ?? []).flatMap((fact) => (fact.kind === 'followedUp' ? [{ state: fact.state, reason: fact.reason, by: fact.by.id }] : []));

describe('[M3] call:followUp', () => {
  test('a call nobody answered waits as open; dismissed it carries who, when and why, and every console of the office hears of it', async () => {
    const agent = await consoleOf('agent');
    const colleague = await consoleOf('agent2');
    expect((await missedCall('CA1')).missed).toEqual({ state: 'open', by: null, at: null, reason: '' });
    house.clock.pass(60_000);
    const missed = { state: 'dismissed', by: { id: 'agent', name: 'name of agent' }, at: house.clock.now(), reason: '打错了' };
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'dismissed', reason: '  打错了 ' })).toEqual({ data: expect.objectContaining({ id: 'CA1', missed }) });
    expect(await colleague.hear<CallCard>('call:amended')).toMatchObject({ id: 'CA1', missed });
  });

  test('called back needs no words; a remark is kept', async () => {
    const agent = await consoleOf('agent');
    await missedCall('CA1');
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'called-back' })).toMatchObject({ data: { missed: { state: 'called-back', reason: '' } } });
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'called-back', reason: '周三来交钥匙' })).toMatchObject({ data: { missed: { state: 'called-back', reason: '周三来交钥匙' } } });
  });

  test.each([
    ['no reason', { state: 'dismissed' }, 'reason'],
    ['a reason of spaces', { state: 'dismissed', reason: '  　 ' }, 'reason'],
    ['a reason too long', { state: 'dismissed', reason: 'x'.repeat(501) }, 'reason'],
    ['a state that is none', { state: 'forgotten', reason: 'x' }, 'state'],
    ['a field that is none', { state: 'called-back', by: 'agent2' }, 'by'],
  ])('%s is bad input, and changes nothing', async (_, input, field) => {
    const agent = await consoleOf('agent');
    await missedCall('CA1');
    expect(await agent.send('call:followUp', { callId: 'CA1', ...input })).toEqual(refusedFor('bad_input', field));
    expect(await followUps('CA1')).toEqual([]);
  });

  test('odd reasons are kept as they were typed', async () => {
    const agent = await consoleOf('agent');
    await missedCall('CA1');
    for (const reason of ['<b>骚扰</b> & "1\' or 1=1', '😀👨‍👩‍👧', '‮txet', 'x'.repeat(500)]) {
      expect(await agent.send('call:followUp', { callId: 'CA1', state: 'dismissed', reason })).toMatchObject({ data: { missed: { reason } } });
    }
  });

  test('a call of another office does not exist for him; staff answer no calls; supervisor and administrator may', async () => {
    await missedCall('CA1');
    await missedCall('CA2', 'harbour');
    const what = { state: 'called-back' };
    expect(await (await consoleOf('harbour_agent')).send('call:followUp', { callId: 'CA1', ...what })).toEqual(refusedFor('not_found'));
    expect(await (await consoleOf('agent')).send('call:followUp', { callId: 'CA2', ...what })).toEqual(refusedFor('not_found'));
    expect(await (await consoleOf('staff')).send('call:followUp', { callId: 'CA1', ...what })).toEqual(refusedFor('not_found'));
    expect(await (await consoleOf('agent')).send('call:followUp', { callId: 'CAnever', ...what })).toEqual(refusedFor('not_found'));
    expect(await followUps('CA1')).toEqual([]);
    expect(await (await consoleOf('supervisor')).send('call:followUp', { callId: 'CA1', ...what })).toMatchObject({ data: { missed: { by: { id: 'supervisor' } } } });
    expect(await (await consoleOf('admin')).send('call:followUp', { callId: 'CA2', ...what })).toMatchObject({ data: { missed: { by: { id: 'admin' } } } });
  });

  test('only a missed call can be followed up: not one that rings, nor one that was answered', async () => {
    const agent = await consoleOf('agent');
    await house.ring('CA1');
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'called-back' })).toEqual(refusedFor('wrong_state'));
    await house.accept('CA1');
    await house.hangUp('CA1');
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'called-back' })).toEqual(refusedFor('wrong_state'));
  });

  test('put back it is open again, without the reason, and says who did it; the list of open calls has it again', async () => {
    const agent = await consoleOf('agent');
    const as = await house.signIn('agent2');
    const open = async () => ((await house.ask('GET', '/api/calls?missed=open', { as })).body as { items: CallCard[] }).items.map(({ id }) => id);
    await missedCall('CA1');
    await agent.send('call:followUp', { callId: 'CA1', state: 'dismissed', reason: '打错了' });
    expect(await open()).toEqual([]);
    expect(await agent.send('call:followUp', { callId: 'CA1', state: 'open' })).toMatchObject({ data: { missed: { state: 'open', reason: '', by: { id: 'agent' } } } });
    expect(await open()).toEqual(['CA1']);
  });

  test('said twice is one fact', async () => {
    const agent = await consoleOf('agent');
    await missedCall('CA1');
    for (let times = 0; times < 3; times += 1) await agent.send('call:followUp', { callId: 'CA1', state: 'dismissed', reason: '骚扰' });
    expect(await followUps('CA1')).toEqual([{ state: 'dismissed', reason: '骚扰', by: 'agent' }]);
  });

  test('[L4] of two agents at the same moment the later word counts, and both stand in the story', async () => {
    const agent = await consoleOf('agent');
    const colleague = await consoleOf('agent2');
    await missedCall('CA1');
    const both = await Promise.all([agent.send('call:followUp', { callId: 'CA1', state: 'dismissed', reason: '打错了' }), colleague.send('call:followUp', { callId: 'CA1', state: 'called-back', reason: '已说好' })]);
    expect(both).toEqual([{ data: expect.anything() }, { data: expect.anything() }]);
    const facts = await followUps('CA1');
    expect([...facts].sort((a, b) => a.by.localeCompare(b.by))).toEqual([
      { state: 'dismissed', reason: '打错了', by: 'agent' },
      { state: 'called-back', reason: '已说好', by: 'agent2' },
    ]);
    const last = facts.at(-1);
    expect((await house.callDesk.look('CA1'))?.card.missed).toMatchObject({ state: last?.state, reason: last?.reason, by: { id: last?.by } });
    for (const one of [agent, colleague]) expect(await one.hear<CallCard>('call:amended', ({ missed }) => missed?.reason === last?.reason)).toBeDefined();
  });
});
