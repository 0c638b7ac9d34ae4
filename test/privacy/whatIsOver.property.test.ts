import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOver, keptFrom } from '../../server/privacy/whatIsOver.ts';

const dayMs = 86_400_000;
const days = fc.option(fc.integer({ min: 1, max: 36_500 }), { nil: null });
const now = Date.UTC(2026, 5, 1);

test('what is open, what is set to be kept and what is younger than its days stays; all else is over; a recording never outlives its message', () => {
  fc.assert(
    fc.property(days, days, days, fc.integer({ min: 0, max: 40_000 * dayMs }), fc.boolean(), (slipDays, callDays, recordingDays, age, isOpen) => {
      const from = keptFrom({ slipDays, callDays, recordingDays }, now);
      const record = { at: now - age, isOpen };
      expect(isOver(record, from.slips)).toBe(slipDays !== null && !isOpen && age > slipDays * dayMs);
      expect(isOver(record, from.calls)).toBe(callDays !== null && !isOpen && age > callDays * dayMs);
      expect(isOver(record, from.recordings)).toBe(!isOpen && age > Math.min(recordingDays ?? Infinity, slipDays ?? Infinity) * dayMs);
    }),
  );
});
