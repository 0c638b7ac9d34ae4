import mainland from './mainlandHolidays.json';
import type { WorkingDay } from './absence.ts';
import type { CalendarDay, Unit } from './people.ts';

/** Official days off and swapped working days, by country, for the years whose notice is out; offices edit their own. */
const official: Readonly<Record<string, readonly CalendarDay[]>> = { CN: mainland };

/** The days of this office that are not as their weekday says: its own list where it keeps one, else its country's. */
export function specialDays(unit: Pick<Unit, 'country' | 'specialDays'> | null): readonly CalendarDay[] {
  return unit?.specialDays ?? official[unit?.country ?? ''] ?? [];
}

/** Whether people of this office work on a day: its special days first, else Monday to Friday. */
export function workingDayOf(unit: Pick<Unit, 'country' | 'specialDays'> | null): WorkingDay {
  const byDate = new Map(specialDays(unit).map(({ date, works }) => [date, works]));
  return (date, weekday) => byDate.get(date) ?? weekday <= 5;
}
