import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallCard } from '../../server/contract/card.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const consoleOf = async (username: string) => aConsole(house.url, await house.signIn(username));

describe('the snapshot', () => {
  test('is the first thing a console hears: every call of the own office that has not ended', async () => {
    await house.ring('CA1');
    await house.ring('CA2', { unitId: 'harbour', agentId: 'harbour_agent' });
    await house.ring('CA3');
    await house.hangUp('CA3');
    const agent = await consoleOf('agent');
    expect(agent.heard[0]?.event).toBe('calls:snapshot');
    expect(agent.of<CallCard[]>('calls:snapshot')[0]?.map(({ id }) => id)).toEqual(['CA1']);
  });

  test.each([
    ['agent', ['CA1']],
    ['supervisor', ['CA1']],
    ['harbour_agent', ['CA2']],
    ['admin', ['CA1', 'CA2', 'CA3']],
    ['staff', []],
  ])('for %s holds %j; a call of no office is for administrators', async (username, ids) => {
    await house.ring('CA1');
    await house.ring('CA2', { unitId: 'harbour', agentId: 'harbour_agent' });
    await house.ring('CA3', { unitId: null, agentId: 'agent2' });
    const console = await consoleOf(username);
    expect(console.of<CallCard[]>('calls:snapshot')[0]?.map(({ id }) => id)).toEqual(ids);
  });

  test('after a reconnect is fresh: what ended meanwhile is not in it', async () => {
    await house.ring('CA1');
    const cookie = await house.signIn('agent');
    const console = await aConsole(house.url, cookie);
    console.close();
    await house.hangUp('CA1');
    await house.ring('CA2', { agentId: 'agent2' });
    const again = await aConsole(house.url, cookie);
    expect(again.of<CallCard[]>('calls:snapshot')[0]?.map(({ id }) => id)).toEqual(['CA2']);
  });
});

describe('cards', () => {
  test('every console of the office hears each change, with growing versions, and the end once', async () => {
    const consoles = [await consoleOf('agent'), await consoleOf('supervisor'), await consoleOf('admin')];
    await house.ring('CA1');
    await house.accept('CA1');
    await house.hangUp('CA1');
    for (const console of consoles) {
      await console.hear<CallCard>('call:card', ({ state }) => state === 'ended');
      const cards = console.of<CallCard>('call:card');
      expect(cards.map(({ state }) => state)).toEqual(['ringing', 'live', 'ended']);
      expect(cards.map(({ version }) => version)).toEqual([...cards.map(({ version }) => version)].sort((a, b) => a - b));
    }
  });

  test('the other office and the staff hear nothing of it', async () => {
    const others = [await consoleOf('harbour_agent'), await consoleOf('staff')];
    await house.ring('CA1');
    await house.hangUp('CA1');
    for (const console of others) {
      await console.caughtUp();
      expect(console.of('call:card')).toEqual([]);
    }
  });

  test('a late fact of an ended call comes as a correction, never as a second end', async () => {
    const console = await consoleOf('agent');
    await house.ring('CA1');
    await house.hangUp('CA1');
    await house.accept('CA1');
    const amended = await console.hear<CallCard>('call:amended');
    expect(amended.state).toBe('ended');
    expect(console.of<CallCard>('call:card').filter(({ state }) => state === 'ended')).toHaveLength(1);
  });

  test('what a console missed between snapshot and change cannot come again in an older version', async () => {
    await house.ring('CA1');
    const console = await consoleOf('agent');
    await house.accept('CA1');
    const live = await console.hear<CallCard>('call:card');
    const [snapshot] = console.of<CallCard[]>('calls:snapshot');
    expect(live.version).toBeGreaterThan(snapshot?.[0]?.version ?? Infinity);
  });
});

describe('the floor', () => {
  test('consoles of the office see an agent ring, talk and be free without asking', async () => {
    const supervisor = await consoleOf('supervisor');
    expect(supervisor.of<{ id: string }[]>('agents:snapshot')[0]?.map(({ id }) => id).sort()).toEqual(['agent', 'agent2', 'supervisor']);
    await house.ring('CA1');
    expect(await supervisor.hear('agent:view')).toMatchObject({ id: 'agent', callId: 'CA1' });
    await house.hangUp('CA1');
    await supervisor.hear<{ callId: string | null }>('agent:view', ({ callId }) => callId === null);
  });

  test('the other office does not see them, and the staff see nobody', async () => {
    const harbour = await consoleOf('harbour_agent');
    await harbour.caughtUp();
    expect(harbour.of<{ id: string }[]>('agents:snapshot')[0]?.map(({ id }) => id)).toEqual(['harbour_agent']);
    const staff = await consoleOf('staff');
    await staff.caughtUp();
    expect(staff.of('agents:snapshot')).toEqual([]);
  });

  test('a phone goes with the connection that registered it', async () => {
    const supervisor = await consoleOf('supervisor');
    const agent = await consoleOf('agent');
    expect(await agent.send('phone:state', { state: 'registered' })).toMatchObject({ data: { id: 'agent', phone: 'registered' } });
    expect(house.floor.standings().find(({ id }) => id === 'agent')?.phone).toBe(true);
    agent.close();
    await supervisor.hear<{ id: string; phone: string }>('agent:view', ({ id, phone }) => id === 'agent' && phone === 'unregistered');
    expect(house.floor.standings().find(({ id }) => id === 'agent')?.phone).toBe(false);
  });
});

describe('slips', () => {
  test('a saved slip reaches its office, its recipient and the administrators', async () => {
    const hearing = [await consoleOf('agent'), await consoleOf('staff'), await consoleOf('admin')];
    const deaf = await consoleOf('harbour_agent');
    const slip = await house.slipDesk.create({ unitId: 'garden', recipientId: 'zhangwei', message: '漏水' }, { id: 'agent', name: 'A' }, house.clock.now());
    for (const console of hearing) expect(await console.hear('slip:saved')).toMatchObject({ id: slip.id, message: '漏水' });
    await deaf.caughtUp();
    expect(deaf.of('slip:saved')).toEqual([]);
  });

  test('a slip for a colleague is not for another member of the staff', async () => {
    const staff = await consoleOf('staff');
    await house.slipDesk.create({ unitId: 'garden', recipientId: 'wangfang', message: '漏水' }, { id: 'agent', name: 'A' }, house.clock.now());
    await staff.caughtUp();
    expect(staff.of('slip:saved')).toEqual([]);
  });
});
