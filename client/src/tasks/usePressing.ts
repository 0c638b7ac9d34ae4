import type { TaskView } from '../../../server/contract/task.ts';
import { useNow } from '../live/serverClock.ts';
import { taskStanding } from './taskStanding.ts';
import { useTasks } from './useTasks.ts';

/** My open tasks that are late, due soon or untouched for long, by due time. */
export function usePressing(): TaskView[] {
  const now = useNow(15_000);
  return (useTasks('mine=true').items ?? []).filter((task) => taskStanding(task, now) !== 'later');
}
