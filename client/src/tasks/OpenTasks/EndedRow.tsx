import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
import { useSession } from '../../app/session.ts';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { TaskHistory } from '../TaskHistory/TaskHistory.tsx';
import { useSaveTask } from '../useSaveTask.ts';
import { TaskLink } from './TaskLink.tsx';
import { TaskOf } from './TaskOf.tsx';

const nothing = (): void => undefined;

/** One task that is over: how it came out, or why nobody needed to, who said so and when. It can be taken up again. */
export function EndedRow({ task, isOnSlip = false }: { task: TaskView; isOnSlip?: boolean }) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const [isTold, setIsTold] = useState(false);
  const { save, trouble } = useSaveTask(nothing);
  const name = task.doneBy?.name ?? '';
  return (
    <li className="task-row" data-row-of={task.id} data-standing={task.state}>
      <span className="task-words" dir="auto">
        {task.words}
      </span>
      <span className="task-left quiet">{task.doneAt === null ? '' : shortWhen(task.doneAt, serverNow(), uiLanguage())}</span>
      <span className="task-who">
        <span dir="auto">
          <b>{t(task.state === 'done' ? 'tasks.doneBy' : 'tasks.droppedBy', { name })}</b> <q>{task.doneWords}</q>
        </span>
        <TaskOf task={task} />
      </span>
      <span className="task-keys">
        {!isOnSlip && <TaskLink task={task} isStaff={role === 'staff'} />}
        <button type="button" className="text-key" disabled={save.isPending} data-row="" onClick={() => save.mutate({ method: 'POST', path: `/api/tasks/${encodeURIComponent(task.id)}/reopen`, body: {} })}>
          {t('tasks.reopen')}
        </button>
        <button type="button" className="text-key" aria-expanded={isTold} onClick={() => setIsTold(!isTold)}>
          {t('tasks.story')}
        </button>
        {trouble !== null && <span role="alert">{trouble}</span>}
      </span>
      {isTold && <TaskHistory task={task} />}
    </li>
  );
}
