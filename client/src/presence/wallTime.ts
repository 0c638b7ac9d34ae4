import { dayOf, startOf } from '../board/dayRange.ts';
import type { Day } from '../board/dayRange.ts';

const minuteMs = 60_000;

/** A moment as the office's clock shows it: its day, and minutes from midnight. */
export interface WallTime {
  day: Day;
  minute: number;
}

function minuteOf(at: number, zone: string | undefined): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(at).split(':').map(Number);
  return hour * 60 + minute;
}

/** `at` in ms UTC; without a `zone` (IANA) the computer's own. */
export const wallTimeOf = (at: number, zone: string | undefined): WallTime => ({ day: dayOf(at, zone), minute: minuteOf(at, zone) });

/** When the office's clock shows this, ms UTC. A minute that the clock skips is read as the same moment on the new time. */
export function instantOf({ day, minute }: WallTime, zone: string | undefined): number {
  const guess = startOf(day, zone) + minute * minuteMs;
  // On a day on which the clock is changed the hours behind the change are off by it.
  const off = minute - minuteOf(guess, zone);
  const wrapped = off > 720 ? off - 1440 : off < -720 ? off + 1440 : off;
  const mended = guess + wrapped * minuteMs;
  return minuteOf(mended, zone) === minute % 1440 ? mended : guess;
}
