import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Server } from 'socket.io';
import type { LiveDeps } from '../../server/live/deps.ts';
import { aHouse } from '../http/aHouse.ts';
import type { House } from '../http/aHouse.ts';
import { aConsole, closeConsoles } from './aConsole.ts';

// The in-memory adapter, which is what any adapter for several nodes is built on.
const MemoryAdapter = new Server().of('/').adapter.constructor as new (namespace: Namespace) => object;
type Namespace = ReturnType<Server['of']>;

/** Adapters of nodes that hear each other at once, without Redis between them. */
function linked(): NonNullable<LiveDeps['adapter']> {
  const nodes = new Set<Namespace>();
  class LinkedAdapter extends MemoryAdapter {
    readonly own: Namespace;

    constructor(namespace: Namespace) {
      super(namespace);
      this.own = namespace;
      nodes.add(namespace);
    }

    serverSideEmit(packet: unknown[]): void {
      // Through JSON, as between two processes.
      for (const node of nodes) if (node !== this.own) (node as unknown as { _onServerSideEmit(args: unknown[]): void })._onServerSideEmit(JSON.parse(JSON.stringify(packet)) as unknown[]);
    }
  }
  return LinkedAdapter as never;
}

let here: House;
let there: House;
beforeEach(async () => {
  const adapter = linked();
  here = await aHouse({ live: { adapter } });
  there = await aHouse({ live: { adapter } });
});
afterEach(async () => {
  closeConsoles();
  await here.close();
  await there.close();
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

test('signing out on one node closes the connections of that session on the other', async () => {
  const cookie = await here.signIn('agent');
  // Both nodes read the same records.
  for (const [hash, session] of here.records.sessions) there.records.sessions.set(hash, session);
  const far = await aConsole(there.url, cookie);
  await here.ask('DELETE', '/api/session', { as: cookie });
  expect(await far.hear('session:closed')).toEqual({ reason: 'signed-out' });
});
