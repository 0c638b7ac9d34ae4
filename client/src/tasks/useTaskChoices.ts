import { useQuery } from '@tanstack/react-query';
import type { TaskChoices } from '../../../server/contract/task.ts';
import { request } from '../app/request.ts';
import { tasksKey } from './useTasks.ts';

/** The answer of `GET /api/tasks/choices`. `error`: why the last asking failed; null: it did not. */
export interface AskedChoices {
  /** Null until known. */
  choices: TaskChoices | null;
  error: unknown;
  reload: () => void;
}

/** Due times on the office's clock, and who may have a task there; asked again each minute, because closing time comes nearer. */
export function useTaskChoices(unitId: string | undefined, isAsked: boolean): AskedChoices {
  const { data, error, refetch } = useQuery({
    queryKey: [...tasksKey, 'choices', unitId],
    queryFn: () => request<TaskChoices>('GET', `/api/tasks/choices${unitId === undefined ? '' : `?unitId=${encodeURIComponent(unitId)}`}`),
    enabled: isAsked,
    refetchInterval: 60_000,
  });
  return { choices: data ?? null, error, reload: () => void refetch() };
}
