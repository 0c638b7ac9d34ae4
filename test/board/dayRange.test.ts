import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, dayOf, readDay, startOf } from '../../client/src/board/dayRange.ts';

const zones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Europe/London', 'America/New_York', 'Australia/Sydney', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];
const moment = fc.integer({ min: Date.parse('2012-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') });

describe('a day of the office’s calendar', () => {
  test('begins at midnight of its own clock, also where the clocks are changed, wherever this computer stands', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (at, zone) => {
        const there = DateTime.fromMillis(at, { zone });
        const day = dayOf(at, zone);
        expect(day).toBe(there.toISODate());
        expect(startOf(day, zone)).toBe(there.startOf('day').toMillis());
      }),
      { numRuns: 500 },
    );
  });

  test('which has no midnight begins with its first moment', () => {
    // São Paulo put its clocks forward at midnight of 4 November 2018: that day began at 01:00.
    expect(startOf('2018-11-04', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'));
    expect(startOf('2018-11-05', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-05T02:00:00Z'));
  });

  test('days are counted across months and leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６－０３－０５', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['3月5号', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['12-30', '2025-12-30'],
    ['2024-2-29', '2024-02-29'],
  ])('%s is read', (typed, day) => expect(readDay(typed, '2026-06-11')).toBe(day));

  test.each(['', '昨天', '2026-02-30', '2025-2-29', '13-1', '0-0', '5', '2026', '202635', '2026-03-05x', '<b>'])('%j is no day', (typed) => expect(readDay(typed, '2026-06-11')).toBeNull());
});
