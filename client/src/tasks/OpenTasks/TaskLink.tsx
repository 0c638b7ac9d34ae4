import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
import { PageLink } from '../../board/PageLink.tsx';

/** To the message, or the call, that a task comes from. */
export function TaskLink({ task, isStaff }: { task: TaskView; isStaff: boolean }) {
  const { t } = useTranslation();
  if (task.slipId !== null) return <PageLink to={isStaff ? `/inbox/${task.slipId}` : `/slips/${task.slipId}`}>{t('tasks.slip')}</PageLink>;
  return task.callId === null || isStaff ? null : <PageLink to={`/calls/${task.callId}`}>{t('tasks.call')}</PageLink>;
}
