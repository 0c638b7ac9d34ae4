import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ServerEvents } from '../../server/contract/live.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

/*
 * Slips are read by the person they are for, whoever took them, his deputies, those they were passed on to, and the supervisors of their office (DOMAIN 7b). One message is
 * asked for by everybody on every route, and listened for on every live event; a new route that hands out slips fails here until it has its line.
 */

const secret = '保险柜在五楼';
const sid = `RE${'d'.repeat(32)}`;
const caller = '+8613900139000';
const readers = ['agent', 'supervisor', 'admin', 'staff', 'deputy'] as const;
const others = ['agent2', 'harbour_agent', 'colleague'] as const;

let house: House;
let slip: Slip;
/** Two files with the caller's number. */
const files: string[] = [];
const cookies = new Map<string, string>();
const heard = new Map<string, { event: string; text: string }[]>();
const sockets: Socket[] = [];
const ask = (who: string, method: string, path: string, body?: unknown) => house.ask(method, path, { as: cookies.get(who) ?? '', ...(body === undefined ? {} : { body }) });

beforeAll(async () => {
  house = await aHouse({ http: { fetchRecording: async (id) => ({ contentType: 'audio/wav', body: Buffer.from(id) }) } });
  const { directory } = house;
  const [base, staffUser] = [directory.staff('wangfang'), directory.user('staff')];
  const zhang = directory.staff('zhangwei');
  if (!base || !staffUser || !zhang) throw new Error('the house has changed');
  await directory.save({
    staff: [{ ...base, id: 'liuyang', name: '刘洋', extension: '8013', userId: 'deputy' }, { ...base, id: 'sunli', name: '孙丽', extension: '8014', userId: 'colleague' }, { ...zhang, deputyIds: ['liuyang'] }],
    users: [{ ...staffUser, id: 'deputy', username: 'deputy' }, { ...staffUser, id: 'colleague', username: 'colleague' }],
  });
  for (const who of [...readers, ...others]) {
    const cookie = await house.signIn(who);
    cookies.set(who, cookie);
    const socket = io(house.url, { extraHeaders: { cookie }, transports: ['websocket'], forceNew: true, reconnection: false });
    sockets.push(socket);
    heard.set(who, []);
    socket.onAny((event: string, ...args: unknown[]) => heard.get(who)?.push({ event, text: JSON.stringify(args) }));
    await new Promise<void>((resolve) => socket.once('calls:snapshot', () => resolve()));
  }
  await house.ring('CAone');
  await house.accept('CAone');
  const draft = (await ask('agent', 'POST', '/api/slips', { callId: 'CAone', recipientId: 'zhangwei' })).body as Slip;
  await house.hangUp('CAone');
  for (const name of ['赵丽', '赵丽丽']) files.push(((await ask('agent', 'POST', '/api/residents', { name, unitId: 'garden', numbers: [{ number: caller }] })).body as { resident: { id: string } }).resident.id);
  await house.ring('CAtwo', { agentId: 'agent2' });
  await house.slipDesk.keep('CAone', { slipId: draft.id, unitId: 'garden', state: 'draft', readBack: false, content: {}, recordingSid: sid, sources: {}, declined: [] }, house.clock.now());
  slip = (await ask('agent', 'PATCH', `/api/slips/${draft.id}`, { message: secret, state: 'taken', readBack: true })).body as Slip;
  expect(slip.state).not.toBe('draft');
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await house.close();
});

/** How each route that could hand out a slip is asked; null: it answers nobody with one. `writes`: it is asked last, by those who may not. */
const routes: Record<string, { path: () => string; body?: object | (() => object); writes?: true } | null> = {
  'get /api/slips': { path: () => '/api/slips' },
  'post /api/slips': null,
  'get /api/search': { path: () => `/api/search?q=${encodeURIComponent(secret.slice(0, 3))}` },
  'get /api/slips/{id}': { path: () => `/api/slips/${slip.id}` },
  'get /api/slips/{id}/private': { path: () => `/api/slips/${slip.id}/private` },
  'get /api/slips/{id}/history': { path: () => `/api/slips/${slip.id}/history` },
  'get /api/slips/{id}/sendings': { path: () => `/api/slips/${slip.id}/sendings` },
  'get /api/calls/{id}/caller': { path: () => '/api/calls/CAtwo/caller' },
  'get /api/residents/{id}': { path: () => `/api/residents/${files[0]}` },
  'post /api/residents': { path: () => '/api/residents', body: { name: '新档', unitId: 'garden', numbers: [{ number: caller }] }, writes: true },
  'patch /api/residents/{id}': { path: () => `/api/residents/${files[0]}`, body: { rev: 0, title: '先生' }, writes: true },
  'post /api/residents/{id}/merge': { path: () => `/api/residents/${files[0]}/merge`, body: () => ({ otherId: files[1] }), writes: true },
  'post /api/residents/{id}/separate': { path: () => `/api/residents/${files[0]}/separate`, body: () => ({ otherId: files[1] }), writes: true },
  'post /api/residents/{id}/distinct': { path: () => `/api/residents/${files[0]}/distinct`, body: () => ({ otherId: files[1] }), writes: true },
  'post /api/residents/{id}/restore': { path: () => `/api/residents/${files[0]}/restore`, writes: true },
  'get /api/recordings/{sid}': { path: () => `/api/recordings/${sid}` },
  'patch /api/slips/{id}': { path: () => `/api/slips/${slip.id}`, body: { callerName: '某人' }, writes: true },
  // As a letter it is opened by whoever has it, by nobody else of those who may read it.
  'get /api/slips/{id}/letter': { path: () => `/api/slips/${slip.id}/letter`, writes: true },
  'post /api/slips/{id}/call-back': { path: () => `/api/slips/${slip.id}/call-back`, body: {}, writes: true },
  'post /api/slips/{id}/merge': { path: () => `/api/slips/${slip.id}/merge`, body: () => ({ into: slip.id }), writes: true },
  // By a signed link, without a session: test/http/letters.test.ts.
  'get /api/letters/{token}': null,
  'post /api/letters/{token}/acknowledge': null,
  'post /api/letters/{token}/call-back': null,
  'post /api/letters/{token}/done': null,
  'post /api/letters/{token}/opened': null,
  'post /api/letters/{token}/pass': null,
  'post /api/letters/{token}/reply': null,
  'post /api/slips/{id}/drop': { path: () => `/api/slips/${slip.id}/drop`, body: { reason: 'x' }, writes: true },
  'post /api/slips/{id}/reopen': { path: () => `/api/slips/${slip.id}/reopen`, body: { reason: 'x' }, writes: true },
  'post /api/slips/{id}/owner': { path: () => `/api/slips/${slip.id}/owner`, body: { ownerId: null }, writes: true },
  'post /api/slips/{id}/read': { path: () => `/api/slips/${slip.id}/read`, writes: true },
  'post /api/slips/{id}/shown': { path: () => `/api/slips/${slip.id}/shown`, body: {}, writes: true },
  'post /api/slips/{id}/acknowledge': { path: () => `/api/slips/${slip.id}/acknowledge`, writes: true },
  'post /api/slips/{id}/reply': { path: () => `/api/slips/${slip.id}/reply`, body: { words: 'x' }, writes: true },
  'post /api/slips/{id}/done': { path: () => `/api/slips/${slip.id}/done`, body: { words: 'x' }, writes: true },
  'post /api/slips/{id}/pass': { path: () => `/api/slips/${slip.id}/pass`, body: { staffId: 'sunli' }, writes: true },
  'post /api/slips/{id}/hold': { path: () => `/api/slips/${slip.id}/hold`, body: { until: null }, writes: true },
  'post /api/slips/{id}/again': { path: () => `/api/slips/${slip.id}/again`, writes: true },
};

test('every route that can hand out slips has its line here', async () => {
  const { paths } = (await house.ask('GET', '/api/openapi.json')).body as { paths: Record<string, Record<string, { responses?: unknown }>> };
  const found = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { responses }]) => /slips|recordings|search/.test(path) || /"recordedBy"/.test(JSON.stringify(responses ?? {}))).map(([method]) => `${method} ${path}`));
  expect(found.sort()).toEqual(Object.keys(routes).sort());
});

describe.each(Object.entries(routes).flatMap(([name, route]) => (route ? [[name, route] as const] : [])))('%s', (_name, route) => {
  test.each(others)('%s learns nothing', async (who) => {
    const [method = ''] = _name.split(' ');
    const answer = await ask(who, method.toUpperCase(), route.path(), typeof route.body === 'function' ? (route.body as () => object)() : route.body);
    expect(JSON.stringify(answer.body)).not.toContain(secret);
    if (route.path().includes('search')) expect(JSON.stringify(answer.body)).not.toContain(slip.id);
    if (route.path().includes(slip.id) || route.path().includes(sid)) expect([403, 404]).toContain(answer.status);
  });
  if (route.writes) return;
  test.each(readers)('%s may read it, where his role has this route', async (who) => {
    const answer = await ask(who, 'GET', route.path());
    if (route.path().includes(slip.id) && !route.path().endsWith('private')) expect(answer.status).toBe(200);
    // A deputy finds by search what came to him, not what he only may read.
    if (route.path().includes('search') && who !== 'deputy') expect(JSON.stringify(answer.body)).toContain(slip.id);
    if (route.path().includes('residents') && (who === 'agent' || who === 'supervisor')) expect(JSON.stringify(answer.body)).toContain(secret);
    if (route.path() === `/api/slips/${slip.id}`) expect(answer.body).toMatchObject({ message: secret });
  });
});

test('the list of an agent holds his own message, that of a colleague does not, and its pages go on all the same', async () => {
  const listed = async (who: string, query = '') => (await ask(who, 'GET', `/api/slips${query}`)).body as { items: Slip[]; next?: string };
  expect((await listed('agent')).items.map(({ id }) => id)).toEqual([slip.id]);
  const draft = (await ask('agent', 'POST', '/api/slips', { unitId: 'garden', message: '还没写完', calledAt: '2020-01-01T00:00:00.000Z' })).body as Slip;
  expect((await listed('agent2', '?limit=1')).items.map(({ id }) => id)).toEqual([draft.id]);
  expect((await ask('agent2', 'POST', `/api/slips/${draft.id}/drop`, { reason: '重复' })).status).toBe(200);
});

test('who has the caller on his line reads what became of his message, as long as he has him', async () => {
  expect((await ask('agent2', 'GET', `/api/slips/${slip.id}`)).status).toBe(404);
  await house.ring('CAthree', { agentId: 'agent2' });
  await house.accept('CAthree', 'agent2');
  expect((await house.callDesk.look('CAthree'))?.card.caller.number).toBe(caller);
  expect((await ask('agent2', 'GET', `/api/slips/${slip.id}`)).body).toMatchObject({ message: secret });
  expect(JSON.stringify((await ask('agent2', 'GET', '/api/calls/CAthree/caller')).body)).toContain(secret);
  await house.hangUp('CAthree');
  expect((await ask('agent2', 'GET', `/api/slips/${slip.id}`)).status).toBe(404);
});

/** Every live event; those that carry a slip. A new event does not compile until it stands here. */
const events: Record<keyof ServerEvents, boolean> = { 'calls:snapshot': false, 'call:card': false, 'call:amended': false, 'agents:snapshot': false, 'agent:view': false, 'slip:saved': true, 'slip:gone': false, 'task:saved': false, 'task:gone': false, 'people:changed': false, 'practice:ring': false, 'practice:stopped': false, 'practice:heard': false, 'practice:legs': false, 'phone:here': false, 'session:closed': false };

test('on the live line only its readers hear the message, by one event; a colleague of the office, of its staff too, hears that it is gone, and nothing of it', async () => {
  const told = (who: string) => heard.get(who) ?? [];
  const until = async (who: string, event: string): Promise<void> => {
    const socket = sockets[[...readers, ...others].findIndex((one) => one === who)];
    if (told(who).some((one) => one.event === event && one.text.includes(slip.id))) return;
    await new Promise<void>((resolve) => socket?.on(event, (what: { id: string }) => what.id === slip.id && resolve()));
  };
  await Promise.all(['agent', 'supervisor', 'admin', 'staff', 'deputy'].map((who) => until(who, 'slip:saved')));
  for (const who of ['agent2', 'colleague']) await until(who, 'slip:gone');
  for (const who of readers) expect(told(who).some(({ text }) => text.includes(secret))).toBe(true);
  for (const who of others) expect(told(who).filter(({ text }) => text.includes(secret))).toEqual([]);
  for (const all of heard.values()) for (const { event, text } of all) if (!events[event as keyof ServerEvents]) expect(text).not.toContain(secret);
});
