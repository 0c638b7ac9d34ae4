import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFactJournal } from '../../../server/store/factJournal.ts';
import { openStore } from '../../../server/store/openStore.ts';
import type { StoreOptions } from '../../../server/store/openStore.ts';
import { aCard, aFact, aJob, anId } from '../../suites/records.ts';

/*
 * Durable commits a second, each of one call with a card, two facts and a job. After `npm run build`:
 *
 *   npx esbuild test/store/support/storeBench.ts --bundle --packages=external --platform=node --format=esm --outfile=.build/test/storeBench.js
 *   node .build/test/storeBench.js [postgres://…]
 */

const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-'));
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) };

async function measure(name: string, waiting: number, total: number, act: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  let begun = 0;
  const start = performance.now();
  const line = async (): Promise<void> => {
    while (begun < total) {
      begun += 1;
      const from = performance.now();
      await act();
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: waiting }, line));
  const seconds = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(2);
  process.stdout.write(`${name}, ${waiting} waiting: ${Math.round(total / seconds)} a second; median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(0.9999)} ms\n`);
}

async function measureStore(name: string, options: StoreOptions): Promise<void> {
  const from = performance.now();
  const store = await openStore(options);
  process.stdout.write(`${name} opened in ${(performance.now() - from).toFixed(0)} ms\n`);
  const commit = (): Promise<unknown> => {
    const callId = anId('CAbench');
    return store.calls.commitCall({ callId, facts: [aFact('a'), aFact('b')], card: aCard({ id: callId, state: 'ended' }), jobs: [aJob(callId, 'j')] }, new Set(['a', 'b']));
  };
  await measure(`${name} warming up`, 8, 500, commit);
  await measure(`${name} commits`, 1, 3000, commit);
  await measure(`${name} commits`, 32, 20000, commit);
  await measure(`${name} list of 50 cards`, 1, 300, () => store.calls.listCards({ unitIds: ['unit1'], limit: 50 }));
  await store.close();
}

try {
  await measureStore('SQLite', { kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile: path.resolve('.build/server/sqliteWorker.js'), log });
  const journal = await openFactJournal({ file: path.join(folder, 'facts.journal'), workerFile: path.resolve('.build/server/journalWorker.js'), log });
  const append = (): Promise<void> => journal.append({ callId: 'CA1', facts: [aFact('a'), aFact('b')] });
  await measure('Journal appends', 1, 3000, append);
  await measure('Journal appends', 32, 20000, append);
  await journal.close();
  const [url] = process.argv.slice(2);
  if (url !== undefined) await measureStore('PostgreSQL', { kind: 'postgres', url, log });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
