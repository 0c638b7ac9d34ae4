import type { TaskView } from '../../../server/contract/task.ts';

export type TaskStanding = 'overdue' | 'soon' | 'untouched' | 'later';

/** How an open task stands at this moment: late before pressing, pressing before untouched. */
export function taskStanding({ clock }: Pick<TaskView, 'clock'>, now: number): TaskStanding {
  if (now >= clock.overdueAt) return 'overdue';
  if (now >= clock.soonAt) return 'soon';
  return now >= clock.untouchedAt ? 'untouched' : 'later';
}
