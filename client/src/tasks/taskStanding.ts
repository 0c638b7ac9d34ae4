import type { TaskView } from '../../../server/contract/task.ts';

/** By the task's own clock (server/tasks/taskClock.ts). `untouched`: nobody has done anything about it for long; `later`: neither pressing nor left lying. */
export type TaskStanding = 'overdue' | 'soon' | 'untouched' | 'later';

/** How an open task stands at this moment: late before pressing, pressing before untouched. */
export function taskStanding({ clock }: Pick<TaskView, 'clock'>, now: number): TaskStanding {
  if (now >= clock.overdueAt) return 'overdue';
  if (now >= clock.soonAt) return 'soon';
  return now >= clock.untouchedAt ? 'untouched' : 'later';
}
