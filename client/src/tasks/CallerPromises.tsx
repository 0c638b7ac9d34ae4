import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../server/contract/card.ts';
import type { TaskView } from '../../../server/contract/task.ts';
import { useTaskWords } from './useTaskWords.ts';
import { useTasks } from './useTasks.ts';

/** As many as fit beside a call. */
const shown = 3;

/** What this caller was promised on earlier calls and is still open: he may ask about it. */
export function CallerPromises({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const words = useTaskWords();
  const { number } = card.caller;
  const earlier = (useTasks(number === null ? null : `callerNumber=${encodeURIComponent(number)}`).items ?? []).filter(({ callId }) => callId !== card.id);
  if (earlier.length === 0) return null;
  const row = (task: TaskView) => {
    const { standing, when, left, first } = words(task);
    return (
      <li key={task.id} className="one-line">
        <span className={standing === 'overdue' ? 'chip ink' : 'chip ask'}>{t(task.kind === 'promise' ? 'tasks.ofCaller' : 'tasks.forCaller')}</span>{' '}
        <span dir="auto">
          <b>{t('tasks.till', { when })}</b> {task.words}{' '}
          <span className="quiet">
            {[left, first, task.owner === null ? t('tasks.ofSupervisors') : task.owner.name].filter((part) => part !== '').join(' · ')}
          </span>
        </span>
      </li>
    );
  };
  return <ul className="open-for">{earlier.slice(0, shown).map(row)}</ul>;
}
