import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FactJournal } from '../../server/calls/ports.ts';
import { aFact, anOddFact } from './records.ts';

export interface OpenedJournal extends FactJournal {
  close(): Promise<void>;
}

/** What every FactJournal must do. `open` gives an empty one; `again` opens the same one after it was closed. */
export function describeFactJournal(name: string, open: () => Promise<{ journal: OpenedJournal; again: () => Promise<OpenedJournal> }>): void {
  describe(`${name}: the journal of facts`, () => {
    let journal: OpenedJournal;
    let again: () => Promise<OpenedJournal>;
    beforeEach(async () => {
      ({ journal, again } = await open());
    });
    afterEach(() => journal.close());

    const append = (callId: string): Promise<void> => journal.append({ callId, facts: [aFact(`fact of ${callId}`)] });
    const callIds = async (): Promise<string[]> => (await journal.entries()).map((entry) => entry.callId);

    test('a new journal is empty', async () => {
      expect(await journal.entries()).toEqual([]);
    });

    test('entries come back in order, whole, odd characters included', async () => {
      await journal.append({ callId: 'CA1', facts: [anOddFact('odd'), aFact('line\nfeed')] });
      await journal.append({ callId: 'CA2', facts: [] });
      const entries = await journal.entries();
      expect(entries.map(({ callId, facts }) => ({ callId, facts }))).toEqual([
        { callId: 'CA1', facts: [anOddFact('odd'), aFact('line\nfeed')] },
        { callId: 'CA2', facts: [] },
      ]);
      expect(entries[1]?.position).toBeGreaterThan(entries[0]?.position ?? Infinity);
    });

    test('entries outlive the program', async () => {
      await append('CA1');
      const before = await journal.entries();
      await journal.close();
      journal = await again();
      expect(await journal.entries()).toEqual(before);
      await append('CA2');
      expect(await callIds()).toEqual(['CA1', 'CA2']);
    });

    test('many appends at once are all kept, in the order asked', async () => {
      const calls = Array.from({ length: 300 }, (_, index) => `CA${index}`);
      await Promise.all(calls.map(append));
      expect(await callIds()).toEqual(calls);
    });

    test('what is forgotten is gone for good; what came after stays', async () => {
      for (const callId of ['CA1', 'CA2', 'CA3']) await append(callId);
      const [, second] = await journal.entries();
      const forgetting = journal.forget(second?.position ?? 0);
      await Promise.all([forgetting, append('CA4')]);
      expect(await callIds()).toEqual(['CA3', 'CA4']);
      await journal.close();
      journal = await again();
      expect(await callIds()).toEqual(['CA3', 'CA4']);
    });

    test('a position is never given out twice, also not after all was forgotten and the program began anew', async () => {
      await append('CA1');
      const [first] = await journal.entries();
      await journal.forget(first?.position ?? 0);
      await journal.close();
      journal = await again();
      expect(await journal.entries()).toEqual([]);
      await append('CA2');
      await journal.forget(first?.position ?? 0);
      expect(await callIds()).toEqual(['CA2']);
    });

    test('a closed journal refuses', async () => {
      await journal.close();
      await expect(append('CA1')).rejects.toThrow(/closed/);
    });
  });
}
