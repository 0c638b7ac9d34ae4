import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TaskChoices, TaskPage, TaskView } from '../../../server/contract/task.ts';
import { request } from '../app/request.ts';

/** Everything about tasks is asked again when one of them was saved, by whomever. */
export const tasksKey = ['tasks'] as const;

const mostAtOnce = 200;

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

/** Due times on the office's clock, and who may have a task there; asked again each minute, because closing time comes nearer. */
export function useTaskChoices(unitId: string | undefined, isAsked: boolean): TaskChoices | null {
  const { data } = useQuery({
    queryKey: [...tasksKey, 'choices', unitId],
    queryFn: () => request<TaskChoices>('GET', `/api/tasks/choices${unitId === undefined ? '' : `?unitId=${encodeURIComponent(unitId)}`}`),
    enabled: isAsked,
    refetchInterval: 60_000,
  });
  return data ?? null;
}
