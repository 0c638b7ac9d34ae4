import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivateAsk } from '../../app/PrivateAsk/PrivateAsk.tsx';
import { useSession } from '../../app/session.ts';
import { serverNow } from '../../live/serverClock.ts';
import { DueField } from '../DueField/DueField.tsx';
import { dueOf } from '../DueField/dueOf.ts';
import type { Due } from '../DueField/dueOf.ts';
import { longestTask } from '../../../../server/contract/taskLimits.ts';
import { OwnerSelect } from '../OwnerSelect.tsx';
import { useSaveTask } from '../useSaveTask.ts';
import { useTaskChoices } from '../useTasks.ts';
import './taskForm.css';

interface TaskFormProps {
  /** On whose clock it is due and who may have it; undefined: the writer's first office. */
  unitId: string | undefined;
  input: RefObject<InputRef | null>;
  label: string;
  hint: string;
  /** Kept outside, where they may outlive the form. */
  words: string;
  onWords: (words: string) => void;
  /** What goes with it: of which call or message, of which caller. */
  more: object;
  /** Further fields. */
  children?: ReactNode;
  onSaved: () => void;
  onClose: () => void;
}

/** What is to be done, by when, by whom. Enter keeps it, Esc puts it away. */
export function TaskForm({ unitId, input, label, hint, words, onWords, more, children, onSaved, onClose }: TaskFormProps) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const [due, setDue] = useState<Due>({ key: 'hour' });
  const [ownerId, setOwnerId] = useState(me);
  const form = useRef<HTMLFormElement>(null);
  const choices = useTaskChoices(unitId, true);
  const { save, trouble, again } = useSaveTask(onSaved);
  useEffect(() => input.current?.focus(), [input]);
  // On a low screen the column scrolls: the whole form is in sight, once it has its full height.
  const isWhole = choices !== null;
  useEffect(() => {
    if (isWhole) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isWhole, due.key]);
  // Who is of one office may be of no other: the form begins with its writer again.
  useEffect(() => setOwnerId(me), [unitId, me]);

  const isReady = words.trim() !== '' && choices !== null && !save.isPending;
  const keep = (): void => {
    const at = dueOf(due, choices, serverNow());
    if (!isReady || at === null || at <= serverNow()) return;
    save.mutate({ method: 'POST', path: '/api/tasks', body: { words: words.trim(), dueAt: at, ownerId: ownerId === '' ? null : ownerId, ...(unitId === undefined ? {} : { unitId }), ...more } });
  };
  return (
    <form
      className="task-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Input ref={input} aria-label={label} placeholder={hint} value={words} maxLength={longestTask.words} dir="auto" autoComplete="off" onChange={(event) => onWords(event.target.value)} />
      {children}
      {choices ? <DueField due={due} choices={choices} onChange={setDue} /> : <span className="quiet">{t('calls.loading')}</span>}
      <div className="task-form-foot">
        {choices && <OwnerSelect choices={choices} value={ownerId} onChange={setOwnerId} />}
        <Button htmlType="submit" disabled={!isReady} loading={save.isPending}>
          {t('tasks.add')} <kbd>↵</kbd>
        </Button>
        <Button type="text" onClick={onClose}>
          {t('tasks.cancel')} <kbd>Esc</kbd>
        </Button>
        <PrivateAsk error={save.error} again={again} />
        {trouble !== null && <span role="alert">{trouble}</span>}
      </div>
    </form>
  );
}
