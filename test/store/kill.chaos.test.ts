import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openFactJournal } from '../../server/store/factJournal.ts';
import { openStore } from '../../server/store/openStore.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
import { systemClock } from '../../server/clockwork/clock.ts';
import { builtProgram, builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

const kills = 15;
let program: string;
beforeAll(() => {
  program = builtProgram('killedWriter');
});
afterAll(removeTemporaryFolders);

/** Runs the writer until it has said `lines` lines, kills it there and then, and returns every whole line it said. */
async function linesUntilKilled(mode: 'store' | 'journal', file: string, workerFile: string, round: number, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, mode, file, workerFile, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  expect({ signal: await ended, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' });
  return said;
}

/** From the first moments of a start to some hundreds of commits. */
const moment = (): number => 1 + Math.floor(Math.random() ** 2 * 400);

test('[kill -9] every fact that was acknowledged is in the records after each of 15 kills, and the file is sound', async () => {
  const workerFile = builtWorker('sqliteWorker');
  const file = path.join(temporaryFolder(), 'records.db');
  const kept = new Map<string, { keys: string[]; version: number }>();
  let facts = 0;
  for (let round = 1; round <= kills; round += 1) {
    const said = await linesUntilKilled('store', file, workerFile, round, moment());
    for (const line of said) {
      const [word, callId = '', key = '', version = ''] = line.split(' ');
      if (word !== 'kept') continue;
      const call = kept.get(callId) ?? { keys: [], version: 0 };
      kept.set(callId, { keys: [...call.keys, key], version: Number(version) });
      facts += 1;
    }
    const log = listeningLog();
    const database = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
    expect(await database.run([{ sql: 'pragma integrity_check', parameters: [] }])).toEqual([{ rows: [{ integrity_check: 'ok' }], changes: 0 }]);
    await database.close();
    const store = await openStore({ kind: 'sqlite', file, workerFile, log });
    const open = new Map((await store.calls.loadOpenCalls()).map((call) => [call.callId, new Set(call.facts.map((fact) => fact.key))]));
    const jobs = new Set((await store.jobs.loadOpenJobs()).map(({ job }) => `${job.callId} ${job.key}`));
    for (const [callId, { keys, version }] of kept) {
      expect(keys.filter((key) => !open.get(callId)?.has(key))).toEqual([]);
      expect(keys.filter((key) => !jobs.has(`${callId} ${key}`))).toEqual([]);
      expect((await store.calls.loadCard(callId))?.version).toBeGreaterThanOrEqual(version);
    }
    await store.close();
  }
  expect(facts).toBeGreaterThan(kills);
}, 180_000);

test('[kill -9] every fact that was acknowledged is in the journal after each of 15 kills, also those in the middle of a compaction', async () => {
  const workerFile = builtWorker('journalWorker');
  const file = path.join(temporaryFolder(), 'facts.journal');
  const kept = new Set<string>();
  const gone = new Set<string>();
  for (let round = 1; round <= kills; round += 1) {
    for (const line of await linesUntilKilled('journal', file, workerFile, round, moment())) {
      const [word, callId = ''] = line.split(' ');
      if (word === 'kept') kept.add(callId);
      if (word === 'gone') gone.add(callId);
    }
    const journal = await openFactJournal({ file, workerFile });
    const there = new Set((await journal.entries()).map(({ callId }) => callId));
    expect([...kept].filter((callId) => !gone.has(callId) && !there.has(callId))).toEqual([]);
    await journal.close();
  }
}, 180_000);
