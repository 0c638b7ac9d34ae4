import { Checkbox, Input } from 'antd';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { longestTask } from '../../../../server/contract/taskLimits.ts';
import { useOffices } from '../../app/offices.ts';
import type { TaskWriting } from '../TaskDraft/useTaskWriting.ts';
import { TaskForm } from '../TaskForm/TaskForm.tsx';
import './newTask.css';

/** Writes down what is to be done outside a call; of a message it takes the office, the caller and his number. */
export function NewTask({ slip, writing }: { slip: Slip | null; writing: TaskWriting }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const input = useRef<InputRef>(null);
  const { write } = writing;
  const { callerName, callerNumber, isPromised } = writing.draft;
  const unitId = slip?.unitId ?? (offices.find(({ id }) => id === writing.draft.unitId) ?? offices[0])?.id;
  const caller = { ...(callerName.trim() !== '' && { callerName }), ...(callerNumber.trim() !== '' && { callerNumber }) };
  return (
    <TaskForm unitId={unitId} input={input} label={t('tasks.newWords')} hint={t('tasks.newWordsHint')} writing={writing} more={{ kind: isPromised ? 'promise' : 'task', ...(slip === null ? caller : { slipId: slip.id }) }}>
      {slip === null && (
        <div className="new-task-caller">
          {offices.length > 1 && (
            // Another office has another clock and other people.
            <select className="time-select" aria-label={t('tasks.office')} value={unitId} onChange={(event) => write({ unitId: event.target.value, due: { key: 'hour' }, ownerId: null })}>
              {offices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <Input aria-label={t('tasks.callerName')} placeholder={t('tasks.callerName')} value={callerName} maxLength={longestTask.name} dir="auto" autoComplete="off" onChange={(event) => write({ callerName: event.target.value })} />
          <Input aria-label={t('tasks.callerNumber')} placeholder={t('tasks.callerNumber')} value={callerNumber} maxLength={longestTask.number} inputMode="tel" autoComplete="off" onChange={(event) => write({ callerNumber: event.target.value })} />
        </div>
      )}
      <Checkbox checked={isPromised} onChange={(event) => write({ isPromised: event.target.checked })}>
        {t('tasks.isPromised')}
      </Checkbox>
    </TaskForm>
  );
}
