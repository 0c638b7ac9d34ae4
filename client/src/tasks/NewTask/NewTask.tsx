import { Checkbox, Input } from 'antd';
import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { useOffices } from '../../app/offices.ts';
import { longestTask } from '../../../../server/contract/taskLimits.ts';
import { TaskForm } from '../TaskForm/TaskForm.tsx';
import './newTask.css';

/** Writes down what is to be done outside a call; of a message it takes the office, the caller and his number. */
export function NewTask({ slip, onClose }: { slip: Slip | null; onClose: () => void }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const input = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [callerName, setCallerName] = useState('');
  const [callerNumber, setCallerNumber] = useState('');
  const [isPromised, setIsPromised] = useState(false);
  const [unitId, setUnitId] = useState(slip?.unitId);
  const caller = { ...(callerName.trim() !== '' && { callerName }), ...(callerNumber.trim() !== '' && { callerNumber }) };
  return (
    <TaskForm
      unitId={unitId ?? offices[0]?.id}
      input={input}
      label={t('tasks.newWords')}
      hint={t('tasks.newWordsHint')}
      words={words}
      onWords={setWords}
      more={{ kind: isPromised ? 'promise' : 'task', ...(slip === null ? caller : { slipId: slip.id }) }}
      onSaved={onClose}
      onClose={onClose}
    >
      {slip === null && (
        <div className="new-task-caller">
          {offices.length > 1 && (
            <select className="time-select" aria-label={t('tasks.office')} value={unitId ?? offices[0]?.id} onChange={(event) => setUnitId(event.target.value)}>
              {offices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <Input aria-label={t('tasks.callerName')} placeholder={t('tasks.callerName')} value={callerName} maxLength={longestTask.name} dir="auto" autoComplete="off" onChange={(event) => setCallerName(event.target.value)} />
          <Input aria-label={t('tasks.callerNumber')} placeholder={t('tasks.callerNumber')} value={callerNumber} maxLength={longestTask.number} inputMode="tel" autoComplete="off" onChange={(event) => setCallerNumber(event.target.value)} />
        </div>
      )}
      <Checkbox checked={isPromised} onChange={(event) => setIsPromised(event.target.checked)}>
        {t('tasks.isPromised')}
      </Checkbox>
    </TaskForm>
  );
}
