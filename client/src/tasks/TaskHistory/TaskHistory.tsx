import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskHistoryEntry, TaskView } from '../../../../server/contract/task.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { tasksKey } from '../useTasks.ts';
import { useHistoryWords } from './useHistoryWords.ts';
import './taskHistory.css';

/** Who did what about a task, and when; the oldest first, as it happened. */
export function TaskHistory({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const words = useHistoryWords();
  const { data, error, refetch } = useQuery({
    queryKey: [...tasksKey, 'history', task.id, task.rev],
    queryFn: () => request<{ items: TaskHistoryEntry[] }>('GET', `/api/tasks/${encodeURIComponent(task.id)}/history`),
    placeholderData: (before) => before,
  });
  return (
    <div className="task-history">
      {error && <Fault error={error} retry={() => void refetch()} />}
      <ol aria-label={t('tasks.story')} aria-busy={!data}>
        {data?.items.map((entry) => (
          <li key={entry.rev}>
            <span className="quiet nowrap">{dayAndTime(entry.at, uiLanguage())}</span>
            <b dir="auto">{entry.by.name ?? (entry.by.id === 'system' ? t('slip.story.system') : entry.by.id)}</b>
            <span dir="auto">{words(entry).join(t('tasks.and'))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
