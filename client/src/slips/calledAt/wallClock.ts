/** What a clock on the wall shows, and the calendar beside it; months from 1. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(zone ?? '');
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' });
  formats.set(zone ?? '', made);
  return made;
}

/** What the wall clock of a zone (IANA name; undefined: this computer's) shows at an instant (ms UTC). */
export function wallTimeAt(at: number, zone: string | undefined): WallTime {
  const wall: Record<string, number> = {};
  for (const { type, value } of formatIn(zone).formatToParts(at)) wall[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = wall;
  return { year, month, day, hour, minute };
}

/** The wall's reading as if it were UTC, ms. */
const asUtc = ({ year, month, day, hour, minute }: WallTime): number => Date.UTC(year, month - 1, day, hour, minute);

const offsetAt = (at: number, zone: string | undefined): number => asUtc(wallTimeAt(at, zone)) - Math.floor(at / 60_000) * 60_000;

/** The instant (ms UTC) at which that clock shows this: the first, where the hour is lived twice; where it is left out, as much later as the clocks went on. */
export function instantOf(wall: WallTime, zone: string | undefined): number {
  const utc = asUtc(wall);
  const before = utc - offsetAt(utc - dayMs, zone);
  const after = utc - offsetAt(utc + dayMs, zone);
  const found = [before, after].filter((at) => asUtc(wallTimeAt(at, zone)) === utc);
  return found.length > 0 ? Math.min(...found) : before;
}

/** Whether the calendar has this day. */
export function isDay({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The same clock time so many days on. */
export function daysOn(wall: WallTime, days: number): WallTime {
  const date = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
