import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { presenceAt } from '../../server/people/presence.ts';
import type { Absence, CalendarDay } from '../../server/people/people.ts';

const shanghai = { timeZone: 'Asia/Shanghai' };
const at = (local: string, zone = shanghai.timeZone) => DateTime.fromISO(local, { zone }).toMillis();
const away = (absence: Absence) => ({ absence });
const presenceOf = ({ absence }: { absence: Absence | null }, unit: { timeZone: string; specialDays?: CalendarDay[] } | null, now: number) =>
  presenceAt({ absence, leaves: [], hours: null }, unit && { country: 'XX', specialDays: null, ...unit }, now);
const atNine: Absence = { kind: 'until-next-working-day', atMinute: 540 };

describe('say the person is away and when back (DOMAIN 6, absent)', () => {
  test('without an absence somebody is here', () => {
    expect(presenceOf({ absence: null }, shanghai, at('2026-10-14T10:00'))).toEqual({ away: false, backAt: null, why: 'here' });
  });

  test('away until a moment, and here from that moment on', () => {
    const back = at('2026-10-14T14:00');
    expect(presenceOf(away({ kind: 'until', at: back }), shanghai, back - 1)).toEqual({ away: true, backAt: back, why: 'until' });
    expect(presenceOf(away({ kind: 'until', at: back }), shanghai, back)).toEqual({ away: false, backAt: null, why: 'here' });
  });

  test('away with no end known', () => {
    expect(presenceOf(away({ kind: 'open-ended' }), shanghai, 0)).toEqual({ away: true, backAt: null, why: 'open-ended' });
  });

  test.each([
    ['2026-10-14T00:00', '2026-10-15T09:00'],
    ['2026-10-14T08:00', '2026-10-15T09:00'],
    ['2026-10-14T23:59:59.999', '2026-10-15T09:00'],
    ['2026-10-16T10:00', '2026-10-19T09:00'],
    ['2026-10-17T10:00', '2026-10-19T09:00'],
    ['2026-10-18T10:00', '2026-10-19T09:00'],
    ['2026-12-31T10:00', '2027-01-01T09:00'],
  ])('until the next working day: at %s the person is back at %s', (now, back) => {
    expect(presenceOf(away(atNine), shanghai, at(now))).toEqual({ away: true, backAt: at(back), why: 'until-next-working-day' });
  });

  test('"today" is the office\'s day, not that of the server', () => {
    // 17:00 UTC on Thursday is already Friday in Shanghai.
    expect(presenceOf(away(atNine), shanghai, Date.UTC(2026, 9, 15, 17)).backAt).toBe(at('2026-10-19T09:00'));
    expect(presenceOf(away(atNine), { timeZone: 'Europe/London' }, Date.UTC(2026, 9, 15, 17)).backAt).toBe(at('2026-10-16T09:00', 'Europe/London'));
  });

  test('a calendar of holidays and swapped days decides which days are worked', () => {
    const days = (from: number, to: number): CalendarDay[] => Array.from({ length: to - from + 1 }, (_, index) => ({ date: `2026-10-${String(from + index).padStart(2, '0')}`, works: false, name: '国庆节' }));
    const office = { ...shanghai, specialDays: [...days(1, 7), { date: '2026-10-10', works: true, name: '国庆节调休' }] };
    expect(presenceOf(away(atNine), office, at('2026-09-30T18:00')).backAt).toBe(at('2026-10-08T09:00'));
    expect(presenceOf(away(atNine), office, at('2026-10-09T18:00')).backAt).toBe(at('2026-10-10T09:00'));
  });

  test('an unknown office or time zone is read on UTC', () => {
    const now = Date.UTC(2026, 9, 14, 12);
    expect(presenceOf(away(atNine), null, now).backAt).toBe(Date.UTC(2026, 9, 15, 9));
    expect(presenceOf(away(atNine), { timeZone: 'Mars/Olympus' }, now).backAt).toBe(Date.UTC(2026, 9, 15, 9));
  });

  const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Hong_Kong', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'America/Santiago', 'Asia/Beirut', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/Havana', 'Asia/Kathmandu', 'UTC');
  const now = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });

  test('always in the future, on a working day, at 09:00 of the office\'s clock, within four days', () => {
    fc.assert(
      fc.property(zone, now, (timeZone, instant) => {
        const { backAt } = presenceOf(away(atNine), { timeZone }, instant);
        const back = DateTime.fromMillis(backAt ?? 0, { zone: timeZone });
        const here = DateTime.fromMillis(instant, { zone: timeZone });
        expect(back.toMillis()).toBeGreaterThan(instant);
        expect(back.weekday).toBeLessThanOrEqual(5);
        expect(back.toFormat('HH:mm:ss.SSS')).toBe('09:00:00.000');
        expect(back.startOf('day').diff(here.startOf('day'), 'days').days).toBeLessThan(4.1);
        expect(back.toISODate() === here.toISODate()).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('any minute of the day gives a working day after today, also one that the clock skips', () => {
    fc.assert(
      fc.property(zone, now, fc.integer({ min: 0, max: 1439 }), (timeZone, instant, atMinute) => {
        const { backAt } = presenceOf(away({ kind: 'until-next-working-day', atMinute }), { timeZone }, instant);
        const back = DateTime.fromMillis(backAt ?? 0, { zone: timeZone });
        expect(back.toMillis()).toBeGreaterThan(instant);
        expect(back.weekday).toBeLessThanOrEqual(5);
        // A skipped minute moves by what the clock skips, never by more than the hour (or, at Lord Howe, the half).
        expect(back.hour * 60 + back.minute - atMinute).toBeGreaterThanOrEqual(0);
        expect(back.hour * 60 + back.minute - atMinute).toBeLessThanOrEqual(60);
      }),
      { numRuns: 2000 },
    );
  });
});
