/** A day of the office's calendar, `2026-03-05`. */
export type Day = string;

const two = (value: number): string => String(value).padStart(2, '0');
const dayMs = 86_400_000;

/** What the clock on that wall shows at this moment, as if it were UTC, ms. `zone` is an IANA name; undefined is this computer's. */
function wallClock(at: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The day that the wall shows at `at`, ms UTC. `zone` is an IANA name; undefined is this computer's. @throws RangeError for a zone that is none */
export const dayOf = (at: number, zone: string | undefined): Day => new Date(wallClock(at, zone)).toISOString().slice(0, 10);

/** Days of the calendar, back where negative: a day on which the clocks are changed is one too. @throws RangeError for a day that is none */
export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** When this day begins on that wall, ms UTC. Where the clocks are put forward at midnight it begins an hour late. */
export function startOf(day: Day, zone: string | undefined): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const first = midnight - (wallClock(midnight, zone) - midnight);
  // Between that guess and the day's begin the clocks may have been changed.
  const second = midnight - (wallClock(first, zone) - first);
  return dayOf(second, zone) === day ? second : Math.max(first, second);
}

/** Months and days that are some: no 31 February. */
function real(year: number, month: number, day: number): Day | null {
  const written = `${year}-${two(month)}-${two(day)}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written) ? written : null;
}

/** A date as people type it: 2026-03-05, 2026/3/5, 20260305, 2026年3月5日, 3月5日, 3-5. Without a year it is the last such day up to `today`. Null when it is none. */
export function readDay(typed: string, today: Day): Day | null {
  const text = typed.normalize('NFKC').trim().replace(/[年月./]/g, '-').replace(/[日号\s]/g, '');
  const whole = /^(\d{4})-?(\d{1,2})-?(\d{1,2})$/.exec(text);
  if (whole && (text.includes('-') || text.length === 8)) return real(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!short) return null;
  const year = Number(today.slice(0, 4));
  const here = real(year, Number(short[1]), Number(short[2]));
  return here === null || here <= today ? here : real(year - 1, Number(short[1]), Number(short[2]));
}
