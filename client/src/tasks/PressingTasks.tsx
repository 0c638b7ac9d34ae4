import { useTranslation } from 'react-i18next';
import { rowKeys } from '../board/rowKeys.ts';
import { TaskRow } from './OpenTasks/TaskRow.tsx';
import './OpenTasks/openTasks.css';
import { usePressing } from './usePressing.ts';

/** Mine that are late, due soon or untouched for long, on the desk while nothing rings; nothing where nothing presses. */
export function PressingTasks() {
  const { t } = useTranslation();
  const pressing = usePressing();
  if (pressing.length === 0) return null;
  return (
    <section className="pressing-tasks" aria-label={t('tasks.pressingTitle')}>
      <h2>
        {t('tasks.pressingTitle')} {pressing.length}
      </h2>
      <ul onKeyDown={rowKeys}>
        {pressing.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}
