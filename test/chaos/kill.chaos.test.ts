import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import twilio from 'twilio';
import type { Fact } from '../../server/calls/fact.ts';
import type { CallCard } from '../../server/contract/card.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { accountSid, aLegCallback, alwaysClosed, anIncomingCall, attributes, authToken, legSidOf, sunshine } from '../support/house.ts';
import type { Params } from '../support/house.ts';

const rounds = 8;
const agents = ['agent', 'agent2', 'supervisor'];
/** Of a ring of five seconds, as the rule has it: the phones are cancelled this long after the call came. */
const deadlineMs = 12_500;
/** A start takes about a second; a busy machine may need more. */
const startAllowanceMs = 6_000;

/** The program and its worker threads as the build bundles them; a folder of its own, so that no other test starts a file half written. */
const program = path.resolve('.build/test/kill');

let folder = '';
let port: number;
let url: string;
const cancels = new Map<string, number>();
const told = new Set<() => void>();

/** The carrier's REST: notes when which leg is cancelled. */
const rest = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const status = new URLSearchParams(body).get('Status');
    const sid = pathname.split('/').at(-1)?.replace('.json', '') ?? '';
    if (status === 'canceled') {
      if (!cancels.has(sid)) cancels.set(sid, Date.now());
      for (const tell of told) tell();
    }
    const reply = pathname.endsWith('/Calls.json') ? { calls: [] } : { sid, status: status ?? 'in-progress', to: 'client:agent' };
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(reply));
  });
});

let child: ChildProcess | null = null;
let cookie = '';
const sockets: Socket[] = [];

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

beforeAll(async () => {
  const sources = ['server/main.ts', 'server/store/sqliteWorker.ts', 'server/store/journalWorker.ts'];
  execFileSync(path.resolve('node_modules/.bin/esbuild'), [...sources, '--bundle', '--packages=external', '--platform=node', '--target=node20', '--format=esm', '--log-level=warning', '--entry-names=[name]', `--outdir=${program}`]);
  folder = mkdtempSync(path.join(tmpdir(), 'three-rings-kill-'));
  await new Promise<void>((resolve) => rest.listen(0, '127.0.0.1', resolve));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await kill();
  await new Promise((resolve) => rest.close(resolve));
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Starts the built program on the folder and waits until it says where it is. */
async function start(): Promise<void> {
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:TWILIO_|REDIS_URL|PUBLIC_URL|JEST_|NODE_ENV)/.test(name)));
  const started = spawn(process.execPath, [path.join(program, 'main.js')], {
    env: {
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_API_BASE_URL: `http://127.0.0.1:${(rest.address() as AddressInfo).port}`,
      SEED_DEMO: '1',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = started;
  let complaint = '';
  started.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  await new Promise<void>((resolve, reject) => {
    started.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(url)) resolve();
    });
    started.once('exit', (code) => reject(new Error(`the program stopped with ${code ?? 'a signal'}: ${complaint}`)));
  });
}

async function kill(): Promise<void> {
  const dying = child;
  child = null;
  for (const socket of sockets.splice(0)) socket.disconnect();
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = new Promise((resolve) => dying.once('exit', resolve));
  dying.kill('SIGKILL');
  await gone;
}

const ask = (to: string): Promise<Response> => fetch(url + to, { headers: { cookie } });

/** Signs in to read; the session lies in the records too, so one is enough for all starts. */
async function signIn(username: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'practice' }) });
  expect(response.status).toBeLessThan(300);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const cookies = new Map<string, string>();

/** An agent with a registered phone; his session and his presence are of the records. */
async function seat(username: string): Promise<void> {
  const own = cookies.get(username) ?? (await signIn(username));
  cookies.set(username, own);
  const socket = io(url, { extraHeaders: { cookie: own }, transports: ['websocket'], forceNew: true, reconnection: false });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('calls:snapshot', () => resolve());
    socket.once('connect_error', reject);
  });
  expect(await socket.emitWithAck('agent:presence', { state: 'available' })).toHaveProperty('data');
  expect(await socket.emitWithAck('phone:state', { state: 'registered' })).toHaveProperty('data');
}

interface Expected {
  callId: string;
  /** Keys of facts whose webhooks were acknowledged. */
  keys: string[];
  /** What the caller said in acknowledged turns. */
  said: string[];
}
const calls = new Map<string, Expected>();
/** Legs whose ringing was acknowledged, with their calls. */
const ringing = new Map<string, string>();

/** A webhook as the carrier sends it. @returns the document; null where it was not acknowledged */
async function post(to: string, params: Params): Promise<string | null> {
  const bare = (to.startsWith('/') ? url + to : to).replace(/#.*$/, '');
  try {
    const response = await fetch(bare, { method: 'POST', headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, bare, params) }, body: new URLSearchParams(params) });
    const text = await response.text();
    return response.status === 200 || response.status === 204 ? text : null;
  } catch {
    // The process was killed under this request: nothing was promised.
    return null;
  }
}

type Acknowledged = (callId: string, key: string, said?: string) => void;

/** A caller whom the attendant asks: says something new at each question. */
async function attendedCall(acknowledged: Acknowledged, round: number, place: number): Promise<void> {
  const call = anIncomingCall({ To: alwaysClosed, CallSid: `CA${`${round}a${place}`.padStart(32, '0')}` });
  let xml = await post('/twilio/voice', call);
  if (xml === null) return;
  acknowledged(call.CallSid, 'arrived');
  for (let turn = 1; turn <= 4; turn += 1) {
    const action = attributes(xml ?? '', 'Gather', 'action')[0];
    if (action === undefined) break;
    const said = /\/(?:recipient)/.test(action) ? `第${round}轮第${place}位的水管漏了` : `我姓王第${round}轮第${place}位`;
    xml = await post(action, { ...call, CallStatus: 'in-progress', SpeechResult: said });
    if (xml === null) return;
    acknowledged(call.CallSid, `turn:${turn}`, turn <= 2 ? said : undefined);
  }
  if ((await post('/twilio/status', { ...call, CallStatus: 'completed' })) !== null) acknowledged(call.CallSid, 'callerEnded:completed');
}

/** A caller for whom free agents' phones ring. */
async function ringingCall(acknowledged: Acknowledged, round: number): Promise<void> {
  const call = anIncomingCall({ To: sunshine, CallSid: `CA${`${round}b`.padStart(32, '0')}` });
  const xml = await post('/twilio/voice', call);
  if (xml === null) return;
  acknowledged(call.CallSid, 'arrived');
  const legUrl = attributes(xml, 'Client', 'statusCallback')[0];
  if (legUrl === undefined) return;
  for (const agent of [...xml.matchAll(/>([a-z0-9]+)<\/Client>/g)].map((match) => match[1] ?? '')) {
    const legSid = legSidOf(`${round} ${agent}`);
    for (const status of ['initiated', 'ringing']) {
      if ((await post(legUrl, aLegCallback(call, agent, status, legSid))) === null) return;
      acknowledged(call.CallSid, `leg:${legSid}:${status}`);
    }
    ringing.set(legSid, call.CallSid);
  }
}

/** Resolves when this holds; asked anew whenever the program may have got further. */
async function until<T>(look: () => Promise<T | null>, withinMs: number): Promise<T> {
  const limit = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > limit) throw new Error(`not so within ${withinMs} ms`);
  }
}

async function expectKept({ callId, keys, said }: Expected): Promise<void> {
  const response = await ask(`/api/calls/${callId}`);
  expect([callId, response.status]).toEqual([callId, 200]);
  const card = (await response.json()) as CallCard & { facts: Fact[] };
  expect(keys.filter((key) => !card.facts.some((fact) => fact.key === key))).toEqual([]);
  if (said.length === 0) return;
  // A slip is written by a job of the outbox, which a start takes up again.
  await until(async () => {
    const { items } = (await (await ask(`/api/slips?callId=${callId}`)).json()) as { items: Slip[] };
    const written = JSON.stringify(items);
    return items.length === 1 && said.every((words) => written.includes(words.replace(/^我姓/, ''))) ? items : null;
  }, 5_000);
}

test(`[C3][R2] kill -9 at any moment, ${rounds} times: every acknowledged webhook is a fact, every word on its slip, and every phone that rang is cancelled at its time`, async () => {
  await start();
  for (let round = 0; round < rounds; round += 1) {
    for (const agent of agents.slice(0, round + 1)) await seat(agent);
    cookie = cookies.get('supervisor') ?? (await signIn('supervisor'));
    cookies.set('supervisor', cookie);

    const note: Acknowledged = (callId, key, said) => {
      const expected = calls.get(callId) ?? { callId, keys: [], said: [] };
      calls.set(callId, { callId, keys: [...expected.keys, key], said: said === undefined ? expected.said : [...expected.said, said] });
    };
    // In every other round the phones ring before the storm, in the others in the midst of it.
    const ringsFirst = round % 2 === 0;
    if (ringsFirst) await ringingCall(note, round);

    // From the first acknowledgement to the last of about forty.
    let left = 1 + Math.floor(Math.random() * 40);
    let strike: () => void = () => undefined;
    const struck = new Promise<void>((resolve) => (strike = resolve));
    const acknowledged: Acknowledged = (callId, key, said) => {
      note(callId, key, said);
      if ((left -= 1) === 0) strike();
    };
    const callers = Promise.all([...(ringsFirst ? [] : [ringingCall(acknowledged, round)]), ...Array.from({ length: 6 }, (_, place) => attendedCall(acknowledged, round, place))]);
    await Promise.race([struck, callers]);
    await kill();
    await callers;

    await start();
    for (const expected of calls.values()) await expectKept(expected);
  }

  expect(calls.size).toBeGreaterThan(rounds);
  expect(ringing.size).toBeGreaterThan(0);
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`never cancelled: ${[...ringing.keys()].filter((legSid) => !cancels.has(legSid)).join()}`)), deadlineMs + startAllowanceMs);
    const look = (): void => {
      if (![...ringing.keys()].every((legSid) => cancels.has(legSid))) return;
      clearTimeout(late);
      told.delete(look);
      resolve();
    };
    told.add(look);
    look();
  });
  for (const [legSid, callId] of ringing) {
    const { arrivedAt } = (await (await ask(`/api/calls/${callId}`)).json()) as CallCard;
    const dueAt = arrivedAt + deadlineMs;
    expect(cancels.get(legSid)).toBeGreaterThanOrEqual(dueAt);
    expect(cancels.get(legSid)).toBeLessThan(dueAt + startAllowanceMs);
  }
}, 110_000);
