import { appendFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFactJournal } from '../../server/store/factJournal.ts';
import type { OpenedFactJournal } from '../../server/store/factJournal.ts';
import { writeFrame } from '../../server/store/journalFrame.ts';
import { describeFactJournal } from '../suites/factJournal.ts';
import { aFact } from '../suites/records.ts';
import { builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

let workerFile: string;
beforeAll(() => {
  workerFile = builtWorker('journalWorker');
});
afterAll(removeTemporaryFolders);

describeFactJournal('A file', async () => {
  const file = path.join(temporaryFolder(), 'data', 'facts.journal');
  const again = (): Promise<OpenedFactJournal> => openFactJournal({ file, workerFile });
  return { journal: await again(), again };
});

describe('The journal after a crash', () => {
  let file: string;
  let whole: Buffer;
  let log: ReturnType<typeof listeningLog>;
  beforeEach(async () => {
    file = path.join(temporaryFolder(), 'facts.journal');
    log = listeningLog();
    const journal = await openFactJournal({ file, workerFile });
    for (const callId of ['CA1', 'CA2', 'CA3']) await journal.append({ callId, facts: [aFact('很')] });
    await journal.close();
    whole = readFileSync(file);
  });
  let open: OpenedFactJournal | null = null;
  afterEach(() => open?.close());
  const reopen = async (): Promise<string[]> => {
    open = await openFactJournal({ file, workerFile, log });
    return (await open.entries()).map(({ callId }) => callId);
  };

  test('wherever the last record was cut, the others are there, the cut is told and the journal goes on', async () => {
    const last = whole.length - whole.lastIndexOf('\n', whole.length - 2) - 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: last - 1 }), async (cut) => {
        writeFileSync(file, whole);
        truncateSync(file, whole.length - cut);
        expect(await reopen()).toEqual(['CA1', 'CA2']);
        expect(open?.damage).toEqual({ lines: 1, bytes: last - cut, movedTo: `${file}.damaged` });
        await open?.append({ callId: 'CA4', facts: [] });
        await open?.close();
        expect(await reopen()).toEqual(['CA1', 'CA2', 'CA4']);
        expect(open?.damage).toBeNull();
        await open?.close();
      }),
      { numRuns: 12 },
    );
    expect(log.reported.filter(({ level }) => level === 'error')).toHaveLength(12);
  });

  test('whatever byte the disk changed, every other record is there and the changed one is kept aside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 2), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ flip;
        writeFileSync(file, changed);
        const calls = await reopen();
        await open?.close();
        const hit = ['CA1', 'CA2', 'CA3'][whole.subarray(0, at).filter((byte) => byte === 0x0a).length];
        // A changed line feed joins two records; the first and the second of them cannot be trusted.
        expect(calls.length).toBeGreaterThanOrEqual(whole[at] === 0x0a ? 1 : 2);
        expect(calls).not.toContain(hit);
        expect(open?.damage?.lines).toBeGreaterThanOrEqual(1);
        const moved = open?.damage?.movedTo ?? '';
        expect(readFileSync(moved).length).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });

  test('a compaction that was cut off leaves the old file in force', async () => {
    writeFileSync(`${file}.new`, whole.subarray(0, 20));
    expect(await reopen()).toEqual(['CA1', 'CA2', 'CA3']);
    expect(readdirSync(path.dirname(file))).toEqual(['facts.journal']);
  });

  test('an entry that this program cannot read is told, and kept aside when its neighbours are forgotten', async () => {
    appendFileSync(file, writeFrame({ position: 4, callId: 'CAnewer', facts: [{ kind: 'from a newer program' }] }));
    expect(await reopen()).toEqual(['CA1', 'CA2', 'CA3']);
    await open?.append({ callId: 'CA5', facts: [] });
    await open?.forget(4);
    expect((await open?.entries())?.map(({ callId }) => callId)).toEqual(['CA5']);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toContain('CAnewer');
    expect(log.reported.map(({ message }) => message)).toContain('a journal entry cannot be read and is left out');
  });

  test('a journal that cannot be opened says so', async () => {
    await expect(openFactJournal({ file: path.join(file, 'below-a-file'), workerFile })).rejects.toThrow(/the journal worker ended/);
  });
});
