// Places practice calls and tells each call's story. `npm run ring` for one; `npm run ring -- --count 50 --parallel 10` for a full desk of robots.
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Semaphore } from 'async-mutex';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { CallCard } from '../server/contract/card.ts';
import type { PracticeRing } from '../server/contract/live.ts';
import { freePort } from '../server/http/freePort.ts';
import type { PracticeCallView, PracticeResident } from '../server/contract/practice.ts';

const usage = `npm run ring -- [--resident ID] [--to NUMBER] [--count N] [--parallel N] [--robots N] [--url URL] [--en] [--list]

  --resident ID   who calls (--list shows them); all in turn unless told
  --to NUMBER     the line that is called; +8675586001234 unless told
  --count N       how many calls (1)
  --parallel N    how many at once (1)
  --robots N      agents who accept at random times (as many as --parallel when --count is above 1, else none)
  --url URL       a server that runs already in practice mode; one is started for this run unless told
  --en            the story in English`;

const { values: options } = parseArgs({
  options: {
    resident: { type: 'string' },
    to: { type: 'string', default: '+8675586001234' },
    count: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '1' },
    robots: { type: 'string' },
    url: { type: 'string' },
    en: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const word = (zh: string, en: string): string => (options.en ? en : zh);

function wholeNumber(name: 'count' | 'parallel' | 'robots', least: number): number {
  const text = options[name] ?? '0';
  if (!/^\d{1,5}$/.test(text) || Number(text) < least) throw new Error(`--${name}: expected a whole number from ${least}, got ${text}`);
  return Number(text);
}

/** A signed-in user of the server. */
class Client {
  readonly url: string;
  #cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  async signIn(username: string, password: string): Promise<void> {
    const response = await fetch(`${this.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
    if (!response.ok) throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async ask<T>(method: 'GET' | 'POST', to: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url + to, { method, headers: { cookie: this.#cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${to}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  connect(): Socket {
    return io(this.url, { extraHeaders: { cookie: this.#cookie }, transports: ['websocket'], forceNew: true });
  }
}

/** An agent who accepts after a random part of three rings, says the opener in order, and leaves the hanging-up to the caller. */
async function robotAtDesk(url: string, username: string, password: string): Promise<Socket> {
  const client = new Client(url);
  await client.signIn(username, password);
  const socket = client.connect();
  const timers = new Map<string, NodeJS.Timeout>();
  const command = async (name: string, input: unknown): Promise<void> => {
    const reply = (await socket.emitWithAck(name, input)) as { error?: { message: string } };
    if (reply.error && socket.connected) say(`  ${username} ${name}: ${reply.error.message}`);
  };
  socket.on('practice:ring', ({ legSid }: PracticeRing) => {
    const delayMs = Math.random() * 11_000;
    timers.set(
      legSid,
      setTimeout(() => void command('practice:phone', { legSid, act: 'accept' }), delayMs),
    );
  });
  socket.on('practice:stopped', ({ legSid }: { legSid: string }) => clearTimeout(timers.get(legSid)));
  socket.on('call:card', (card: CallCard) => {
    if (card.state !== 'live' || card.agent?.id !== username || card.opener.greeting !== null) return;
    void (async () => {
      for (const step of ['greeting', 'unit', 'question']) await command('call:step', { callId: card.id, step });
    })();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('calls:snapshot', () => resolve());
    socket.once('connect_error', reject);
  });
  await command('agent:presence', { state: 'available' });
  await command('phone:state', { state: 'registered' });
  return socket;
}

/** A server of its own for this run, in a folder that goes with it. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-ring-'));
  const main = fileURLToPath(new URL('../server/main.js', import.meta.url));
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:TWILIO_|DATABASE_URL|REDIS_URL|PUBLIC_URL|HOST$)/.test(name)));
  const child: ChildProcess = spawn(process.execPath, [main], { env: { ...environment, PORT: String(port), DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`, LOG_LEVEL: 'error', SEED_DEMO: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code ?? 'a signal'}`)));
  });
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const watchEveryMs = 250;

/** Waits for the end of a call and tells its story as it grows. */
async function follow(client: Client, callId: string, aloud: boolean): Promise<PracticeCallView> {
  let told = 0;
  for (;;) {
    const view = await client.ask<PracticeCallView>('GET', `/api/practice/calls/${callId}`);
    if (aloud) for (const line of view.story.slice(told)) say(`  ${options.en ? line.en : line.zh}`);
    told = view.story.length;
    if (view.ended) return view;
    await new Promise((resolve) => setTimeout(resolve, watchEveryMs));
  }
}

interface Told {
  resident: PracticeResident;
  card: CallCard;
  view: PracticeCallView;
}

/** The later of what the server counted and what the caller heard: they differ where the practice clock runs faster than the server's. */
function ringOf({ card, view }: Told): number | null {
  return card.rings.answeredIn === null ? null : Math.max(card.rings.answeredIn, view.ring ?? 0);
}

function summary(told: Told): string {
  const { resident, card } = told;
  const heard = ringOf(told);
  const ring = heard === null ? word('未接', 'unanswered') : word(`第 ${heard} 声`, `ring ${heard}`);
  const waitedMs = (card.answeredAt ?? card.endedAt ?? card.arrivedAt) - card.arrivedAt;
  const who = card.agent?.name ?? (card.answeredAt === null ? '' : word('自动接听', 'attendant'));
  return `${ring.padEnd(8)} ${(waitedMs / 1000).toFixed(1).padStart(5)} s  ${word(resident.name.zh, resident.name.en)}  ${who}  ${card.outcome ?? ''}${card.slipIds.length > 0 ? `  ${word('留言单', 'slip')} ${card.slipIds.join(' ')}` : ''}`;
}

function figures(calls: readonly Told[]): boolean {
  const byRing = new Map<string, number>();
  for (const told of calls) {
    const heard = ringOf(told);
    const ring = heard === null ? word('来电人先挂', 'caller gave up') : word(`第 ${heard} 声`, `ring ${heard}`);
    byRing.set(ring, (byRing.get(ring) ?? 0) + 1);
  }
  say('');
  for (const [ring, count] of [...byRing].sort()) say(`${ring.padEnd(14)} ${String(count).padStart(4)}  ${'█'.repeat(Math.ceil((count / calls.length) * 40))}`);
  const measured = calls.filter(({ card }) => card.rings.answeredIn !== null || card.rings.late);
  const inTime = measured.filter((told) => (ringOf(told) ?? 4) <= 3 && !told.card.rings.late).length;
  say(word(`三声以内接听:${inTime} / ${measured.length}(来电人在三声内先挂的不计)`, `answered within three rings: ${inTime} of ${measured.length} (callers who gave up within three rings not counted)`));
  const faults = calls.flatMap(({ view }) => view.faults);
  for (const fault of new Set(faults)) say(`! ${fault}`);
  return inTime === measured.length && faults.length === 0;
}

async function run(): Promise<boolean> {
  if (options.help) {
    say(usage);
    return true;
  }
  const count = wholeNumber('count', 1);
  const parallel = wholeNumber('parallel', 1);
  const robots = options.robots === undefined ? (count > 1 ? parallel : 0) : wholeNumber('robots', 0);
  const server = options.url === undefined ? await startServer() : { url: options.url.replace(/\/+$/, ''), stop: () => Promise.resolve() };
  const sockets: Socket[] = [];
  try {
    const client = new Client(server.url);
    await client.signIn('supervisor', 'practice');
    const { items: residents } = await client.ask<{ items: PracticeResident[] }>('GET', '/api/practice/residents');
    if (options.list) {
      for (const { id, name, summary: about } of residents) say(`${id.padEnd(22)} ${word(name.zh, name.en)}: ${word(about.zh, about.en)}`);
      return true;
    }
    const chosen = options.resident === undefined ? residents : residents.filter(({ id }) => id === options.resident);
    if (chosen.length === 0) throw new Error(`--resident: nobody is called ${options.resident}; --list shows who there is`);
    if (robots > 0) {
      const { items } = await client.ask<{ items: { username: string; password: string }[] }>('POST', '/api/practice/robots', { count: robots });
      for (const { username, password } of items) sockets.push(await robotAtDesk(server.url, username, password));
      say(word(`${robots} 位机器人客服员就位`, `${robots} robot agents are at their desks`));
    }
    const told: Told[] = [];
    const places = new Semaphore(parallel);
    const aloud = count === 1 || parallel === 1;
    await Promise.all(
      Array.from({ length: count }, (_, place) =>
        places.runExclusive(async () => {
          const resident = chosen[place % chosen.length] as PracticeResident;
          const { callId } = await client.ask<{ callId: string }>('POST', '/api/practice/calls', { residentId: resident.id, to: options.to });
          if (aloud) say(`${callId}  ${word(resident.name.zh, resident.name.en)}: ${word(resident.summary.zh, resident.summary.en)}`);
          const view = await follow(client, callId, aloud);
          const one = { resident, view, card: await client.ask<CallCard>('GET', `/api/calls/${callId}`) };
          told.push(one);
          say(summary(one));
        }),
      ),
    );
    return figures(told);
  } finally {
    for (const socket of sockets) socket.disconnect();
    await server.stop();
  }
}

run().then(
  (good) => process.exit(good ? 0 : 1),
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}\n`);
    process.exit(2);
  },
);
