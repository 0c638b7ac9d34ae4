import type { Task, TaskView } from '../contract/task.ts';
import type { Unit } from '../people/people.ts';
import { usualUnit } from '../people/people.ts';
import { taskClock } from './taskClock.ts';

/** A task as it is shown, on the clock of its office; an office that is gone keeps the plain clock. */
export function presentTask(task: Task, office: Unit | null): TaskView {
  return { ...task, clock: taskClock(task, office ?? { timeZone: 'UTC', country: '', ...usualUnit }) };
}
