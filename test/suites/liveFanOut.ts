import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { LiveDeps } from '../../server/live/deps.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from '../live/aConsole.ts';

export type Adapter = NonNullable<LiveDeps['adapter']>;

/** What two nodes need of whatever carries live news between them: one suite for the in-process link and for a real Redis. */
export function describeLiveFanOut(name: string, open: () => Promise<{ here: Adapter; there: Adapter; close(): Promise<void> }>): void {
  describe(`two nodes over ${name}`, () => {
    let here: House;
    let there: House;
    let close: () => Promise<void>;
    beforeEach(async () => {
      const link = await open();
      close = () => link.close();
      here = await aHouse({ live: { adapter: link.here } });
      there = await aHouse({ live: { adapter: link.there } });
    });
    afterEach(async () => {
      closeConsoles();
      await here.close();
      await there.close();
      await close();
    });

    test('a call on one node reaches the consoles of its office on the other, once and in order', async () => {
      const near = await aConsole(here.url, await here.signIn('agent'));
      const far = await aConsole(there.url, await there.signIn('supervisor'));
      const stranger = await aConsole(there.url, await there.signIn('harbour_agent'));
      await here.ring('CA1');
      await here.accept('CA1');
      await here.hangUp('CA1');
      for (const console of [near, far]) {
        await console.hear<{ state: string }>('call:card', ({ state }) => state === 'ended');
        expect(console.of<{ state: string }>('call:card').map(({ state }) => state)).toEqual(['ringing', 'live', 'ended']);
      }
      await stranger.caughtUp();
      expect(stranger.of('call:card')).toEqual([]);
    });

    test('slips and the floor reach the other node too', async () => {
      const far = await aConsole(there.url, await there.signIn('supervisor'));
      await here.slipDesk.create({ unitId: 'garden', message: '漏水' }, { id: 'agent', name: 'A' }, here.clock.now());
      await here.floor.setPresence('agent', 'break', null, here.clock.now());
      expect(await far.hear('slip:saved')).toMatchObject({ message: '漏水' });
      expect(await far.hear('agent:view')).toMatchObject({ id: 'agent', presence: 'break' });
    });

    test('what was erased on one node leaves the lists of the other, and its memory', async () => {
      const far = await aConsole(there.url, await there.signIn('supervisor'));
      for (const node of [here, there]) {
        await node.ring('CA-erased');
        await node.hangUp('CA-erased');
      }
      const forgotten: string[] = [];
      const forget = there.callDesk.forget.bind(there.callDesk);
      there.callDesk.forget = (id) => {
        forgotten.push(id);
        forget(id);
      };
      for (const [kind, id] of [['call', 'CA-erased'], ['slip', 'S1'], ['task', 'T1']] as const) here.live.tellErased({ kind, id });
      expect(await far.hear('slip:gone')).toEqual({ id: 'S1' });
      expect(await far.hear('task:gone')).toEqual({ id: 'T1' });
      expect(forgotten).toEqual(['CA-erased']);
    });

    test('signing out on one node closes the connections of that session on the other', async () => {
      const cookie = await here.signIn('agent');
      // Both nodes read the same records.
      for (const session of here.records.sessionsWritten) await there.records.people.saveSession(session);
      const far = await aConsole(there.url, cookie);
      await here.ask('DELETE', '/api/session', { as: cookie });
      expect(await far.hear('session:closed')).toEqual({ reason: 'signed-out' });
    });
  });
}
