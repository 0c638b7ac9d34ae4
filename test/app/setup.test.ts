import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import twilio from 'twilio';
import { buildApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { openLog } from '../../server/http/log.ts';
import { accountSid, anIncomingCall, authToken, sunshine, verbs, workers } from '../support/house.ts';
import { manualClock } from '../support/manualClock.ts';

let app: App;
let url: string;
let setupLink: string | null;
let folder: string;
const clock = manualClock();

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** As somebody starts it with an account of his own and nothing else. */
async function start(): Promise<void> {
  const config = parseConfig({
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    SEED_DEMO: '0',
    LOG_LEVEL: 'silent',
  });
  app = await buildApp({ config, clock, log: openLog({ level: 'silent', keepPersonalData: false }), workers });
  ({ setupLink } = await app.listen());
  url = config.publicUrl;
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'three-rings-setup-'));
  await start();
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (to: string, body?: unknown, cookie = ''): Promise<Response> =>
  fetch(url + to, { ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }), headers: { 'content-type': 'application/json', cookie } });
const tokenOf = (link: string | null): string => new URL(link ?? '').searchParams.get('token') ?? '';
const anOffice = (token: string): object => ({
  token,
  administrator: { username: 'boss', name: '赵敏', password: 'long enough 1' },
  office: { name: '翠湖物业服务中心', timeZone: 'Asia/Shanghai' },
  line: { number: '0755-2777 8888', cycleMs: 5000, language: 'zh-CN' },
  agents: [{ username: 'xiaoli', name: '李静', password: 'long enough 2' }],
});
const signIn = (username: string, password: string): Promise<Response> => ask('/api/session', { username, password });

async function call(to: string): Promise<string> {
  const params = anIncomingCall({ To: to });
  const response = await fetch(`${url}/twilio/voice`, {
    method: 'POST',
    headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, `${url}/twilio/voice`, params) },
    body: new URLSearchParams(params),
  });
  expect(response.status).toBe(200);
  return response.text();
}

test('an empty database prints a link; through it the office is made, its line is answered by its name at once, and everybody can sign in', async () => {
  expect(setupLink).toMatch(/^http:\/\/localhost:\d+\/setup\?token=[A-Za-z0-9_-]{43}$/);
  expect(await call('+8675527778888')).toMatch(/您好,物业服务热线/);

  const made = await ask('/api/setup', anOffice(tokenOf(setupLink)));
  expect([made.status, await made.json()]).toEqual([201, expect.objectContaining({ number: '+8675527778888' })]);
  const greeted = await call('+8675527778888');
  expect(greeted).toMatch(/您好,翠湖物业服务中心,请问有什么可以帮您/);
  expect(verbs(greeted).slice(0, 2)).toEqual(['Pause', 'Say']);

  const signedIn = await signIn('boss', 'long enough 1');
  expect(await signedIn.json()).toMatchObject({ user: { name: '赵敏', role: 'admin' } });
  expect((await signIn('xiaoli', 'long enough 2')).status).toBeLessThan(300);
  expect((await signIn('xiaoli', 'long enough 1')).status).toBe(401);
});

test('afterwards the link is dead, also after the next start, which prints none and knows the office', async () => {
  const token = tokenOf(setupLink);
  expect((await ask('/api/setup', anOffice(token))).status).toBe(201);
  expect((await ask('/api/setup', anOffice(token))).status).toBe(410);
  await app.close();
  await start();
  expect(setupLink).toBeNull();
  expect((await ask(`/api/setup?token=${token}`)).status).toBe(410);
  expect(await call('+8675527778888')).toMatch(/您好,翠湖物业服务中心/);
  expect((await signIn('boss', 'long enough 1')).status).toBeLessThan(300);
});

test('while it is not set up: each start makes the link of the start before worthless, no demo user signs in, and callers are answered neutrally', async () => {
  const first = tokenOf(setupLink);
  await app.close();
  await start();
  expect(tokenOf(setupLink)).not.toBe(first);
  expect((await ask('/api/setup', anOffice(first))).status).toBe(403);
  for (const username of ['agent', 'supervisor', 'admin']) expect((await signIn(username, 'practice')).status).toBe(401);
  expect(await call(sunshine)).toMatch(/您好,物业服务热线/);
  expect((await ask('/readyz')).status).toBe(200);
});

test('a connection may rest longer than a proxy keeps its own, so that no webhook is sent into one that is being closed', async () => {
  const answer = await fetch(`${url}/healthz`);
  expect(Number(/timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});
