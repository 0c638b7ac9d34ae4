import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { NewTask } from '../NewTask/NewTask.tsx';
import { EndedRow } from '../OpenTasks/EndedRow.tsx';
import '../OpenTasks/openTasks.css';
import { TaskRow } from '../OpenTasks/TaskRow.tsx';
import { useEndedTasks } from '../useEndedTasks.ts';
import { useTasks } from '../useTasks.ts';

/** What is to be done about a message, what was done, and a line to write down more. */
export function SlipTasks({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const narrowed = `slipId=${encodeURIComponent(slip.id)}`;
  const open = useTasks(narrowed);
  const ended = useEndedTasks(narrowed);
  const [isWriting, setIsWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setIsWriting(false);
    opener.current?.focus();
  };
  return (
    <section className="slip-tasks" aria-label={t('tasks.title')}>
      <div className="open-tasks-head">
        <h2>{t('tasks.title')}</h2>
        <Button ref={opener} size="small" aria-expanded={isWriting} onClick={() => (isWriting ? close() : setIsWriting(true))}>
          {t('tasks.write')}
        </Button>
      </div>
      {isWriting && <NewTask slip={slip} onClose={close} />}
      {open.error !== null && <Fault error={open.error} retry={open.reload} />}
      <ul onKeyDown={rowKeys}>
        {(open.items ?? []).map((task) => (
          <TaskRow key={task.id} task={task} isOnSlip />
        ))}
        {ended.items.map((task) => (
          <EndedRow key={task.id} task={task} isOnSlip />
        ))}
      </ul>
    </section>
  );
}
