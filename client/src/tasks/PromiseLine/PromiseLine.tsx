import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { CallResult } from '../../../../server/contract/matter.ts';
import { longestWords } from '../longestWords.ts';
import { useSession } from '../../app/session.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { DueField } from '../DueField/DueField.tsx';
import { dueOf } from '../DueField/dueOf.ts';
import type { Due } from '../DueField/dueOf.ts';
import { OwnerSelect } from '../OwnerSelect.tsx';
import { useSaveTask } from '../useSaveTask.ts';
import { useTaskChoices, useTasks } from '../useTasks.ts';
import { draftOf, keepDraft } from './promiseDraft.ts';
import './promiseLine.css';

/**
 * What is promised on this call (DOMAIN 5: a promise becomes a follow-up with a due time): one key opens the line, Enter keeps it. By hand; what is heard on the line
 * may fill the same line one day.
 */
export function PromiseLine({ card, slipId, result }: { card: CallCard; slipId: string | null; result: CallResult | null }) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const unitId = card.unit.id ?? undefined;
  const [isOpen, setIsOpen] = useState(() => draftOf(card.id) !== '');
  const [words, setWords] = useState(() => draftOf(card.id));
  const [due, setDue] = useState<Due>({ key: 'hour' });
  const [ownerId, setOwnerId] = useState(me);
  const input = useRef<InputRef>(null);
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const choices = useTaskChoices(unitId, isOpen);
  const kept = useTasks(`callId=${encodeURIComponent(card.id)}`).items ?? [];
  const isForgotten = !isOpen && result === 'call-back-promised' && kept.length === 0;
  const write = (typed: string): void => {
    setWords(typed);
    keepDraft(card.id, typed);
  };
  const close = (): void => {
    setIsOpen(false);
    opener.current?.focus();
  };
  const { save, trouble } = useSaveTask(() => {
    write('');
    setDue({ key: 'hour' });
    setOwnerId(me);
    close();
  });
  useDeskKeys({ 'Alt Q': () => (isOpen ? input.current?.focus() : setIsOpen(true)) });
  useEffect(() => {
    if (isOpen) input.current?.focus();
  }, [isOpen]);
  // On a low screen the column scrolls: the whole line is in sight, once it has its full height.
  const isWhole = isOpen && choices !== null;
  useEffect(() => {
    if (isWhole) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isWhole, due.key]);

  const dueAt = (): number | null => dueOf(due, choices, serverNow());
  const isReady = words.trim() !== '' && choices !== null && !save.isPending;
  const keep = (): void => {
    const at = dueAt();
    if (!isReady || at === null || at <= serverNow()) return;
    save.mutate({ method: 'POST', path: '/api/tasks', body: { words: words.trim(), dueAt: at, callId: card.id, slipId, ownerId: ownerId === '' ? null : ownerId, ...(unitId === undefined ? {} : { unitId }) } });
  };
  return (
    <section className="promise-line" aria-label={t('tasks.promise')}>
      <div className="promise-head">
        <Button ref={opener} size="small" aria-expanded={isOpen} onClick={() => (isOpen ? close() : setIsOpen(true))}>
          {t('tasks.promise')} <kbd>Alt Q</kbd>
        </Button>
        {kept.map((task) => (
          <span key={task.id} className="one-line promise-kept" dir="auto">
            <b>{t('tasks.till', { when: backAt(task.dueAt, serverNow(), uiLanguage()) })}</b> {task.words} {task.owner?.id !== me && <span className="quiet">{task.owner === null ? t('tasks.ofSupervisors') : t('tasks.ownedBy', { name: task.owner.name })}</span>}
          </span>
        ))}
        {isForgotten && <span role="status">{t('tasks.forgotten')}</span>}
      </div>
      {isOpen && (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
            event.stopPropagation();
            close();
          }}
        >
          <Input ref={input} aria-label={t('tasks.words')} placeholder={t('tasks.wordsHint')} value={words} maxLength={longestWords} dir="auto" autoComplete="off" onChange={(event) => write(event.target.value)} />
          {choices && <DueField due={due} choices={choices} onChange={setDue} />}
          <div className="promise-foot">
            {choices && <OwnerSelect choices={choices} value={ownerId} onChange={setOwnerId} />}
            <Button htmlType="submit" disabled={!isReady} loading={save.isPending}>
              {t('tasks.add')} <kbd>↵</kbd>
            </Button>
            <Button type="text" onClick={close}>
              {t('tasks.cancel')} <kbd>Esc</kbd>
            </Button>
            {trouble !== null && <span role="alert">{trouble}</span>}
          </div>
        </form>
      )}
    </section>
  );
}
