import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import twilio from 'twilio';
import { buildApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { freePort } from '../../server/http/freePort.ts';
import { openLog } from '../../server/http/log.ts';
import { hashPassword } from '../../server/http/passwords.ts';
import { manualClock } from './manualClock.ts';
import type { ManualClock } from './manualClock.ts';

export const authToken = 'token-of-the-tests';
export const accountSid = `AC${'1'.repeat(32)}`;
export const sunshine = '+8675586001234';
export const alwaysClosed = '+8675586001235';
export const harbour = '+85230080123';

export type Params = Record<string, string>;

/** A request that our server sent to the carrier's REST. */
export interface RestRequest {
  method: string;
  path: string;
  params: Params;
}

/** The carrier's REST as a test wants it: answers by a function, remembers all. */
export interface RestDouble {
  url: string;
  requests: RestRequest[];
  answer: (request: RestRequest) => { status: number; body: unknown };
  close(): Promise<void>;
}

async function openRestDouble(): Promise<RestDouble> {
  const double: RestDouble = {
    url: '',
    requests: [],
    answer: ({ path: asked, params }) =>
      asked.endsWith('/Calls.json') ? { status: 200, body: { calls: [] } } : { status: 200, body: { sid: asked.split('/').at(-1)?.replace('.json', ''), status: params['Status'] ?? 'in-progress', to: 'client:agent' } },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const asked = { method: request.method ?? '', path: url.pathname, params: { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(new URLSearchParams(body)) } };
      double.requests.push(asked);
      const { status, body: reply } = double.answer(asked);
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return double;
}

/** A signed-in console on the wire. */
export interface Console {
  socket: Socket;
  cards: CallCard[];
  /** Sends a command and waits for its acknowledgement. */
  command<T = Record<string, unknown>>(name: string, input: unknown): Promise<{ data?: T; error?: { code: string; fields?: Record<string, string> } }>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** The whole program on a free port, with real records in a folder of its own, and a clock that the test moves. */
export interface House {
  app: App;
  url: string;
  clock: ManualClock;
  rest: RestDouble;
  folder: string;
  /** Sends a webhook as the carrier does, signed; `to` may be an absolute URL from a document. */
  post(to: string, params: Params, headers?: Record<string, string>): Promise<{ status: number; xml: string }>;
  signIn(username: string): Promise<Console>;
  /** Signs in, is available, has a phone. */
  atDesk(username: string): Promise<Console>;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

let demoHash: Promise<string> | null = null;
/** All demo users have one password: it is stored as in life, but made once for all houses of a file. */
export const hashDemo = (password: string): Promise<string> => (demoHash ??= hashPassword(password));

export const workers = { sqlite: path.resolve('.build/server/sqliteWorker.js'), journal: path.resolve('.build/server/journalWorker.js'), imports: path.resolve('.build/server/importWorker.js'), calendar: path.resolve('.build/server/calendarWorker.js') };

export async function openHouse(options: { env?: Record<string, string>; folder?: string; clock?: ManualClock } = {}): Promise<House> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'three-rings-'));
  const clock = options.clock ?? manualClock();
  const rest = await openRestDouble();
  const port = await freePort();
  const config = parseConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE_URL: rest.url,
    SEED_DEMO: '1',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...options.env,
  });
  const app = await buildApp({ config, clock, log: openLog({ level: config.logLevel, keepPersonalData: false }), workers, hashDemo });
  await app.listen();
  const url = `http://127.0.0.1:${port}`;
  const sockets: Socket[] = [];

  const house: House = {
    app,
    url,
    clock,
    rest,
    folder,
    async post(to, params, headers = {}) {
      const signed = (to.startsWith('/') ? config.publicUrl + to : to).replace(/#.*$/, '');
      const response = await fetch(signed.replace(config.publicUrl, url), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': twilio.getExpectedTwilioSignature(config.carrier.authToken, signed, params), ...headers },
        body: new URLSearchParams(params).toString(),
      });
      return { status: response.status, xml: await response.text() };
    },
    async signIn(username) {
      const response = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'practice' }) });
      if (response.status >= 300) throw new Error(`sign-in refused: ${response.status} ${await response.text()}`);
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
      const socket = io(url, { extraHeaders: { cookie }, transports: ['websocket'], forceNew: true, reconnection: false });
      sockets.push(socket);
      const cards: CallCard[] = [];
      socket.on('call:card', (card: CallCard) => cards.push(card));
      const snapshot = new Promise<void>((resolve, reject) => {
        socket.once('calls:snapshot', () => resolve());
        socket.once('connect_error', reject);
      });
      await snapshot;
      return {
        socket,
        cards,
        command: (name, input) => socket.emitWithAck(name, input) as never,
        fetch: (to, init) => fetch(url + to, { ...init, headers: { cookie, 'content-type': 'application/json', ...init?.headers } }),
      };
    },
    async atDesk(username) {
      const desk = await house.signIn(username);
      await desk.command('agent:presence', { state: 'available' });
      await desk.command('phone:state', { state: 'registered' });
      return desk;
    },
    advance: (ms) => clock.advance(ms, () => app.settled()),
    async close() {
      for (const socket of sockets) socket.disconnect();
      await app.close();
      await rest.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

let calls = 0;

/** The first voice webhook's parameters, as the carrier sends them. */
export function anIncomingCall(over: Params = {}): Params & { CallSid: string } {
  calls += 1;
  const from = over['From'] ?? '+8613510902716';
  const to = over['To'] ?? sunshine;
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: `CA${calls.toString(16).padStart(32, '0')}`,
    CallStatus: 'ringing',
    Called: to,
    CalledCity: '',
    Caller: from,
    Direction: 'inbound',
    From: from,
    FromCountry: 'CN',
    To: to,
    ...over,
  };
}

/** An agent's leg as its status callbacks name it. */
export function aLegCallback(call: Params, identity: string, status: string, legSid: string, over: Params = {}): Params {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    CallSid: legSid,
    ParentCallSid: call['CallSid'] ?? '',
    CallStatus: status,
    CallbackSource: 'call-progress-events',
    Direction: 'outbound-dial',
    From: call['From'] ?? '',
    To: `client:${identity}`,
    SequenceNumber: '0',
    Timestamp: 'Mon, 02 Mar 2026 01:00:00 +0000',
    ...over,
  };
}

export const legSidOf = (name: string): string => `CA${Buffer.from(name).toString('hex').padEnd(32, 'f').slice(0, 32)}`;

/** Every value of an attribute in a document, in order, unescaped. */
export function attributes(xml: string, element: string, attribute: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'));
}

export const verbs = (xml: string): string[] => [...xml.matchAll(/<([A-Z][A-Za-z]*)\b/g)].map((match) => match[1] ?? '').filter((verb) => verb !== 'Response');
