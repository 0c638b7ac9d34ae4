import { DateTime } from 'luxon';
import { nextWorkingDayAt } from './absence.ts';
import type { Presence, WorkingDay } from './absence.ts';
import type { Hours, StaffMember, Unit } from './people.ts';
import { workingDayOf } from './workingCalendar.ts';
import { workingSpans } from './workingSpans.ts';

/** What presence is read from. */
export type PresenceSources = Pick<StaffMember, 'absence' | 'leaves' | 'hours'> & Partial<Pick<StaffMember, 'hereUntil'>>;

/** One reason to be away at an instant, and until when it holds; null: nobody knows. */
interface Block {
  until: number | null;
  why: Presence['why'];
}

/** Absences that follow one another without a gap are one; more than this are a broken calendar. */
const longestChain = 400;
const longestSearchDays = 400;

function minuteOfDay({ hour, minute }: DateTime): number {
  return hour * 60 + minute;
}

/** Outside of the working hours: until when. Null inside of them. A span that ends before it begins runs past midnight. */
function hoursBlock(hours: Hours, timeZone: string, at: number, isWorkingDay: WorkingDay): Block | null {
  if (hours.kind === 'always') return null;
  if (hours.kind === 'never') return { until: null, why: 'hours' };
  const given = DateTime.fromMillis(at, { zone: timeZone });
  const local = given.isValid ? given : DateTime.fromMillis(at, { zone: 'UTC' });
  const minute = minuteOfDay(local);
  const today = workingSpans(hours, local, isWorkingDay);
  const yesterday = workingSpans(hours, local.minus({ days: 1 }), isWorkingDay);
  const isIn = today.some(({ fromMinute, toMinute }) => minute >= fromMinute && (toMinute < fromMinute || minute < toMinute)) || yesterday.some(({ fromMinute, toMinute }) => toMinute < fromMinute && minute < toMinute);
  if (isIn) return null;
  const noon = local.set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
  for (let days = 0; days <= longestSearchDays; days++) {
    const day = noon.plus({ days });
    const starts = workingSpans(hours, day, isWorkingDay)
      .map(({ fromMinute }) => day.set({ hour: Math.floor(fromMinute / 60), minute: fromMinute % 60 }).toMillis())
      .filter((start) => start > at)
      .sort((a, b) => a - b);
    if (starts[0] !== undefined) return { until: starts[0], why: isWorkingDay(local.toFormat('yyyy-MM-dd'), local.weekday) ? 'hours' : 'holiday' };
  }
  return { until: null, why: 'hours' };
}

/** Why somebody is not at his desk at this instant; of several reasons the one that the office was told comes before the one that the clock says. */
function blockAt({ absence, leaves, hours, hereUntil }: PresenceSources, timeZone: string, at: number, isWorkingDay: WorkingDay): Block | null {
  if (absence?.kind === 'until' && at < absence.at) return { until: absence.at, why: 'until' };
  if (absence?.kind === 'open-ended') return { until: null, why: 'open-ended' };
  const covering = leaves.filter(({ fromAt, toAt }) => fromAt <= at && (toAt === null || at < toAt));
  if (covering.length > 0) return { until: covering.some(({ toAt }) => toAt === null) ? null : Math.max(...covering.map(({ toAt }) => toAt ?? 0)), why: 'leave' };
  if (hours === null || (hereUntil != null && at < hereUntil)) return null;
  return hoursBlock(hours, timeZone, at, isWorkingDay);
}

/**
 * Whether somebody is in at this instant, or away and back when and why, on the clock and calendar of his office: what he or the
 * front desk said, his leaves, his working hours, the holidays. Back is the first instant at which nothing of it holds any more
 * (DOMAIN 6, absent: "say the person is away and when back").
 */
export function presenceAt(staff: PresenceSources, unit: Pick<Unit, 'timeZone' | 'country' | 'specialDays'> | null, now: number): Presence {
  const timeZone = unit?.timeZone ?? 'UTC';
  const isWorkingDay = workingDayOf(unit);
  const isDaily = staff.absence?.kind === 'until-next-working-day';
  // That absence never ends: each day he is back on the next working day, and then his leaves still count.
  const rest = isDaily ? { ...staff, absence: null } : staff;
  let at = now;
  let why: Presence['why'] = 'here';
  if (staff.absence?.kind === 'until-next-working-day') {
    const back = nextWorkingDayAt(staff.absence.atMinute, timeZone, now, isWorkingDay);
    if (back === null) return { away: true, backAt: null, why: 'until-next-working-day' };
    at = back;
    why = 'until-next-working-day';
  }
  for (let link = 0; link < longestChain; link++) {
    const block = blockAt(rest, timeZone, at, isWorkingDay);
    if (!block) return { away: why !== 'here', backAt: why === 'here' ? null : at, why };
    if (why === 'here') why = block.why;
    if (block.until === null) return { away: true, backAt: null, why };
    at = block.until;
  }
  return { away: true, backAt: null, why };
}
