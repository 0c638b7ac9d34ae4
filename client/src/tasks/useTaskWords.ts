import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../server/contract/task.ts';
import { backAt } from '../i18n/clock.ts';
import { uiLanguage } from '../i18n/i18n.ts';
import { useNow } from '../live/serverClock.ts';
import { taskStanding } from './taskStanding.ts';
import type { TaskStanding } from './taskStanding.ts';

interface TaskWords {
  standing: TaskStanding;
  /** 今天 15:00 */
  when: string;
  /** 还有 12 分, 超时 3 分 */
  left: string;
  /** 2 天没动过; empty where it was touched. */
  untouched: string;
  /** 原先说的是 今天 14:00; empty where it was not moved. */
  first: string;
}

/** What a row says of a task's time, moving with the clock. */
export function useTaskWords(): (task: TaskView) => TaskWords {
  const { t } = useTranslation();
  const now = useNow(15_000);
  const span = (ms: number): string => {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 60) return t('time.minutes', { n: Math.max(1, minutes) });
    return minutes < 48 * 60 ? t('time.hours', { n: Math.floor(minutes / 60) }) : t('time.days', { n: Math.floor(minutes / 1440) });
  };
  return (task) => {
    const standing = taskStanding(task, now);
    const left = task.dueAt - now;
    return {
      standing,
      when: backAt(task.dueAt, now, uiLanguage()),
      left: Math.abs(left) < 60_000 ? t('tasks.now') : left > 0 ? t('tasks.dueIn', { time: span(left) }) : t('tasks.overdueBy', { time: span(-left) }),
      untouched: now >= task.clock.untouchedAt ? t('tasks.untouched', { time: span(now - task.lastActAt) }) : '',
      first: task.movedFrom === null ? '' : t('tasks.first', { when: backAt(task.movedFrom, now, uiLanguage()) }),
    };
  };
}
