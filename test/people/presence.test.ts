import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Absence, Hours, Leave } from '../../server/people/people.ts';
import { presenceAt } from '../../server/people/presence.ts';
import type { PresenceSources } from '../../server/people/presence.ts';
import { workingDayOf } from '../../server/people/workingCalendar.ts';

const office = { timeZone: 'Asia/Shanghai', country: 'CN', specialDays: null };
const at = (local: string, zone = office.timeZone): number => DateTime.fromISO(local, { zone }).toMillis();
const staff = (over: Partial<PresenceSources> = {}): PresenceSources => ({ absence: null, leaves: [], hours: null, ...over });
const aLeave = (from: string, to: string | null, over: Partial<Leave> = {}): Leave => ({ id: `${from}-${to}`, fromAt: at(from), toAt: to === null ? null : at(to), why: 'leave', note: '', source: 'person', ...over });
const day = (weekday: number, ...spans: [number, number][]) => spans.map(([fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute }));
/** 08:30 to 12:00 and 14:00 to 18:00, Monday to Friday. */
const desk: Hours = { kind: 'weekly', spans: [1, 2, 3, 4, 5].flatMap((weekday) => day(weekday, [510, 720], [840, 1080])) };

describe('in, or away and back when', () => {
  test('without hours, leaves or absences somebody is here', () => {
    expect(presenceAt(staff(), office, at('2026-11-23T03:00'))).toEqual({ away: false, backAt: null, why: 'here' });
  });

  test.each([
    ['in the morning', '2026-11-23T09:00', null, 'here'],
    ['at lunch: back in the afternoon', '2026-11-23T12:30', '2026-11-23T14:00', 'hours'],
    ['in the evening: back tomorrow', '2026-11-23T18:00', '2026-11-24T08:30', 'hours'],
    ['on Friday evening: back on Monday', '2026-11-20T19:00', '2026-11-23T08:30', 'hours'],
    ['in the week of the National Day: back on the 8th', '2026-10-03T10:00', '2026-10-08T08:30', 'holiday'],
    ['on a Saturday that is worked in exchange', '2026-10-10T10:00', null, 'here'],
    ['on the day before a Saturday that is worked', '2026-10-09T19:00', '2026-10-10T08:30', 'hours'],
  ])('working hours: %s', (_when, now, back, why) => {
    expect(presenceAt(staff({ hours: desk }), office, at(now))).toEqual({ away: back !== null, backAt: back === null ? null : at(back), why });
  });

  test('a leave that ends at night ends for the caller when the person works again', () => {
    expect(presenceAt(staff({ hours: desk, leaves: [aLeave('2026-11-23T00:00', '2026-11-25T00:00')] }), office, at('2026-11-23T10:00'))).toEqual({ away: true, backAt: at('2026-11-25T08:30'), why: 'leave' });
  });

  test('leaves that touch or overlap are one, in whatever order they stand', () => {
    const leaves = [aLeave('2026-11-24T10:00', '2026-11-24T12:00'), aLeave('2026-11-23T09:00', '2026-11-24T10:00'), aLeave('2026-11-23T12:00', '2026-11-23T13:00')];
    for (const order of [leaves, [...leaves].reverse()]) expect(presenceAt(staff({ leaves: order }), office, at('2026-11-23T12:30')).backAt).toBe(at('2026-11-24T12:00'));
  });

  test('what the person said comes before what the clock says, and one that ends when a meeting begins goes on', () => {
    const absence: Absence = { kind: 'until', at: at('2026-11-23T15:00') };
    expect(presenceAt(staff({ absence, hours: desk }), office, at('2026-11-23T12:30'))).toEqual({ away: true, backAt: at('2026-11-23T15:00'), why: 'until' });
    expect(presenceAt(staff({ absence, leaves: [aLeave('2026-11-23T15:00', '2026-11-23T16:00', { why: 'meeting' })] }), office, at('2026-11-23T12:30')).backAt).toBe(at('2026-11-23T16:00'));
  });

  test('nobody knows until when: no time is made up', () => {
    expect(presenceAt(staff({ leaves: [aLeave('2026-11-23T00:00', null, { why: 'sick' })] }), office, at('2026-11-23T10:00'))).toEqual({ away: true, backAt: null, why: 'leave' });
    expect(presenceAt(staff({ hours: { kind: 'never' } }), office, at('2026-11-23T10:00')).backAt).toBeNull();
  });

  test('a night shift runs past midnight', () => {
    const night: Hours = { kind: 'weekly', spans: day(1, [1320, 360]) };
    expect(presenceAt(staff({ hours: night }), office, at('2026-11-24T05:59')).away).toBe(false);
    expect(presenceAt(staff({ hours: night }), office, at('2026-11-24T06:00'))).toEqual({ away: true, backAt: at('2026-11-30T22:00'), why: 'hours' });
  });

  test('an office that keeps its own list of days is not told its country’s', () => {
    const isWorkingDay = workingDayOf({ country: 'CN', specialDays: [{ date: '2026-11-23', works: false, name: '司庆' }] });
    expect([isWorkingDay('2026-11-23', 1), isWorkingDay('2026-10-01', 4)]).toEqual([false, true]);
  });
});

describe('lunch, nights and swapped days', () => {
  test('at lunch he is away and back in the afternoon, though the line is open: the break is his, not the office’s', () => {
    for (const minute of [0, 1, 60, 119]) expect(presenceAt(staff({ hours: desk }), office, at('2026-11-23T12:00') + minute * 60_000)).toEqual({ away: true, backAt: at('2026-11-23T14:00'), why: 'hours' });
    expect(presenceAt(staff({ hours: desk }), office, at('2026-11-23T14:00')).away).toBe(false);
  });

  test('who said that he is here works on, whatever his hours say; a meeting still counts, and so does what he says later', () => {
    const noon = at('2026-11-23T12:30');
    const here = { hours: desk, hereUntil: at('2026-11-23T13:30') };
    expect(presenceAt(staff(here), office, noon).away).toBe(false);
    expect(presenceAt(staff(here), office, at('2026-11-23T13:30'))).toEqual({ away: true, backAt: at('2026-11-23T14:00'), why: 'hours' });
    expect(presenceAt(staff({ ...here, leaves: [aLeave('2026-11-23T12:00', '2026-11-23T13:00')] }), office, noon)).toEqual({ away: true, backAt: at('2026-11-23T13:00'), why: 'leave' });
  });

  test('a night watch of a Saturday that is worked in exchange goes on into Sunday', () => {
    const night: Hours = { kind: 'weekly', spans: [1, 2, 3, 4, 5].flatMap((weekday) => day(weekday, [1320, 360])) };
    // 2026-02-14 is a Saturday that is worked.
    expect(presenceAt(staff({ hours: night }), office, at('2026-02-14T23:00')).away).toBe(false);
    expect(presenceAt(staff({ hours: night }), office, at('2026-02-15T05:59')).away).toBe(false);
    expect(presenceAt(staff({ hours: night }), office, at('2026-02-15T23:00'))).toMatchObject({ away: true, why: 'holiday' });
  });
});

describe('at whatever instant, with whatever leaves and hours', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'UTC');
  const now = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) });
  const hour = 3_600_000;
  const leaves = (base: number) =>
    fc.array(
      fc.record({ from: fc.integer({ min: -72, max: 72 }), length: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 12 }) }).map(({ from, length }, ): Leave => ({ id: 'l', fromAt: base + from * hour, toAt: length === null ? null : base + (from + length) * hour, why: 'other', note: '', source: 'calendar' })),
      { maxLength: 5 },
    );
  const hours: fc.Arbitrary<Hours | null> = fc.constantFrom<Hours | null>(null, { kind: 'always' }, desk, { kind: 'weekly', spans: [...day(1, [1320, 360]), ...day(6, [0, 1440])] });
  const given = fc.tuple(zone, now, hours).chain(([timeZone, instant, kept]) => fc.tuple(fc.constant({ ...office, timeZone }), fc.constant(instant), fc.constant(kept), leaves(instant)));

  test('who is away comes back later than now, and is here at that moment', () => {
    fc.assert(
      fc.property(given, ([unit, instant, kept, gone]) => {
        const person = staff({ hours: kept, leaves: gone });
        const { away, backAt } = presenceAt(person, unit, instant);
        if (!away) expect(backAt).toBeNull();
        if (backAt === null) return;
        expect(backAt).toBeGreaterThan(instant);
        expect(presenceAt(person, unit, backAt).away).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('until then he is away at every moment, and is always told the same time', () => {
    fc.assert(
      fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), ([unit, instant, kept, gone], part) => {
        const person = staff({ hours: kept, leaves: gone });
        const { backAt } = presenceAt(person, unit, instant);
        if (backAt === null) return;
        const between = Math.min(backAt - 1, Math.floor(instant + part * (backAt - instant)));
        expect(presenceAt(person, unit, between)).toMatchObject({ away: true, backAt });
      }),
      { numRuns: 1000 },
    );
  });

  test('back is never inside of a leave, an absence or outside of his hours', () => {
    fc.assert(
      fc.property(given, fc.option(fc.integer({ min: -48, max: 200 })), ([unit, instant, kept, gone], until) => {
        const person = staff({ hours: kept, leaves: gone, absence: until === null ? null : { kind: 'until', at: instant + until * hour } });
        const { away, backAt } = presenceAt(person, unit, instant);
        const here = away ? backAt : instant;
        if (here === null || !away) return;
        for (const { fromAt, toAt } of gone) expect(fromAt <= here && (toAt === null || here < toAt)).toBe(false);
        if (person.absence?.kind === 'until') expect(here >= person.absence.at).toBe(true);
        expect(presenceAt(staff({ hours: kept }), unit, here).away).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves that overlap are as the spans that they cover together', () => {
    fc.assert(
      fc.property(given, ([unit, instant, kept, gone]) => {
        const joined: Leave[] = [];
        for (const leave of [...gone].filter(({ fromAt, toAt }) => toAt === null || toAt > fromAt).sort((a, b) => a.fromAt - b.fromAt)) {
          const last = joined.at(-1);
          if (!last || (last.toAt !== null && last.toAt < leave.fromAt)) joined.push({ ...leave });
          else last.toAt = last.toAt === null || leave.toAt === null ? null : Math.max(last.toAt, leave.toAt);
        }
        expect(presenceAt(staff({ hours: kept, leaves: joined }), unit, instant)).toEqual(presenceAt(staff({ hours: kept, leaves: gone }), unit, instant));
      }),
      { numRuns: 1000 },
    );
  });

  test('one more leave brings nobody back earlier; asked later, nobody is back earlier than was said', () => {
    const later = (one: number | null): number => one ?? Infinity;
    const backOf = (person: PresenceSources, unit: typeof office, instant: number): number => {
      const { away, backAt } = presenceAt(person, unit, instant);
      return away ? later(backAt) : instant;
    };
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 300 }), ([unit, instant, kept, gone], hours) => {
        const person = staff({ hours: kept, leaves: gone });
        expect(backOf(person, unit, instant)).toBeGreaterThanOrEqual(backOf(staff({ hours: kept, leaves: gone.slice(1) }), unit, instant));
        expect(backOf(person, unit, instant + hours * hour)).toBeGreaterThanOrEqual(backOf(person, unit, instant));
      }),
      { numRuns: 1000 },
    );
  });

  test('with holidays and swapped days of whatever kind, who is away is back later, and here then', () => {
    const days = fc.uniqueArray(fc.record({ offset: fc.integer({ min: -5, max: 40 }), works: fc.boolean() }), { maxLength: 25, selector: ({ offset }) => offset });
    fc.assert(
      fc.property(given, days, ([unit, instant, kept, gone], special) => {
        const own = { ...unit, specialDays: special.map(({ offset, works }) => ({ date: DateTime.fromMillis(instant, { zone: unit.timeZone }).plus({ days: offset }).toFormat('yyyy-MM-dd'), works, name: '' })) };
        for (const absence of [null, { kind: 'until-next-working-day', atMinute: 540 }] as const) {
          const person = staff({ hours: kept, leaves: gone, absence });
          const { away, backAt } = presenceAt(person, own, instant);
          if (!away || backAt === null) continue;
          expect(backAt).toBeGreaterThan(instant);
          if (absence === null) expect(presenceAt(person, own, backAt).away).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the order of leaves changes nothing', () => {
    fc.assert(
      fc.property(given, ([unit, instant, kept, gone]) => {
        expect(presenceAt(staff({ hours: kept, leaves: [...gone].reverse() }), unit, instant)).toEqual(presenceAt(staff({ hours: kept, leaves: gone }), unit, instant));
      }),
      { numRuns: 500 },
    );
  });
});
