import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore } from '../../server/store/openStore.ts';
import { builtProgram, builtWorker } from '../store/support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from '../store/support/folders.ts';
import { listeningLog } from '../store/support/listeningLog.ts';

/** What each robot was given, by the id of the sending, as often as it came. */
const got = new Map<string, { channel: string; slipId: string; times: number }>();
/** Called with each message before (`during`) or after its answer is given. */
let onMessage: (moment: 'during' | 'after') => void = () => undefined;

/** A real robot over HTTP, which can be asked for what it has got. */
const robot = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      response.end(got.has(searchParams.get('id') ?? '') ? 'yes' : 'no');
      return;
    }
    const { id, body: slipId } = JSON.parse(body) as { id: string; body: string };
    got.set(id, { channel: pathname.slice(1), slipId, times: (got.get(id)?.times ?? 0) + 1 });
    onMessage('during');
    // The answer takes its time, so that a kill finds some under way.
    setTimeout(() => response.end('ok', () => onMessage('after')), 5);
  });
});

let program: string;
let robotUrl: string;
beforeAll(async () => {
  program = builtProgram('killedSender', 'test/channels');
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  robotUrl = `http://127.0.0.1:${(robot.address() as AddressInfo).port}`;
});
afterAll(async () => {
  robot.closeAllConnections();
  await new Promise((resolve) => robot.close(resolve));
  removeTemporaryFolders();
});

/** Runs the sender until `isOver` says so of a line, or it ends; killed there and then. @returns what it said */
async function run(args: string[], killWhen: (kill: () => void) => void): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let complaint = '';
  child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise((resolve) => child.once('close', resolve));
  killWhen(() => child.kill('SIGKILL'));
  if (child.stdout) for await (const line of createInterface({ input: child.stdout })) said.push(line);
  await ended;
  onMessage = () => undefined;
  expect(complaint).toBe('');
  return said;
}

test('[V6] [kill -9] between save and send, during, and after: every message that was taken goes out, and no attempt is made twice', async () => {
  const workerFile = builtWorker('sqliteWorker');
  const file = path.join(temporaryFolder(), 'records.db');
  const kept: string[] = [];
  const moments = ['during', 'after', 'during', 'after', 'during', 'any'] as const;
  for (const [round, moment] of moments.entries()) {
    const said = await run([file, workerFile, robotUrl, String(round), '400'], (kill) => {
      let left = 3 + round * 7;
      onMessage = (now) => {
        if ((moment === 'any' || moment === now) && (left -= 1) === 0) kill();
      };
    });
    expect(said).not.toContain('over');
    kept.push(...said.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5)));
  }
  expect(kept.length).toBeGreaterThan(moments.length);
  // The last one lives: what the dead ones left is taken up.
  expect(await run([file, workerFile, robotUrl, 'last', '0'], () => undefined)).toContain('over');

  const store = await openStore({ kind: 'sqlite', file, workerFile, log: listeningLog() });
  let unsure = 0;
  for (const slipId of kept) {
    const sendings = await store.slips.sendingsOf(slipId);
    // Nothing hangs in mid-way, and each that says it was sent was got, once.
    expect(sendings.filter(({ state }) => state === 'waiting' || state === 'sending')).toEqual([]);
    for (const { id, state } of sendings) if (state === 'sent') expect(got.get(id)).toMatchObject({ slipId, times: 1 });
    // Not lost: the last step that was taken was got.
    expect(sendings.at(-1)).toMatchObject({ state: 'sent' });
    unsure += sendings.filter(({ state, channel }) => state === 'unsure' && channel === 'mail').length;
  }
  // Not double: no robot got one attempt twice.
  expect([...got.values()].filter(({ times }) => times > 1)).toEqual([]);
  // Of those who can be asked nothing stayed unsure; the others cannot say, and the next step was taken.
  expect(unsure).toBeLessThanOrEqual(moments.length * 4);
  await store.close();
}, 180_000);
