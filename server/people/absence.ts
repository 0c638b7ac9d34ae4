import { DateTime } from 'luxon';

/** Whether people work on a day of the office's calendar: `date` is YYYY-MM-DD, `weekday` 1 (Monday) to 7. */
export type WorkingDay = (date: string, weekday: number) => boolean;

/** Without a calendar of holidays and swapped days: Monday to Friday. */
export const mondayToFriday: WorkingDay = (_date, weekday) => weekday <= 5;

/** Where somebody stands at one instant (DOMAIN 6, absent: "say the person is away and when back"). */
export interface Presence {
  away: boolean;
  /** ms UTC; null for somebody who is here, or when nobody knows. */
  backAt: number | null;
  why: 'here' | 'until' | 'until-next-working-day' | 'open-ended' | 'leave' | 'hours' | 'holiday';
}

/** Ten years without a working day is a broken calendar, not a holiday. */
const longestSearchDays = 3660;

/**
 * The first working day after today, at `atMinute` of that day's own clock. A minute that the clock skips on that day (summer time
 * begins) is read as the same moment on the new time; one that comes twice as the first of both. Null when the calendar never works.
 */
export function nextWorkingDayAt(atMinute: number, timeZone: string, now: number, isWorkingDay: WorkingDay): number | null {
  const given = DateTime.fromMillis(now, { zone: timeZone });
  const today = given.isValid ? given : DateTime.fromMillis(now, { zone: 'UTC' });
  for (let days = 1; days <= longestSearchDays; days++) {
    // Noon exists on every day of every zone, midnight does not.
    const day = today.set({ hour: 12, minute: 0, second: 0, millisecond: 0 }).plus({ days });
    if (!isWorkingDay(day.toFormat('yyyy-MM-dd'), day.weekday)) continue;
    const back = day.set({ hour: Math.floor(atMinute / 60), minute: atMinute % 60 }).toMillis();
    // Only a day that a zone left out (Samoa, 30 December 2011) can bring the clock back to now.
    if (back > now) return back;
  }
  return null;
}
