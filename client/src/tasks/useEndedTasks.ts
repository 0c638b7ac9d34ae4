import { useInfiniteQuery } from '@tanstack/react-query';
import type { TaskPage, TaskView } from '../../../server/contract/task.ts';
import { request } from '../app/request.ts';
import { tasksKey } from './useTasks.ts';

interface EndedTasks {
  /** What ended last first, as far as they were read. */
  items: TaskView[];
  isLoading: boolean;
  error: unknown;
  reload: () => void;
  /** Reads further ones; null when there are none. */
  more: (() => void) | null;
}

/** Tasks that are done or were dropped, live: `narrowed` as the query of `GET /api/tasks` has it; null asks nothing. */
export function useEndedTasks(narrowed: string | null): EndedTasks {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...tasksKey, 'ended', narrowed],
    queryFn: ({ pageParam }) => request<TaskPage>('GET', `/api/tasks?state=ended&limit=50${narrowed ? `&${narrowed}` : ''}${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: narrowed !== null,
  });
  return { items: narrowed === null ? [] : (data?.pages.flatMap(({ items }) => items) ?? []), isLoading: isPending, error, reload: () => void refetch(), more: hasNextPage ? () => void fetchNextPage() : null };
}
