import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ImportView } from '../../server/contract/imports.ts';
import { freePort } from '../../server/http/freePort.ts';

const people = 3_000;
const rounds = 4;
/** The program as the build bundles it; a folder of its own, so that no other test starts a file half written. */
const program = path.resolve('.build/test/killImport');
const list = (round: number): string => `业主编号,姓名,楼栋,房号,电话\n${Array.from({ length: people }, (_, index) => `R${round}-${index},业主${index},${(index % 20) + 1},${index},${13_000_000_000 + index}`).join('\n')}\n`;

let folder = '';
let url = '';
let port = 0;
let child: ChildProcess | null = null;
let cookie = '';

beforeAll(async () => {
  const sources = ['server/main.ts', 'server/store/sqliteWorker.ts', 'server/store/journalWorker.ts', 'server/imports/importWorker.ts', 'server/calendars/calendarWorker.ts'];
  execFileSync(path.resolve('node_modules/.bin/esbuild'), [...sources, '--bundle', '--packages=external', '--platform=node', '--target=node20', '--format=esm', '--log-level=warning', '--entry-names=[name]', `--outdir=${program}`]);
  folder = mkdtempSync(path.join(tmpdir(), 'three-rings-kill-import-'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const started = spawn(process.execPath, [path.join(program, 'main.js')], { env: { PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: `file:${path.join(folder, 'three-rings.db')}`, LOG_LEVEL: 'fatal' }, stdio: ['ignore', 'pipe', 'inherit'] });
  child = started;
  await new Promise<void>((resolve, reject) => {
    started.stdout.once('data', () => resolve());
    started.once('exit', () => reject(new Error('it did not start')));
  });
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password: 'practice' }) });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function kill(): Promise<void> {
  const ending = child;
  const gone = new Promise((resolve) => ending?.once('exit', resolve));
  ending?.kill('SIGKILL');
  await gone;
}

const ask = async <T>(method: string, to: string, body?: string): Promise<T> => (await (await fetch(url + to, { method, headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/octet-stream' }) }, ...(body === undefined ? {} : { body }) })).json()) as T;

/** Asks until it is so. */
async function until(id: string, isSo: (view: ImportView) => boolean): Promise<ImportView> {
  for (;;) {
    const view = await ask<ImportView>('GET', `/api/imports/${id}`);
    if (isSo(view)) return view;
  }
}

/** How many of this round are on file, by a list that asks for all of them. */
async function onFile(round: number): Promise<Pick<NonNullable<ImportView['counts']>, 'new' | 'same' | 'changed'>> {
  const { id } = await ask<ImportView>('POST', '/api/imports?kind=residents&unitId=sunshine', list(round));
  const { counts } = await until(id, ({ state }) => state === 'preview');
  return { new: counts?.new ?? -1, same: counts?.same ?? -1, changed: counts?.changed ?? -1 };
}

test('killed anywhere while it writes, an import is there whole after the next start, or not at all', async () => {
  await start();
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const { id } = await ask<ImportView>('POST', '/api/imports?kind=residents&unitId=sunshine', list(round));
    await until(id, ({ state }) => state === 'preview');
    await ask('POST', `/api/imports/${id}/apply`);
    // Before it is decided, and at several points of the writing.
    const progress = [0.1, 0.45, 0.6, 0.85][round] ?? 0.5;
    await until(id, (view) => view.state === 'done' || view.progress >= progress);
    await kill();
    await start();
    const { state } = await until(id, (view) => view.state === 'preview' || view.state === 'done');
    seen.add(state);
    expect(await onFile(round)).toEqual(state === 'done' ? { new: 0, same: people, changed: 0 } : { new: people, same: 0, changed: 0 });
  }
  expect(seen).toEqual(new Set(['preview', 'done']));
}, 180_000);
