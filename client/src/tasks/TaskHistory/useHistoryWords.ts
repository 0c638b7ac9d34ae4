import { useTranslation } from 'react-i18next';
import type { Task, TaskHistoryEntry } from '../../../../server/contract/task.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';

/** What one change did, in words, one a value. */
export function useHistoryWords(): (entry: TaskHistoryEntry) => string[] {
  const { t } = useTranslation();
  return ({ rev, changed, words: said }) => {
    // The records keep what each value was made, under the names of the task.
    const { words, dueAt, owner, state } = changed as Partial<Task>;
    const when = dueAt === undefined ? '' : t('tasks.till', { when: dayAndTime(dueAt, uiLanguage()) });
    const whose = owner === undefined ? '' : owner === null ? t('tasks.ofSupervisors') : t('tasks.ownedBy', { name: owner.name });
    if (rev === 1) return [t('tasks.history.made', { words: words ?? '' }), when, whose].filter((part) => part !== '');
    const parts = [
      words === undefined ? '' : t('tasks.history.reworded', { words }),
      when === '' ? '' : t('tasks.history.moved', { when }),
      owner === undefined ? '' : owner === null ? t('tasks.history.handedUp') : t('tasks.history.handed', { name: owner.name }),
      state === undefined ? '' : t(`tasks.history.${state}`),
      said === '' ? '' : t('tasks.history.said', { words: said }),
    ];
    return parts.filter((part) => part !== '');
  };
}
