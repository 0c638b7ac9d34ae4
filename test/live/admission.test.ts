import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse } from '../http/aHouse.ts';
import type { House, HouseOptions } from '../http/aHouse.ts';
import { aConsole, closeConsoles, refusalOf } from './aConsole.ts';

let house: House;
const open = async (options?: HouseOptions): Promise<House> => (house = await aHouse(options));
afterEach(async () => {
  closeConsoles();
  await house.close();
});

const hour = 3_600_000;

describe.each([['websocket'], ['polling']])('the handshake over %s', (transport) => {
  const transports = [transport];

  test('without a session is refused, and the console is told why', async () => {
    await open();
    for (const cookie of ['', `three_rings_session=${'x'.repeat(43)}`]) expect(await refusalOf(house.url, { cookie, transports })).toMatchObject({ code: 'unauthenticated' });
  });

  test('from a foreign page is refused even with a session', async () => {
    await open();
    expect(await refusalOf(house.url, { cookie: await house.signIn('agent'), origin: 'https://evil.example', transports })).toMatchObject({ code: 'foreign_origin' });
  });

  test('from our own page, with the cookie of HTTP, is let in', async () => {
    await open();
    const console = await aConsole(house.url, await house.signIn('agent'), { origin: 'https://desk.example', transports });
    expect(console.socket.connected).toBe(true);
  });
});

test('a handshake whose session cannot be looked up says so, that the console tries again', async () => {
  await open();
  const cookie = await house.signIn('agent');
  await house.close();
  await open();
  house.records.beforeSession = () => Promise.reject(new Error('disk gone'));
  expect(await refusalOf(house.url, { cookie })).toMatchObject({ code: 'unavailable' });
});

describe('a connection whose session is over', () => {
  test('is closed with the reason when the session expires', async () => {
    await open();
    const console = await aConsole(house.url, await house.signIn('agent'));
    house.clock.pass(12 * hour + 30_000);
    expect(await console.hear('session:closed')).toEqual({ reason: 'session-expired' });
    expect(await console.gone()).toBe('io server disconnect');
  });

  test('stays as long as commands come: they make the session last', async () => {
    await open();
    const console = await aConsole(house.url, await house.signIn('agent'));
    for (let use = 0; use < 3; use += 1) {
      house.clock.pass(11 * hour);
      expect(await console.send('agent:presence', { state: 'available' })).toHaveProperty('data');
    }
  });

  test('is refused its commands at once, before any sweep', async () => {
    await open({ live: { sweepEveryMs: 100 * hour } });
    const console = await aConsole(house.url, await house.signIn('agent'));
    house.clock.pass(12 * hour);
    expect(await console.send('agent:presence', { state: 'available' })).toMatchObject({ error: { code: 'unauthenticated' } });
    expect(await console.hear('session:closed')).toEqual({ reason: 'session-expired' });
  });

  test('is closed everywhere when its user signs out in one place; his other sessions stay', async () => {
    await open();
    const cookie = await house.signIn('agent');
    const tabs = [await aConsole(house.url, cookie), await aConsole(house.url, cookie)];
    const elsewhere = await aConsole(house.url, await house.signIn('agent'));
    await house.ask('DELETE', '/api/session', { as: cookie });
    for (const tab of tabs) {
      expect(await tab.hear('session:closed')).toEqual({ reason: 'signed-out' });
      await tab.gone();
    }
    await elsewhere.caughtUp();
    expect(elsewhere.socket.connected).toBe(true);
  });

  test('is found by the sweep when another node deleted the session', async () => {
    await open();
    const console = await aConsole(house.url, await house.signIn('agent'));
    for (const { tokenHash } of house.records.sessionsWritten) await house.records.people.deleteSession(tokenHash);
    house.clock.pass(30_000);
    expect(await console.hear('session:closed')).toEqual({ reason: 'signed-out' });
  });

  test('is not thrown out while the records do not answer', async () => {
    await open();
    const console = await aConsole(house.url, await house.signIn('agent'));
    house.records.beforeSession = () => Promise.reject(new Error('disk gone'));
    house.clock.pass(30_000);
    await console.caughtUp();
    expect(console.socket.connected).toBe(true);
  });
});

test('a console that cannot be given its snapshot is closed with the reason and comes back by itself', async () => {
  await open();
  const cookie = await house.signIn('agent');
  const { callDesk } = house;
  const openCards = callDesk.openCards.bind(callDesk);
  callDesk.openCards = () => {
    callDesk.openCards = openCards;
    throw new Error('no cards today');
  };
  const console = await aConsole(house.url, cookie, { reconnection: true });
  expect(console.of('session:closed')).toEqual([{ reason: 'unavailable' }]);
  expect(console.heard.at(0)?.event).toBe('session:closed');
  expect(console.of('calls:snapshot')).toHaveLength(1);
});

test('a user who is moved to another office sees its calls at once, on the same connection', async () => {
  await open();
  await house.ring('CA1');
  await house.ring('CA2', { unitId: 'harbour', agentId: 'harbour_agent' });
  const console = await aConsole(house.url, await house.signIn('agent2'));
  const user = house.directory.user('agent2');
  if (!user) throw new Error('no agent2');
  await house.directory.save({ users: [{ ...user, unitIds: ['harbour'] }] });
  await console.hear<{ id: string }[]>('calls:snapshot', (cards) => cards[0]?.id === 'CA2');
  await house.accept('CA1');
  await house.accept('CA2', 'harbour_agent');
  expect(await console.hear('call:card')).toMatchObject({ id: 'CA2', state: 'live' });
  await console.caughtUp();
  expect(console.of('call:card')).toHaveLength(1);
});

test('somebody who may sign in no more, or went to another office, stands on nobody\'s board at once; a presence moves nobody', async () => {
  await open();
  const console = await aConsole(house.url, await house.signIn('supervisor'));
  const shown = (agents: { id: string }[]): string[] => agents.map(({ id }) => id).sort();
  expect(shown(await console.hear('agents:snapshot'))).toEqual(['agent', 'agent2', 'supervisor']);
  const [gone, moved] = ['agent', 'agent2'].map((id) => house.directory.user(id));
  if (!gone || !moved) throw new Error('no agents');
  await house.directory.save({ users: [{ ...gone, presence: 'break' }] });
  await console.caughtUp();
  expect(console.of('agents:snapshot')).toHaveLength(1);
  await house.directory.save({ users: [{ ...gone, removedAt: 1 }] });
  await console.hear<{ id: string }[]>('agents:snapshot', (agents) => shown(agents).join() === 'agent2,supervisor');
  await house.directory.save({ users: [{ ...moved, unitIds: ['harbour'] }] });
  await console.hear<{ id: string }[]>('agents:snapshot', (agents) => shown(agents).join() === 'supervisor');
});

test('a server that stops says so, closes every console, and leaves nothing running', async () => {
  await open();
  const consoles = [await aConsole(house.url, await house.signIn('agent')), await aConsole(house.url, await house.signIn('admin'), { transports: ['polling'] })];
  const stopped = house.live.close();
  for (const console of consoles) {
    expect(await console.hear('session:closed')).toEqual({ reason: 'server-stopping' });
    // Not a goodbye from the server: the client would then not come back to the next one.
    expect(await console.gone()).toMatch(/^transport/);
  }
  await stopped;
  expect(house.live.connections()).toBe(0);
  await house.close();
  expect(house.clock.waiting()).toBe(0);
  await open();
});
