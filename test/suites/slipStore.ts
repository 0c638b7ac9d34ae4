import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DomainError } from '../../server/contract/errors.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { SlipListing, SlipStore } from '../../server/slips/ports.ts';
import { aChange, aSlip, anId } from './records.ts';

/** What every SlipStore must do. */
export function describeSlipStore(name: string, open: () => Promise<{ slips: SlipStore; close(): Promise<void> }>): void {
  describe(`${name}: the records of slips`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const save = (slip: Slip): Promise<'saved' | 'conflict'> => store.slips.saveSlip(slip, aChange(slip));

    test('an unknown slip is null and has no history', async () => {
      expect(await store.slips.loadSlip('nobody')).toBeNull();
      expect(await store.slips.loadHistory('nobody')).toEqual([]);
    });

    test('a slip comes back as it was saved, odd characters included', async () => {
      const slip = aSlip({ id: anId('slip'), callId: null, recipientId: null, recordingUrl: '/recordings/RE1', message: `'; drop table slips; -- \u0000 \ud83d 🏠 ${'很'.repeat(4000)}` });
      expect(await save(slip)).toBe('saved');
      expect(await store.slips.loadSlip(slip.id)).toEqual(slip);
      const { recipientId: _, ...withoutId } = aSlip({ id: anId('slip') });
      await save(withoutId);
      expect(await store.slips.loadSlip(withoutId.id)).toEqual(withoutId);
    });

    test('slips of a caller are found by his number, also after it was corrected', async () => {
      const number = `+86138${anId('').padStart(8, '0')}`;
      const slip = aSlip({ id: anId('slip'), callerNumber: '+8613900000000' });
      await save(slip);
      const found = async (): Promise<string[]> => (await store.slips.listSlips({ unitIds: null, callerNumber: number, limit: 5 })).items.map(({ id }) => id);
      expect(await found()).toEqual([]);
      await save({ ...slip, version: 2, callerNumber: number });
      expect(await found()).toEqual([slip.id]);
    });

    test('the slip that carries a recording is found by it, also after the recording was added later', async () => {
      const slip = aSlip({ id: anId('slip') });
      await save(slip);
      const recordingUrl = `/api/recordings/${anId('RE')}`;
      const listing: SlipListing = { unitIds: null, recordingUrl, limit: 5 };
      expect((await store.slips.listSlips(listing)).items).toEqual([]);
      const recorded = aSlip({ id: slip.id, version: 2, recordingUrl });
      await save(recorded);
      expect((await store.slips.listSlips(listing)).items).toEqual([recorded]);
    });

    test('each version replaces the one before; the history keeps what was done to each, in order', async () => {
      const id = anId('slip');
      const versions = [aSlip({ id }), aSlip({ id, version: 2, message: '阳台漏水' }), aSlip({ id, version: 3, state: 'taken', readBack: true })];
      for (const slip of versions) expect(await store.slips.saveSlip(slip, aChange(slip, { by: `writer${slip.version}`, changed: { state: slip.state, declined: ['city'] } }))).toBe('saved');
      expect(await store.slips.loadSlip(id)).toEqual(versions[2]);
      expect(await store.slips.loadHistory(id)).toEqual(versions.map((slip) => aChange(slip, { by: `writer${slip.version}`, changed: { state: slip.state, declined: ['city'] } })));
    });

    test('a version that does not follow the stored one is a conflict, and nothing is written', async () => {
      const id = anId('slip');
      expect(await save(aSlip({ id, version: 2 }))).toBe('conflict');
      expect(await store.slips.loadSlip(id)).toBeNull();
      const first = aSlip({ id, message: 'first' });
      expect(await save(first)).toBe('saved');
      for (const version of [1, 3]) expect(await save(aSlip({ id, version, message: 'stale' }))).toBe('conflict');
      expect(await store.slips.loadSlip(id)).toEqual(first);
      expect(await store.slips.loadHistory(id)).toEqual([aChange(first)]);
    });

    test('of two who write the same version at once one is saved and the other is told', async () => {
      const id = anId('slip');
      await save(aSlip({ id }));
      const writers = Array.from({ length: 8 }, (_, index) => aSlip({ id, version: 2, message: `writer ${index}` }));
      const answers = await Promise.all(writers.map(save));
      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      expect(await store.slips.loadSlip(id)).toEqual(writers[answers.indexOf('saved')]);
      expect(await store.slips.loadHistory(id)).toHaveLength(2);
    });

    describe('lists', () => {
      const unit = anId('unit');
      const slips = [
        aSlip({ id: 'A', unitId: unit, calledAt: '2025-03-03T04:00:00.000Z' }),
        // The same moment as B on another clock, and later than A, though its text is smaller than D's.
        aSlip({ id: 'C', unitId: unit, calledAt: '2025-03-03T13:00:00+08:00', state: 'taken', callId: 'CAlist' }),
        aSlip({ id: 'B', unitId: unit, calledAt: '2025-03-03T05:00:00Z', recipientId: 'staff1' }),
        aSlip({ id: 'D', unitId: `${unit}b`, calledAt: '2025-03-03T06:00:00Z', recipientId: null, callId: null }),
      ];
      beforeAll(async () => {
        for (const slip of slips) await save(slip);
      });
      const ids = async (listing: Partial<SlipListing>): Promise<string[]> => {
        const { items } = await store.slips.listSlips({ unitIds: [unit, `${unit}b`], limit: 50, ...listing });
        return items.map((slip) => slip.id);
      };

      test('the newest comes first by the moment of the call, whatever its time zone, then by id', async () => {
        expect(await ids({})).toEqual(['D', 'C', 'B', 'A']);
      });

      test('unit, recipient, call and state narrow the list', async () => {
        expect(await ids({ unitIds: [unit] })).toEqual(['C', 'B', 'A']);
        expect(await ids({ unitIds: [] })).toEqual([]);
        expect(await ids({ recipientIds: ['staff1'] })).toEqual(['B']);
        expect(await ids({ callId: 'CAlist' })).toEqual(['C']);
        expect(await ids({ state: 'taken' })).toEqual(['C']);
        expect(await ids({ unitIds: null, limit: 200, callId: 'CAlist' })).toEqual(['C']);
      });

      test('a slip that changes keeps its place and is found by its new values', async () => {
        await save(aSlip({ id: 'A', unitId: unit, version: 2, state: 'acknowledged', recipientId: 'staff2', calledAt: '2025-03-03T04:00:00.000Z' }));
        expect(await ids({})).toEqual(['D', 'C', 'B', 'A']);
        expect(await ids({ recipientIds: ['staff2', 'nobody'], state: 'acknowledged' })).toEqual(['A']);
      });

      test('what its recipient has opened, or has not, narrows the list', async () => {
        await save(aSlip({ id: 'B', unitId: unit, version: 2, calledAt: '2025-03-03T05:00:00Z', recipientId: 'staff1', readAt: 1_740_980_000_000 }));
        expect(await ids({ recipientIds: ['staff1', 'staff2'], isRead: true })).toEqual(['B']);
        expect(await ids({ recipientIds: ['staff1', 'staff2'], isRead: false })).toEqual(['A']);
      });

      test('[L9] what was taken without a number or a message is on a list of its own until it has both, or was acknowledged', async () => {
        const of = { unitId: `${unit}c`, state: 'taken' as const, calledAt: '2025-03-03T04:00:00.000Z' };
        await save(aSlip({ ...of, id: 'E', missing: ['caller', 'message'] }));
        await save(aSlip({ ...of, id: 'F', missing: ['number'] }));
        await save(aSlip({ ...of, id: 'G', missing: ['city'] }));
        await save(aSlip({ ...of, id: 'H', state: 'draft', missing: ['number'] }));
        expect(await ids({ unitIds: [`${unit}c`], toComplete: true })).toEqual(['F', 'E']);
        await save(aSlip({ ...of, id: 'E', version: 2, missing: ['caller'] }));
        await save(aSlip({ ...of, id: 'F', version: 2, state: 'acknowledged', missing: ['number'] }));
        expect(await ids({ unitIds: [`${unit}c`], toComplete: true })).toEqual([]);
      });

      test('pages follow one another without gap or repetition', async () => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.slips.listSlips({ unitIds: [unit], limit: 1, cursor });
          seen.push(...page.items.map((slip) => slip.id));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(seen).toEqual(['C', 'B', 'A']);
      });

      test('a page mark that is none of ours is refused as bad input', async () => {
        await expect(store.slips.listSlips({ unitIds: null, limit: 5, cursor: 'x' })).rejects.toThrow(DomainError);
      });
    });
  });
}
