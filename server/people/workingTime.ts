import { DateTime } from 'luxon';
import type { WorkingDay } from './absence.ts';
import type { Hours } from './people.ts';
import { workingSpans } from './workingSpans.ts';

/** Beyond this many days without an open hour the calendar is broken, and time counts as it is. */
const longestSearchDays = 400;

/**
 * The instant at which `ms` of working time are over, begun at `from`; both ms UTC. Hours that are never (or broken) count like the clock on the wall: a
 * message that nobody works for must not wait for ever. Clock changes are taken as they come: a span lasts as long as it lasts.
 */
export function addWorkingTime(from: number, ms: number, hours: Hours, timeZone: string, isWorkingDay: WorkingDay): number {
  if (hours.kind !== 'weekly') return from + ms;
  const given = DateTime.fromMillis(from, { zone: timeZone });
  const local = given.isValid ? given : DateTime.fromMillis(from, { zone: 'UTC' });
  let left = ms;
  let reached = from;
  // The day before, for a span that runs past midnight.
  for (let days = -1; days <= longestSearchDays; days++) {
    const noon = local.plus({ days }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
    const at = (minute: number): number => noon.plus({ days: Math.floor(minute / 1440) }).set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }).toMillis();
    const spans = workingSpans(hours, noon, isWorkingDay)
      .map(({ fromMinute, toMinute }) => [at(fromMinute), at(toMinute < fromMinute ? toMinute + 1440 : toMinute)] as const)
      .sort(([one], [other]) => one - other);
    for (const [opens, closes] of spans) {
      const begins = Math.max(opens, reached);
      const open = closes - begins;
      if (open <= 0) continue;
      if (left <= open) return begins + left;
      left -= open;
      reached = closes;
    }
  }
  return from + ms;
}
