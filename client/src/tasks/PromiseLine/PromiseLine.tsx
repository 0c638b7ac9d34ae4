import { Button } from 'antd';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { CallResult } from '../../../../server/contract/matter.ts';
import { useSession } from '../../app/session.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useTaskWriting } from '../TaskDraft/useTaskWriting.ts';
import { TaskForm } from '../TaskForm/TaskForm.tsx';
import { useTasks } from '../useTasks.ts';
import './promiseLine.css';

/**
 * What is promised on this call (DOMAIN 5: a promise becomes a follow-up with a due time): one key opens the line, Enter keeps it. By hand; what is heard on the line
 * may fill the same line one day.
 */
export function PromiseLine({ card, slipId, result }: { card: CallCard; slipId: string | null; result: CallResult | null }) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const writing = useTaskWriting(card.id);
  const { isOpen, isHalfWritten, opener, begin, putAway } = writing;
  const input = useRef<InputRef>(null);
  const kept = useTasks(`callId=${encodeURIComponent(card.id)}`).items ?? [];
  const isForgotten = !isOpen && result === 'call-back-promised' && kept.length === 0;
  useDeskKeys({ 'Alt Q': () => (isOpen ? input.current?.focus() : begin()) });
  return (
    <section className="promise-line" aria-label={t('tasks.promise')}>
      <div className="promise-head">
        <Button ref={opener} size="small" aria-expanded={isOpen} onClick={isOpen ? putAway : begin}>
          {t('tasks.promise')} <kbd>Alt Q</kbd>
        </Button>
        {kept.map((task) => (
          <span key={task.id} className="one-line promise-kept" dir="auto">
            <b>{t('tasks.till', { when: backAt(task.dueAt, serverNow(), uiLanguage()) })}</b> {task.words} {task.owner?.id !== me && <span className="quiet">{task.owner === null ? t('tasks.ofSupervisors') : t('tasks.ownedBy', { name: task.owner.name })}</span>}
          </span>
        ))}
        {isHalfWritten && <span className="quiet">{t('tasks.halfWritten')}</span>}
        {isForgotten && <span role="status">{t('tasks.forgotten')}</span>}
      </div>
      {isOpen && <TaskForm unitId={card.unit.id ?? undefined} input={input} label={t('tasks.words')} hint={t('tasks.wordsHint')} writing={writing} more={{ callId: card.id, slipId }} />}
    </section>
  );
}
