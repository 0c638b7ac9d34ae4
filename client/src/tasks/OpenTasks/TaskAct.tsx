import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../../server/contract/task.ts';
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

export type TaskActName = 'done' | 'move' | 'hand' | 'drop';

/** The line under a task: what came of it, a new time, somebody else, or why nobody needs to. Esc puts it away. */
export function TaskAct({ task, act, onClose }: { task: TaskView; act: TaskActName; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id ?? '';
  const [words, setWords] = useState('');
  const [due, setDue] = useState<Due>({ key: 'hour' });
  const [ownerId, setOwnerId] = useState(task.owner?.id === me ? '' : me);
  // From the task as it stood when the line was opened: what somebody else changed meanwhile is told.
  const [rev] = useState(task.rev);
  const choices = useTaskChoices(task.unitId, act === 'move' || act === 'hand');
  const { save, trouble, again } = useSaveTask(onClose);
  const path = `/api/tasks/${encodeURIComponent(task.id)}`;
  const end = (said: string): void => {
    if (said.trim() !== '') save.mutate({ method: 'POST', path: `${path}/${act}`, body: { words: said.trim() } });
  };
  const submit = (): void => {
    if (act === 'hand') save.mutate({ method: 'PATCH', path, body: { rev, ownerId: ownerId === '' ? null : ownerId } });
    else if (act === 'move') {
      const dueAt = dueOf(due, choices, serverNow());
      if (dueAt !== null && dueAt > serverNow()) save.mutate({ method: 'PATCH', path, body: { rev, dueAt } });
    } else end(words);
  };
  const isEnd = act === 'done' || act === 'drop';
  const quick = act === 'done' ? [t('tasks.doneQuick.called'), t('tasks.doneQuick.told'), t('tasks.doneQuick.came')] : [t('tasks.dropQuick.withdrawn'), t('tasks.dropQuick.twice')];
  const label = t(act === 'done' ? 'tasks.how' : 'tasks.why');
  return (
    <form
      className="task-act"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      {isEnd && (
        <>
          <b>{label}</b>
          {quick.map((said) => (
            <Button key={said} size="small" disabled={save.isPending} onClick={() => end(said)}>
              {said}
            </Button>
          ))}
          <Input className="task-act-words" aria-label={label} placeholder={act === 'done' ? t('tasks.howHint') : ''} value={words} maxLength={longestTask.words} dir="auto" autoFocus autoComplete="off" onChange={(event) => setWords(event.target.value)} />
        </>
      )}
      {act === 'move' && choices && <DueField due={due} choices={choices} onChange={setDue} />}
      {act === 'hand' && choices && (
        <>
          <b>{t('tasks.handTo')}</b>
          <OwnerSelect choices={choices} value={ownerId} onChange={setOwnerId} />
        </>
      )}
      <Button size="small" htmlType="submit" disabled={isEnd ? words.trim() === '' : choices === null} loading={save.isPending}>
        {t('tasks.keep')}
      </Button>
      <Button size="small" type="text" onClick={onClose}>
        {t('tasks.cancel')} <kbd>Esc</kbd>
      </Button>
      <PrivateAsk error={save.error} again={again} />
      {trouble !== null && <span role="alert">{trouble}</span>}
    </form>
  );
}
