import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { useSession } from '../../app/session.ts';
import { useIsPhone } from '../../app/useIsPhone.ts';
import { rowKeys } from '../../board/rowKeys.ts';
import { NewTask } from '../NewTask/NewTask.tsx';
import { NewTaskKey } from '../NewTask/NewTaskKey.tsx';
import { useTaskWriting } from '../TaskDraft/useTaskWriting.ts';
import { useEndedTasks } from '../useEndedTasks.ts';
import { useTasks } from '../useTasks.ts';
import { EndedRow } from './EndedRow.tsx';
import { TaskRow } from './TaskRow.tsx';
import './openTasks.css';

type View = 'mine' | 'all' | 'ended';

/** Rows before "more": the list below must not be pushed out of sight. */
const shownFirst = { wide: 6, phone: 2 } as const;

/** What is to be done, by due time, and what is over: on the page of messages and in the inbox; one line where nothing is open. */
export function OpenTasks() {
  const { t } = useTranslation();
  const role = useSession().data?.user.role ?? 'staff';
  const isStaff = role === 'staff';
  const isPhone = useIsPhone();
  const [view, setView] = useState<View>(role === 'admin' ? 'all' : 'mine');
  const [isWhole, setIsWhole] = useState(false);
  const writing = useTaskWriting('new');
  const mine = useTasks('mine=true');
  const all = useTasks(isStaff ? null : '');
  const ended = useEndedTasks(view !== 'ended' ? null : '');
  const { items, isMore, error, reload } = view === 'ended' ? { ...ended, isMore: ended.more !== null } : view === 'all' ? all : mine;
  const found = items ?? [];
  const rows = isWhole ? found : found.slice(0, isPhone ? shownFirst.phone : shownFirst.wide);
  const isEmpty = items !== null && found.length === 0 && error === null && !(view === 'ended' && ended.isLoading);
  const more = found.length > rows.length ? () => setIsWhole(true) : view === 'ended' ? ended.more : null;
  return (
    <section className="sheet open-tasks" aria-label={t('tasks.title')}>
      <div className="open-tasks-head">
        <h2>{t('tasks.title')}</h2>
        <Segmented<View>
          size="small"
          aria-label={t('tasks.filter')}
          value={view}
          onChange={(value) => {
            setView(value);
            setIsWhole(false);
          }}
          options={[
            { value: 'mine', label: `${t('tasks.mineOnly')} ${mine.items?.length ?? ''}${mine.isMore ? '+' : ''}` },
            ...(isStaff ? [] : [{ value: 'all' as const, label: `${t('tasks.all')} ${all.items?.length ?? ''}${all.isMore ? '+' : ''}` }]),
            { value: 'ended', label: t('tasks.ended') },
          ]}
        />
        {view === 'ended' && ended.isLoading && error === null && <span className="quiet">{t('calls.loading')}</span>}
        {isEmpty && <span className="quiet">{t(view === 'ended' ? 'tasks.noneEnded' : view === 'mine' ? 'tasks.none' : 'tasks.noneAll')}</span>}
        {!isStaff && <NewTaskKey writing={writing} />}
      </div>
      {writing.isOpen && <NewTask slip={null} writing={writing} />}
      {error !== null && <Fault error={error} retry={reload} />}
      {rows.length > 0 && <ul onKeyDown={rowKeys}>{rows.map((task) => (task.state === 'open' ? <TaskRow key={task.id} task={task} /> : <EndedRow key={task.id} task={task} />))}</ul>}
      {more && (
        <button type="button" className="text-key" onClick={more}>
          {t('tasks.more')} {found.length - rows.length || ''}
          {isMore ? '+' : ''}
        </button>
      )}
    </section>
  );
}
