import { describe, expect, test } from '@jest/globals';
import { isShiftStart } from '../../server/people/shiftStart.ts';

const hour = 3_600_000;
const morning = Date.UTC(2026, 5, 11, 0);
const base = { seenAt: morning, signedInAt: morning - 1000, presence: 'available' as const, presenceSince: morning - 500 };

describe('the start of a shift (DOMAIN 13)', () => {
  test('is whoever has never seen what waits, and whoever signed in since he saw it', () => {
    expect(isShiftStart({ ...base, seenAt: null })).toBe(true);
    expect(isShiftStart({ ...base, signedInAt: morning + 1 })).toBe(true);
  });

  test('is not a break, nor lunch', () => {
    expect(isShiftStart(base)).toBe(false);
    expect(isShiftStart({ ...base, presenceSince: morning + 2 * hour })).toBe(false);
  });

  test('is the next morning of somebody who never signed out, once he is available', () => {
    expect(isShiftStart({ ...base, presence: 'away', presenceSince: morning + 9 * hour })).toBe(false);
    expect(isShiftStart({ ...base, presenceSince: morning + 24 * hour })).toBe(true);
  });
});
