import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { useSession } from '../../app/session.ts';
import { rowKeys } from '../../board/rowKeys.ts';
import { useTasks } from '../useTasks.ts';
import { TaskRow } from './TaskRow.tsx';
import './openTasks.css';

/** Rows before "more": the list below must not be pushed out of sight. */
const shownFirst = 6;

/** What was promised and is not done, by due time: on the page of messages and in the inbox. Nothing stands here where nothing is open. */
export function OpenTasks() {
  const { t } = useTranslation();
  const role = useSession().data?.user.role ?? 'staff';
  const [isMine, setIsMine] = useState(role !== 'admin');
  const [isWhole, setIsWhole] = useState(false);
  const mine = useTasks('mine=true');
  const all = useTasks(role === 'staff' ? null : '');
  const { items, isMore, error, reload } = isMine || role === 'staff' ? mine : all;
  const open = items ?? [];
  const isNothing = open.length === 0 && (all.items ?? []).length === 0 && error === null;
  if (isNothing) return null;
  const rows = isWhole ? open : open.slice(0, shownFirst);
  return (
    <section className="sheet open-tasks" aria-label={t('tasks.title')}>
      <div className="open-tasks-head">
        <h2>
          {t('tasks.title')} {open.length}
          {isMore ? '+' : ''}
        </h2>
        {role !== 'staff' && (
          <Segmented
            size="small"
            aria-label={t('tasks.filter')}
            value={isMine ? 'mine' : 'all'}
            onChange={(value) => setIsMine(value === 'mine')}
            options={[
              { value: 'mine', label: `${t('tasks.mineOnly')} ${mine.items?.length ?? ''}` },
              { value: 'all', label: `${t('tasks.all')} ${all.items?.length ?? ''}${all.isMore ? '+' : ''}` },
            ]}
          />
        )}
      </div>
      {error !== null && <Fault error={error} retry={reload} />}
      {open.length === 0 && error === null && <p className="quiet">{t(isMine ? 'tasks.none' : 'tasks.noneAll')}</p>}
      <ul onKeyDown={rowKeys}>
        {rows.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      {open.length > rows.length && (
        <button type="button" className="text-key" onClick={() => setIsWhole(true)}>
          {t('tasks.more')} {open.length - rows.length}
        </button>
      )}
    </section>
  );
}
