import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { longestTask } from '../../../../server/contract/taskLimits.ts';
import { PrivateAsk } from '../../app/PrivateAsk/PrivateAsk.tsx';
import type { PrivateChoice } from '../../app/privateNumbers.ts';
import { useSession } from '../../app/session.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { serverNow, useNow } from '../../live/serverClock.ts';
import { DueField } from '../DueField/DueField.tsx';
import { dueOf } from '../DueField/dueOf.ts';
import { OwnerSelect } from '../OwnerSelect.tsx';
import type { TaskWriting } from '../TaskDraft/useTaskWriting.ts';
import { useSaveTask } from '../useSaveTask.ts';
import { useTaskChoices } from '../useTaskChoices.ts';
import './taskForm.css';

interface TaskFormProps {
  /** On whose clock it is due and who may have it; undefined: the writer's first office. */
  unitId: string | undefined;
  input: RefObject<InputRef | null>;
  label: string;
  hint: string;
  /** Kept outside: what is written outlives the form. */
  writing: TaskWriting;
  /** What goes with it: of which call or message, of which caller. */
  more: object;
  /** Further fields. */
  children?: ReactNode;
}

/** What is to be done, by when, by whom. Enter keeps it, Esc puts it away; while a call rings Esc is the call's. */
export function TaskForm({ unitId, input, label, hint, writing, more, children }: TaskFormProps) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const mode = useDeskMode();
  const now = useNow(15_000);
  const { draft, write, takesFocus, putAway, finish } = writing;
  const { words, due } = draft;
  const form = useRef<HTMLFormElement>(null);
  const asked = useTaskChoices(unitId, true);
  const { choices } = asked;
  const { save, trouble, withdraw } = useSaveTask(finish);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [input, takesFocus]);
  // On a low screen the column scrolls: the whole form is in sight of whoever writes in it, whenever it has grown.
  const isKnown = choices !== null;
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) form.current.scrollIntoView({ block: 'nearest' });
  }, [isKnown, asked.error, due.key, save.error]);

  // Who was chosen may have left while the form was put away.
  const ownerId = choices?.owners.some(({ id }) => id === draft.ownerId) === false && draft.ownerId !== '' ? null : draft.ownerId;
  const at = dueOf(due, choices, now);
  // In an hour, by whoever writes: that needs no answer of the server. Whom he cannot see he does not give it to.
  const isReady = words.trim() !== '' && at !== null && at > now && (choices !== null || ownerId === null) && !save.isPending;
  const keep = (choice: PrivateChoice | null): void => {
    const dueAt = dueOf(due, choices, serverNow());
    if (!isReady || dueAt === null) return;
    save.mutate({ method: 'POST', path: '/api/tasks', body: { words: words.trim(), dueAt, ...(ownerId !== null && { ownerId: ownerId === '' ? null : ownerId }), ...(unitId !== undefined && { unitId }), ...more, ...choice } });
  };
  return (
    <form
      className="task-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        keep(null);
      }}
      onChange={withdraw}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || mode === 'ringing') return;
        event.stopPropagation();
        putAway();
      }}
    >
      <Input ref={input} aria-label={label} placeholder={hint} value={words} maxLength={longestTask.words} dir="auto" autoComplete="off" onChange={(event) => write({ words: event.target.value })} />
      {children}
      <DueField due={due} asked={asked} now={now} onChange={(chosen) => write({ due: chosen })} />
      <div className="task-form-foot">
        {choices && <OwnerSelect choices={choices} value={ownerId ?? me} onChange={(chosen) => write({ ownerId: chosen === me ? null : chosen })} />}
        <Button htmlType="submit" disabled={!isReady} loading={save.isPending}>
          {t('tasks.add')} <kbd>↵</kbd>
        </Button>
        <Button type="text" onClick={putAway}>
          {t('tasks.cancel')} <kbd>Esc</kbd>
        </Button>
        <PrivateAsk error={save.error} again={keep} />
        {trouble !== null && <span role="alert">{trouble}</span>}
      </div>
    </form>
  );
}
