import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
import { useSession } from '../../app/session.ts';
import { useNow } from '../../live/serverClock.ts';
import { useTabDraft } from '../TaskDraft/useTabDraft.ts';
import { TaskHistory } from '../TaskHistory/TaskHistory.tsx';
import { useTaskWords } from '../useTaskWords.ts';
import { TaskAct } from './TaskAct.tsx';
import type { TaskActDraft, TaskActName } from './TaskAct.tsx';
import { TaskLink } from './TaskLink.tsx';
import { TaskOf } from './TaskOf.tsx';

const acts: readonly TaskActName[] = ['done', 'move', 'hand', 'drop'];
const blank: TaskActDraft = { act: null, words: '', due: { key: 'hour' }, ownerId: null };

/** One open task: what, for whom, who does it, how long there is; and what a hand can do about it. `isOnSlip`: beside its message, to which no link is needed. */
export function TaskRow({ task, isOnSlip = false }: { task: TaskView; isOnSlip?: boolean }) {
  const { t } = useTranslation();
  const me = useSession().data?.user;
  const now = useNow(15_000);
  const { standing, when, left, untouched, first } = useTaskWords()(task);
  const { draft, write, forget } = useTabDraft(`act.${task.id}`, blank);
  const { act } = draft;
  // A line that a call or a reload left open stands there again; the focus stays where it is.
  const [takesFocus, setTakesFocus] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const isMine = task.owner?.id === me?.id;
  const isOver = !isMine && task.owner !== null && me?.role === 'supervisor' && now >= task.clock.supervisorsAt;
  const close = (): void => {
    forget();
    row.current?.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  const press = (name: TaskActName) => (): void => {
    if (act === name) return close();
    setTakesFocus(true);
    write({ ...blank, act: name });
  };
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
        {task.kind === 'promise' && <span className="quiet">{t('tasks.ofCaller')}</span>}
        <TaskOf task={task} />
        <span className={isMine ? '' : 'quiet'}>{isMine ? <b>{t('tasks.mine')}</b> : task.owner === null ? t('tasks.ofSupervisors') : t('tasks.ownedBy', { name: task.owner.name })}</span>
        {untouched !== '' && <span className="chip">{untouched}</span>}
        {isOver && <b>{t('tasks.forSupervisors')}</b>}
      </span>
      <span className="task-keys">
        {!isOnSlip && <TaskLink task={task} isStaff={me?.role === 'staff'} />}
        {acts.map((name, index) => (
          <button key={name} type="button" className="text-key" aria-expanded={act === name} onClick={press(name)} {...(index === 0 ? { 'data-row': '' } : {})}>
            {t(`tasks.${name}`)}
          </button>
        ))}
        <button type="button" className="text-key" aria-expanded={isTold} onClick={() => setIsTold(!isTold)}>
          {t('tasks.story')}
        </button>
      </span>
      {act !== null && <TaskAct key={act} task={task} act={act} draft={draft} onDraft={write} takesFocus={takesFocus} onClose={close} />}
      {isTold && <TaskHistory task={task} />}
    </li>
  );
}
