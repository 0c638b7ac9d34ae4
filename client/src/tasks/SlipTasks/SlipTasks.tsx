import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { NewTask } from '../NewTask/NewTask.tsx';
import { NewTaskKey } from '../NewTask/NewTaskKey.tsx';
import { EndedRow } from '../OpenTasks/EndedRow.tsx';
import '../OpenTasks/openTasks.css';
import { TaskRow } from '../OpenTasks/TaskRow.tsx';
import { useTaskWriting } from '../TaskDraft/useTaskWriting.ts';
import { useEndedTasks } from '../useEndedTasks.ts';
import { useTasks } from '../useTasks.ts';

/** What is to be done about a message, what was done, and a line to write down more. */
export function SlipTasks({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const narrowed = `slipId=${encodeURIComponent(slip.id)}`;
  const open = useTasks(narrowed);
  const ended = useEndedTasks(narrowed);
  const writing = useTaskWriting(slip.id);
  const error = open.error ?? ended.error;
  const isLoading = error === null && (open.items === null || ended.isLoading);
  const isEmpty = error === null && !isLoading && open.items?.length === 0 && ended.items.length === 0;
  return (
    <section className="slip-tasks" aria-label={t('tasks.title')}>
      <div className="open-tasks-head">
        <h2>{t('tasks.title')}</h2>
        {isLoading && <span className="quiet">{t('calls.loading')}</span>}
        {isEmpty && <span className="quiet">{t('tasks.noneAll')}</span>}
        <NewTaskKey writing={writing} />
      </div>
      {writing.isOpen && <NewTask slip={slip} writing={writing} />}
      {error !== null && (
        <Fault
          error={error}
          retry={() => {
            open.reload();
            ended.reload();
          }}
        />
      )}
      <ul onKeyDown={rowKeys}>
        {(open.items ?? []).map((task) => (
          <TaskRow key={task.id} task={task} isOnSlip />
        ))}
        {ended.items.map((task) => (
          <EndedRow key={task.id} task={task} isOnSlip />
        ))}
      </ul>
      {ended.more && (
        <button type="button" className="text-key" onClick={ended.more}>
          {t('tasks.more')}
        </button>
      )}
    </section>
  );
}
