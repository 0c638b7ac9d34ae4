import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isOpen } from '../../server/people/hours.ts';
import type { Hours } from '../../server/people/people.ts';

const shanghai = 'Asia/Shanghai';
const at = (local: string, zone = shanghai) => DateTime.fromISO(local, { zone }).toMillis();
const weekly = (...spans: [weekday: number, fromMinute: number, toMinute: number][]): Hours => ({
  kind: 'weekly',
  spans: spans.map(([weekday, fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
});

describe('a line is open', () => {
  test('always, or never, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
        expect(isOpen({ kind: 'always' }, shanghai, now)).toBe(true);
        expect(isOpen({ kind: 'never' }, shanghai, now)).toBe(false);
      }),
    );
  });

  test.each([
    ['2026-10-14T08:59:59', false],
    ['2026-10-14T09:00', true],
    ['2026-10-14T12:30', true],
    ['2026-10-14T17:59:59', true],
    ['2026-10-14T18:00', false],
    ['2026-10-15T10:00', false],
  ])('on Wednesday 09:00 to 18:00 of its office: %s is %s', (local, open) => {
    expect(isOpen(weekly([3, 540, 1080]), shanghai, at(local))).toBe(open);
  });

  test('through midnight, from Sunday into Monday', () => {
    const night = weekly([7, 22 * 60, 6 * 60]);
    expect(isOpen(night, shanghai, at('2026-10-18T23:00'))).toBe(true);
    expect(isOpen(night, shanghai, at('2026-10-19T05:59'))).toBe(true);
    expect(isOpen(night, shanghai, at('2026-10-19T06:00'))).toBe(false);
    expect(isOpen(night, shanghai, at('2026-10-18T05:00'))).toBe(false);
  });

  test('until the end of the day when the span ends at minute 1440', () => {
    expect(isOpen(weekly([3, 0, 1440]), shanghai, at('2026-10-14T23:59:59'))).toBe(true);
    expect(isOpen(weekly([3, 0, 1440]), shanghai, at('2026-10-15T00:00'))).toBe(false);
  });

  test('on the local clock, also on the day when summer time begins', () => {
    const morning = weekly([7, 9 * 60, 10 * 60]);
    expect(isOpen(morning, 'Europe/London', at('2026-03-29T09:30', 'Europe/London'))).toBe(true);
    expect(isOpen(morning, 'Europe/London', at('2026-03-22T09:30', 'Europe/London'))).toBe(true);
  });

  test('when its time zone is none: a wrong setting must not send callers away', () => {
    expect(isOpen(weekly([3, 540, 1080]), 'Mars/Olympus', 0)).toBe(true);
  });

  test('overlapping spans are one span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 701, max: 1440 }), (now, from, to) => {
        const split = weekly(...[1, 2, 3, 4, 5, 6, 7].flatMap((day): [number, number, number][] => [[day, from, 701], [day, 650 > from ? 650 : from, to]]));
        const whole = weekly(...[1, 2, 3, 4, 5, 6, 7].map((day): [number, number, number] => [day, from, to]));
        expect(isOpen(split, shanghai, now)).toBe(isOpen(whole, shanghai, now));
      }),
    );
  });
});
