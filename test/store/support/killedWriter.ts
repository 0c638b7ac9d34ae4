import { openFactJournal } from '../../../server/store/factJournal.ts';
import { openStore } from '../../../server/store/openStore.ts';
import { aCard, aFact, aJob } from '../../suites/records.ts';

/*
 * A program that is meant to be killed: writes without end and says on its output what was acknowledged, a line each. Its
 * output is a pipe, which Node writes at once, so a line that was said is never lost with the process.
 *
 *   node killedWriter.js store|journal FILE WORKERFILE ROUND
 */

const [mode, file = '', workerFile = '', round = ''] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) };

async function writeCalls(): Promise<never> {
  const store = await openStore({ kind: 'sqlite', file, workerFile, log });
  say('open');
  const writer = async (number: number): Promise<never> => {
    for (let version = 1; ; version += 1) {
      // Each call grows, so that kills hit inserts and updates alike.
      const callId = `CA${round}-${number}-${Math.floor(version / 20)}`;
      const key = `fact${version}`;
      await store.calls.commitCall({ callId, facts: [aFact(key)], card: aCard({ id: callId, version }), jobs: [aJob(callId, key)] }, new Set());
      say(`kept ${callId} ${key} ${version}`);
    }
  };
  return Promise.race(Array.from({ length: 8 }, (_, number) => writer(number)));
}

async function writeJournal(): Promise<never> {
  const journal = await openFactJournal({ file, workerFile, log });
  say('open');
  const writer = async (number: number): Promise<never> => {
    for (let turn = 1; ; turn += 1) {
      const callId = `CA${round}-${number}-${turn}`;
      await journal.append({ callId, facts: [aFact('很'.repeat(turn % 200))] });
      say(`kept ${callId}`);
      if (number > 0 || turn % 10 > 0) continue;
      const entries = await journal.entries();
      const old = entries.slice(0, Math.floor(entries.length / 2));
      for (const entry of old) say(`gone ${entry.callId}`);
      await journal.forget(old.at(-1)?.position ?? 0);
    }
  };
  return Promise.race(Array.from({ length: 8 }, (_, number) => writer(number)));
}

await (mode === 'journal' ? writeJournal() : writeCalls());
