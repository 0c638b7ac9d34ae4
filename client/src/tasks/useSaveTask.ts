import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../server/contract/task.ts';
import { asksAboutNumber } from '../app/privateNumbers.ts';
import { Refusal, request } from '../app/request.ts';
import { useReason } from '../app/words.ts';
import { tasksKey } from './useTasks.ts';

interface Writing {
  method: 'POST' | 'PATCH';
  path: string;
  body: object;
}

/** Writes a task; every list of them is asked again afterwards, also after a refusal: it may stand differently now. `trouble`: what to tell of a refusal; one that asks about a private number is PrivateAsk's. `withdraw`: that question, because other words are written now. */
export function useSaveTask(onSaved: (task: TaskView) => void): { save: UseMutationResult<TaskView, Error, Writing>; trouble: string | null; withdraw: () => void } {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: ({ method, path, body }: Writing) => request<TaskView>(method, path, body),
    onSuccess: onSaved,
    onSettled: () => queries.invalidateQueries({ queryKey: tasksKey }),
  });
  const { error } = save;
  const withdraw = (): void => {
    if (asksAboutNumber(error)) save.reset();
  };
  return { save, withdraw, trouble: error === null || asksAboutNumber(error) ? null : error instanceof Refusal && error.code === 'conflict' ? t('tasks.changed') : t('tasks.failed', { why: reason(error) }) };
}
