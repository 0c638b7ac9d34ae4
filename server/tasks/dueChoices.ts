import { DateTime } from 'luxon';
import type { DueChoice } from '../contract/task.ts';
import { nextWorkingDayAt } from '../people/absence.ts';
import { workingDayOf } from '../people/workingCalendar.ts';
import { workingSpans } from '../people/workingSpans.ts';
import type { TaskOffice } from './taskClock.ts';

const minuteMs = 60_000;
/** An office that never closes has no closing time; its people go home at six. */
const usualEnd = 18 * 60;
/** "Tomorrow morning" is kept until noon. */
const endOfMorning = 12 * 60;

/** When the office closes today, ms UTC; null when that is past, or when it does not work today. */
function closingToday(office: TaskOffice, now: number): number | null {
  const noon = DateTime.fromMillis(now, { zone: office.timeZone }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
  const { hours } = office.delivery;
  const ends = hours.kind === 'weekly' ? workingSpans(hours, noon, workingDayOf(office)).map(({ fromMinute, toMinute }) => (toMinute < fromMinute ? toMinute + 1440 : toMinute)) : [usualEnd];
  const instants = ends.map((minute) => noon.plus({ days: Math.floor(minute / 1440) }).set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }).toMillis());
  const last = Math.max(...instants);
  return last > now ? last : null;
}

/**
 * The due times that are offered with one key, on the office's clock and calendar: in ten minutes, in an hour, before it closes today, in the morning of its next
 * working day (DOMAIN 5, undecided: call back at a named time).
 */
export function dueChoices(office: TaskOffice, now: number): DueChoice[] {
  const offered: [DueChoice['key'], number | null][] = [
    ['minutes', now + 10 * minuteMs],
    ['hour', now + 60 * minuteMs],
    ['closing', closingToday(office, now)],
    ['morning', nextWorkingDayAt(endOfMorning, office.timeZone, now, workingDayOf(office))],
  ];
  return offered.flatMap(([key, at]) => (at === null ? [] : [{ key, at }]));
}
