import { DateTime } from 'luxon';
import type { WorkingDay } from './absence.ts';
import type { Hours } from './people.ts';
import { workingSpans } from './workingSpans.ts';

/** Beyond this many days without an open hour the calendar is broken, and time counts as it is. */
const longestSearchDays = 400;

/**
 * The latest instant from which `ms` of working time are left until `until`; both ms UTC. The mirror of addWorkingTime: hours that are never (or broken) count like
 * the clock on the wall.
 */
export function workingTimeBefore(until: number, ms: number, hours: Hours, timeZone: string, isWorkingDay: WorkingDay): number {
  if (hours.kind !== 'weekly') return until - ms;
  const given = DateTime.fromMillis(until, { zone: timeZone });
  const local = given.isValid ? given : DateTime.fromMillis(until, { zone: 'UTC' });
  let left = ms;
  let reached = until;
  for (let days = 0; days <= longestSearchDays; days++) {
    const noon = local.minus({ days }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
    const at = (minute: number): number => noon.plus({ days: Math.floor(minute / 1440) }).set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }).toMillis();
    const spans = workingSpans(hours, noon, isWorkingDay)
      .map(({ fromMinute, toMinute }) => [at(fromMinute), at(toMinute < fromMinute ? toMinute + 1440 : toMinute)] as const)
      .sort(([one], [other]) => other - one);
    for (const [opens, closes] of spans) {
      const ends = Math.min(closes, reached);
      const open = ends - opens;
      if (open <= 0) continue;
      if (left <= open) return ends - left;
      left -= open;
      reached = opens;
    }
  }
  return until - ms;
}
