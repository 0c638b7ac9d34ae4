import { DateTime } from 'luxon';
import mainland from './mainlandHolidays.json';
import type { WorkingDay } from './absence.ts';
import type { CalendarDay, Unit } from './people.ts';

/** Official days off and swapped working days, by country, for the years whose notice is out; offices edit their own. */
const official: Readonly<Record<string, readonly CalendarDay[]>> = { CN: mainland };

const none: readonly CalendarDay[] = [];
/** One calendar a list of days: every answer about a person asks for it. Lists are replaced, never changed. */
const calendars = new WeakMap<readonly CalendarDay[], WorkingDay>();

/** The official days of a country, as far as they are known; none for a country that has no list here. */
export function officialDays(country: string): readonly CalendarDay[] {
  return official[country] ?? none;
}

/** The days of this office that are not as their weekday says: its own list where it keeps one, else its country's. */
export function specialDays(unit: Pick<Unit, 'country' | 'specialDays'> | null): readonly CalendarDay[] {
  return unit?.specialDays ?? officialDays(unit?.country ?? '');
}

/** Whether people of this office work on a day: its special days first, else Monday to Friday. */
export function workingDayOf(unit: Pick<Unit, 'country' | 'specialDays'> | null): WorkingDay {
  const days = specialDays(unit);
  const known = calendars.get(days);
  if (known) return known;
  const byDate = new Map(days.map(({ date, works }) => [date, works]));
  const made: WorkingDay = (date, weekday) => byDate.get(date) ?? weekday <= 5;
  calendars.set(days, made);
  return made;
}

/** The notice for a year is published in November of the year before. */
const noticeMonth = 11;

/** The year whose days are not known though it is time: this one, or from November on the next. Null when all is known. `now` in ms UTC. */
export function missingYear(unit: Pick<Unit, 'timeZone' | 'country' | 'specialDays'>, now: number): number | null {
  const { year, month } = DateTime.fromMillis(now, { zone: unit.timeZone });
  const days = specialDays(unit);
  const isKnown = (one: number): boolean => days.some(({ date }) => date.startsWith(`${one}-`));
  return !isKnown(year) ? year : month >= noticeMonth && !isKnown(year + 1) ? year + 1 : null;
}
