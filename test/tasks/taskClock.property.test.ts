import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { usualDelivery } from '../../server/contract/delivery.ts';
import type { Hours } from '../../server/contract/hours.ts';
import { mondayToFriday } from '../../server/people/absence.ts';
import { isOpen } from '../../server/people/hours.ts';
import { addWorkingTime } from '../../server/people/workingTime.ts';
import { workingTimeBefore } from '../../server/people/workingTimeBefore.ts';
import { dueChoices } from '../../server/tasks/dueChoices.ts';
import { soonMs, taskClock } from '../../server/tasks/taskClock.ts';
import type { TaskOffice } from '../../server/tasks/taskClock.ts';

const minute = 60_000;
const nineToSix: Hours = { kind: 'weekly', spans: [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, fromMinute: 540, toMinute: 720 }, { weekday, fromMinute: 780, toMinute: 1080 }]) };
const office = (hours: Hours, timeZone = 'Asia/Shanghai'): TaskOffice => ({ timeZone, country: '', specialDays: [], delivery: { ...usualDelivery, hours } });
const at = (text: string): number => DateTime.fromISO(text, { zone: 'Asia/Shanghai' }).toMillis();

const zones = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Apia');
const span = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1439 }), toMinute: fc.integer({ min: 0, max: 1439 }) }).filter(({ fromMinute, toMinute }) => fromMinute !== toMinute);
const anyHours = fc.oneof(fc.constant<Hours>({ kind: 'always' }), fc.constant<Hours>({ kind: 'never' }), fc.array(span, { maxLength: 6 }).map((spans): Hours => ({ kind: 'weekly', spans })));
const instants = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) });

describe('when a task is pressing, late, untouched', () => {
  test('[T2] whatever the hours and the zone: pressing comes at least a quarter of an hour before the due time, late never before it', () => {
    fc.assert(
      fc.property(anyHours, zones, instants, instants, fc.constantFrom('promise' as const, 'task' as const), (hours, zone, dueAt, lastActAt, kind) => {
        const clock = taskClock({ kind, dueAt, lastActAt }, office(hours, zone));
        expect(clock.soonAt).toBeLessThanOrEqual(dueAt - soonMs);
        expect(clock.overdueAt).toBeGreaterThanOrEqual(dueAt);
        if (kind === 'promise') expect(clock.overdueAt).toBe(dueAt);
        expect(clock.untouchedAt).toBeGreaterThan(lastActAt);
        expect(clock.supervisorsAt).toBeGreaterThan(dueAt);
      }),
    );
  });

  test('the working time before is the mirror of the working time after: what is taken back and given again ends at or before the same instant', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }).map((weekdays): Hours => ({ kind: 'weekly', spans: weekdays.map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 })) }));
    fc.assert(
      fc.property(days, zones, instants, fc.integer({ min: 1, max: 72 * 60 }), (hours, zone, until, minutes) => {
        const from = workingTimeBefore(until, minutes * minute, hours, zone, mondayToFriday);
        const again = addWorkingTime(from, minutes * minute, hours, zone, mondayToFriday);
        expect(again).toBeLessThanOrEqual(until);
        // Between the two nobody works.
        if (again < until) expect(addWorkingTime(again, 1, hours, zone, mondayToFriday)).toBeGreaterThan(until);
        expect(isOpen(hours, zone, from)).toBe(true);
      }),
    );
  });

  test('[T3] a warning falls into working time: due at 9:05, pressing since ten to six the day before; over noon the break does not count', () => {
    const soon = (due: string): number => taskClock({ kind: 'promise', dueAt: at(due), lastActAt: 0 }, office(nineToSix)).soonAt;
    expect(soon('2026-06-10T15:00')).toBe(at('2026-06-10T14:45'));
    expect(soon('2026-06-10T09:05')).toBe(at('2026-06-09T17:50'));
    expect(soon('2026-06-10T13:05')).toBe(at('2026-06-10T11:50'));
    expect(soon('2026-06-08T08:00')).toBe(at('2026-06-05T17:45'));
  });

  test('[T2] at night a promise is late at its minute, what only the office knows of when it opens', () => {
    const late = (kind: 'promise' | 'task'): number => taskClock({ kind, dueAt: at('2026-06-10T20:00'), lastActAt: 0 }, office(nineToSix)).overdueAt;
    expect(late('promise')).toBe(at('2026-06-10T20:00'));
    expect(late('task')).toBe(at('2026-06-11T09:00'));
  });

  test('[T4] untouched after eight hours of work, not over the week-end', () => {
    expect(taskClock({ kind: 'task', dueAt: at('2026-06-30T12:00'), lastActAt: at('2026-06-05T16:00') }, office(nineToSix)).untouchedAt).toBe(at('2026-06-08T16:00'));
  });
});

describe('the due times that are offered', () => {
  const offered = (hours: Hours, now: string): Record<string, string> => Object.fromEntries(dueChoices(office(hours), at(now)).map(({ key, at: due }) => [key, DateTime.fromMillis(due, { zone: 'Asia/Shanghai' }).toFormat('MM-dd HH:mm')]));

  test('before closing is the end of today\'s last span; the next morning ends at noon of the next working day', () => {
    expect(offered(nineToSix, '2026-06-10T10:07')).toEqual({ minutes: '06-10 10:17', hour: '06-10 11:07', closing: '06-10 18:00', morning: '06-11 12:00' });
    expect(offered(nineToSix, '2026-06-12T17:59')).toMatchObject({ closing: '06-12 18:00', morning: '06-15 12:00' });
    expect(offered({ kind: 'always' }, '2026-06-10T10:00')).toMatchObject({ closing: '06-10 18:00' });
  });

  test('after closing, and on a day off, nothing is promised before closing', () => {
    for (const now of ['2026-06-10T18:00', '2026-06-13T10:00']) expect(offered(nineToSix, now)).not.toHaveProperty('closing');
  });

  test('lie ahead, whatever the hours and the zone', () => {
    fc.assert(
      fc.property(anyHours, zones, instants, (hours, zone, now) => {
        for (const { at: due } of dueChoices(office(hours, zone), now)) expect(due).toBeGreaterThan(now);
      }),
    );
  });
});
