import type { Task, TaskClock } from '../contract/task.ts';
import type { Unit } from '../people/people.ts';
import { workingDayOf } from '../people/workingCalendar.ts';
import { addWorkingTime } from '../people/workingTime.ts';
import { workingTimeBefore } from '../people/workingTimeBefore.ts';

const minuteMs = 60_000;
/** So much working time before it is due a task is pressing. */
export const soonMs = 15 * minuteMs;
/** For so much working time nobody did anything about it: somebody should look, however far its due time is (users-want 35). */
export const untouchedMs = 8 * 60 * minuteMs;
/** So long after it was due it is the supervisors' too, whoever's it is: its owner may be ill (users-want 33). */
export const supervisorsMs = 60 * minuteMs;

/** The clock of an office as tasks are counted on it. */
export type TaskOffice = Pick<Unit, 'timeZone' | 'country' | 'specialDays' | 'delivery'>;

/**
 * From when on a task is pressing, late, untouched for long, the supervisors' ([T2] to [T4]). A promise is late at its minute: its caller was told that one. A task
 * that only the office knows of is late when the office works next. Warnings fall into working time: nobody is reminded at midnight (users-want 32).
 */
export function taskClock({ kind, dueAt, lastActAt }: Pick<Task, 'kind' | 'dueAt' | 'lastActAt'>, office: TaskOffice): TaskClock {
  const { hours } = office.delivery;
  const isWorkingDay = workingDayOf(office);
  return {
    soonAt: workingTimeBefore(dueAt, soonMs, hours, office.timeZone, isWorkingDay),
    overdueAt: kind === 'promise' ? dueAt : addWorkingTime(dueAt, 0, hours, office.timeZone, isWorkingDay),
    untouchedAt: addWorkingTime(lastActAt, untouchedMs, hours, office.timeZone, isWorkingDay),
    supervisorsAt: dueAt + supervisorsMs,
  };
}
