// Speed, printed and never asserted: `npm run bench`; `npm run bench -- search` the search alone. Each figure stands beside a floor measured in the same run, because machines are noisy.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server/http/freePort.ts';
import twilio from 'twilio';

const accountSid = `AC${'2'.repeat(32)}`;
const authToken = 'token-of-the-bench';
const starts = 5;
const webhooks = 400;
const atOnce = 32;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const main = fileURLToPath(new URL('../server/main.js', import.meta.url));

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`.padStart(10);

function row(name: string, values: readonly number[], floor?: readonly number[]): void {
  const ratio = floor ? `  ${(quantile(values, 0.5) / quantile(floor, 0.5)).toFixed(1)} × floor` : '';
  say(`${name.padEnd(58)} median ${ms(quantile(values, 0.5))}  p95 ${ms(quantile(values, 0.95))}${ratio}`);
}

/** Starts a program and waits until it prints; the time is the whole start of the process. */
async function started(args: string[], env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; tookMs: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`it stopped with ${code ?? 'a signal'}`)));
  });
  return { child, tookMs: performance.now() - began };
}

async function stopped(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

const bareServer = `require('node:http').createServer((q, s) => s.end('ok')).listen(0, '127.0.0.1', () => console.log('up'))`;

async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-'));
  const port = await freePort();
  const environment = { PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: `file:${path.join(folder, 'bench.db')}`, TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: 'http://127.0.0.1:9', SEED_DEMO: '1', LOG_LEVEL: 'fatal' };
  try {
    const cold: number[] = [];
    const bare: number[] = [];
    // The first start makes the database; it is told apart.
    const first = await started([main], environment);
    await stopped(first.child);
    for (let round = 0; round < starts; round += 1) {
      const program = await started([main], environment);
      cold.push(program.tookMs);
      await stopped(program.child);
      const floor = await started(['-e', bareServer], environment);
      bare.push(floor.tookMs);
      await stopped(floor.child);
    }
    say(`${'first start, with database and demo office'.padEnd(58)}        ${ms(first.tookMs)}`);
    row('start on a built tree (floor: a bare node:http server)', cold, bare);

    const { child } = await started([main], environment);
    const url = `http://127.0.0.1:${port}`;
    const memory = /process_resident_memory_bytes (\d+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
    say(`${'memory after the start'.padEnd(58)}        ${(Number(memory) / 2 ** 20).toFixed(0).padStart(7)} MiB`);

    let number = 0;
    const webhook = async (): Promise<number> => {
      number += 1;
      const parameters = { AccountSid: accountSid, ApiVersion: '2010-04-01', CallSid: `CA${number.toString(16).padStart(32, '0')}`, CallStatus: 'ringing', Direction: 'inbound', From: `+861351090${String(number % 10_000).padStart(4, '0')}`, To: '+8675586001234' };
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, `http://localhost:${port}/twilio/voice`, parameters) };
      const body = new URLSearchParams(parameters).toString();
      const began = performance.now();
      const response = await fetch(`${url}/twilio/voice`, { method: 'POST', headers, body });
      await response.text();
      if (response.status !== 200) throw new Error(`a webhook was answered with ${response.status}`);
      return performance.now() - began;
    };
    const health = async (): Promise<number> => {
      const began = performance.now();
      await (await fetch(`${url}/healthz`)).text();
      return performance.now() - began;
    };
    for (let warm = 0; warm < 50; warm += 1) await Promise.all([webhook(), health()]);
    const one: number[] = [];
    const floorOne: number[] = [];
    for (let count = 0; count < webhooks; count += 1) {
      one.push(await webhook());
      floorOne.push(await health());
    }
    row('voice webhook, one by one, durable (floor: /healthz)', one, floorOne);
    const many: number[] = [];
    const floorMany: number[] = [];
    for (let count = 0; count < webhooks; count += atOnce) {
      many.push(...(await Promise.all(Array.from({ length: atOnce }, webhook))));
      floorMany.push(...(await Promise.all(Array.from({ length: atOnce }, health))));
    }
    row(`voice webhook, ${atOnce} at once, durable (floor: /healthz)`, many, floorMany);
    await stopped(child);
    // They print by themselves.
    await import('./bench/etiquette.ts');
    await import('./bench/presence.ts');
    await import('./bench/residents.ts');
    await import('./bench/imports.ts');
    await import('./bench/search.ts');
    await import('./bench/delivery.ts');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A million slips take minutes to write: the search can be measured by itself.
const only = process.argv[2] === 'search' ? import('./bench/search.ts') : run();
only.catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exit(1);
});
