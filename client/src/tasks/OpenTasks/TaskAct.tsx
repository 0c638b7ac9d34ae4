import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
import { longestTask } from '../../../../server/contract/taskLimits.ts';
import { PrivateAsk } from '../../app/PrivateAsk/PrivateAsk.tsx';
import type { PrivateChoice } from '../../app/privateNumbers.ts';
import { useSession } from '../../app/session.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { serverNow, useNow } from '../../live/serverClock.ts';
import { ChoicesAsked } from '../ChoicesAsked.tsx';
import { DueField } from '../DueField/DueField.tsx';
import { dueOf } from '../DueField/dueOf.ts';
import type { Due } from '../DueField/dueOf.ts';
import { OwnerSelect } from '../OwnerSelect.tsx';
import { useSaveTask } from '../useSaveTask.ts';
import { useTaskChoices } from '../useTaskChoices.ts';

/** `done` and `drop` end the task with words (`POST /api/tasks/:id/…`); `move` changes its time, `hand` its owner (`PATCH`). */
export type TaskActName = 'done' | 'move' | 'hand' | 'drop';

/** What is being done about a task, and how far it is written. */
export interface TaskActDraft {
  /** Null: nothing. */
  act: TaskActName | null;
  words: string;
  due: Due;
  /** Null: nobody chosen yet; empty: the supervisors. */
  ownerId: string | null;
}

interface TaskActProps {
  task: TaskView;
  act: TaskActName;
  /** Kept outside: it outlives the line while a call is answered. */
  draft: TaskActDraft;
  onDraft: (part: Partial<TaskActDraft>) => void;
  takesFocus: boolean;
  onClose: () => void;
}

/** The line under a task: what came of it, a new time, somebody else, or why nobody needs to. Esc puts it away; while a call rings Esc is the call's. */
export function TaskAct({ task, act, draft, onDraft, takesFocus, onClose }: TaskActProps) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const mode = useDeskMode();
  const now = useNow(15_000);
  const { words, due } = draft;
  const ownerId = draft.ownerId ?? (task.owner?.id === me ? '' : me);
  // From the task as it stood when the line was opened: what somebody else changed meanwhile is told.
  const [rev] = useState(task.rev);
  const asked = useTaskChoices(task.unitId, act === 'move' || act === 'hand');
  const { choices } = asked;
  const { save, trouble, withdraw } = useSaveTask(onClose);
  const path = `/api/tasks/${encodeURIComponent(task.id)}`;
  const isEnd = act === 'done' || act === 'drop';
  const at = dueOf(due, choices, now);
  const isReady = !save.isPending && (isEnd ? words.trim() !== '' : act === 'move' ? at !== null && at > now : choices !== null);
  const end = (said: string, choice: PrivateChoice | null): void => save.mutate({ method: 'POST', path: `${path}/${act}`, body: { words: said.trim(), ...choice } });
  const submit = (choice: PrivateChoice | null): void => {
    if (!isReady) return;
    if (isEnd) return end(words, choice);
    if (act === 'hand') return save.mutate({ method: 'PATCH', path, body: { rev, ownerId: ownerId === '' ? null : ownerId } });
    save.mutate({ method: 'PATCH', path, body: { rev, dueAt: dueOf(due, choices, serverNow()) } });
  };
  const quick = act === 'done' ? [t('tasks.doneQuick.called'), t('tasks.doneQuick.told'), t('tasks.doneQuick.came')] : [t('tasks.dropQuick.withdrawn'), t('tasks.dropQuick.twice')];
  const label = t(act === 'done' ? 'tasks.how' : 'tasks.why');
  return (
    <form
      className="task-act"
      onSubmit={(event) => {
        event.preventDefault();
        submit(null);
      }}
      onChange={withdraw}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || mode === 'ringing') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {isEnd && (
        <>
          <b>{label}</b>
          {quick.map((said) => (
            <Button key={said} size="small" disabled={save.isPending} onClick={() => end(said, null)}>
              {said}
            </Button>
          ))}
          <Input className="task-act-words" aria-label={label} placeholder={act === 'done' ? t('tasks.howHint') : ''} value={words} maxLength={longestTask.words} dir="auto" autoFocus={takesFocus} autoComplete="off" onChange={(event) => onDraft({ words: event.target.value })} />
        </>
      )}
      {act === 'move' && <DueField due={due} asked={asked} now={now} onChange={(chosen) => onDraft({ due: chosen })} />}
      {act === 'hand' && <b>{t('tasks.handTo')}</b>}
      {act === 'hand' && choices && <OwnerSelect choices={choices} value={ownerId} onChange={(chosen) => onDraft({ ownerId: chosen })} />}
      {act === 'hand' && <ChoicesAsked {...asked} />}
      <Button size="small" htmlType="submit" disabled={!isReady} loading={save.isPending}>
        {t('tasks.keep')}
      </Button>
      <Button size="small" type="text" onClick={onClose}>
        {t('tasks.cancel')} <kbd>Esc</kbd>
      </Button>
      <PrivateAsk error={save.error} again={submit} />
      {trouble !== null && <span role="alert">{trouble}</span>}
    </form>
  );
}
