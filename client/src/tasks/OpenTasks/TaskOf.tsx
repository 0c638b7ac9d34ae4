import type { TaskView } from '../../../../server/contract/task.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';

/** Of which caller a task is; nothing where it is of none. */
export function TaskOf({ task: { callerName, callerNumber } }: { task: TaskView }) {
  if (callerName === '' && callerNumber === '') return null;
  return (
    <span dir="auto">
      {callerName} <bdi className="nowrap">{callerNumber === '' ? '' : groupedNumber(callerNumber)}</bdi>
    </span>
  );
}
