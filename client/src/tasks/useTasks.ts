import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TaskPage, TaskView } from '../../../server/contract/task.ts';
import { request } from '../app/request.ts';

/** Everything about tasks is asked again when one of them was saved, by whomever. */
export const tasksKey = ['tasks'] as const;

const mostAtOnce = 200;

/** Open tasks as far as one request gives them. `error`: why the last asking failed; null: it did not. */
export interface Tasks {
  /** By due time; null until known. */
  items: TaskView[] | null;
  /** There are more than were asked for. */
  isMore: boolean;
  error: unknown;
  reload: () => void;
}

/** Open tasks, live: `narrowed` as the query of `GET /api/tasks` has it (`mine=true`, `callId=…`); null asks nothing. */
export function useTasks(narrowed: string | null): Tasks {
  const { data, error, refetch } = useQuery({
    queryKey: [...tasksKey, 'open', narrowed],
    queryFn: () => request<TaskPage>('GET', `/api/tasks?state=open&limit=${mostAtOnce}${narrowed ? `&${narrowed}` : ''}`),
    enabled: narrowed !== null,
    placeholderData: keepPreviousData,
  });
  return { items: narrowed === null ? null : (data?.items ?? null), isMore: data?.next !== undefined, error, reload: () => void refetch() };
}
