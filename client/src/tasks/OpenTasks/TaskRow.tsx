import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
import { useSession } from '../../app/session.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useNow } from '../../live/serverClock.ts';
import { useTaskWords } from '../useTaskWords.ts';
import { TaskAct } from './TaskAct.tsx';
import type { TaskActName } from './TaskAct.tsx';

const acts: readonly TaskActName[] = ['done', 'move', 'hand', 'drop'];

/** One open task: what, for whom, who does it, how long there is; and what a hand can do about it. */
export function TaskRow({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const me = useSession().data?.user;
  const now = useNow(15_000);
  const { standing, when, left, untouched, first } = useTaskWords()(task);
  const [act, setAct] = useState<TaskActName | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const isMine = task.owner?.id === me?.id;
  const isOver = !isMine && task.owner !== null && me?.role === 'supervisor' && now >= task.clock.supervisorsAt;
  const close = (): void => {
    setAct(null);
    row.current?.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  const press = (name: TaskActName) => (): void => (act === name ? close() : setAct(name));
  return (
    <li className="task-row" ref={row} data-row-of={task.id} data-standing={standing}>
      <span className="task-words" dir="auto">
        {task.words}
      </span>
      <span className="task-left">
        <span className={standing === 'overdue' ? 'chip ink' : standing === 'soon' ? 'chip ask' : 'nowrap'}>{left}</span>
      </span>
      <span className="task-who">
        <b className="nowrap">{t('tasks.till', { when })}</b>
        {first !== '' && <span className="quiet nowrap">{first}</span>}
        {(task.callerName !== '' || task.callerNumber !== '') && (
          <span dir="auto">
            {task.callerName} <bdi className="nowrap">{task.callerNumber === '' ? '' : groupedNumber(task.callerNumber)}</bdi>
          </span>
        )}
        <span className={isMine ? '' : 'quiet'}>{isMine ? <b>{t('tasks.mine')}</b> : task.owner === null ? t('tasks.ofSupervisors') : t('tasks.ownedBy', { name: task.owner.name })}</span>
        {untouched !== '' && <span className="chip">{untouched}</span>}
        {isOver && <b>{t('tasks.forSupervisors')}</b>}
      </span>
      <span className="task-keys">
        {task.slipId !== null ? <PageLink to={me?.role === 'staff' ? `/inbox/${task.slipId}` : `/slips/${task.slipId}`}>{t('tasks.slip')}</PageLink> : task.callId !== null && me?.role !== 'staff' && <PageLink to={`/calls/${task.callId}`}>{t('tasks.call')}</PageLink>}
        {acts.map((name, index) => (
          <button key={name} type="button" className="text-key" aria-expanded={act === name} onClick={press(name)} {...(index === 0 ? { 'data-row': '' } : {})}>
            {t(`tasks.${name}`)}
          </button>
        ))}
      </span>
      {act !== null && <TaskAct key={act} task={task} act={act} onClose={close} />}
    </li>
  );
}
