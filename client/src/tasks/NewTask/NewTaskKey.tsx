import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskWriting } from '../TaskDraft/useTaskWriting.ts';

/** Opens the form of a new task and puts it away; says that one waits half written. */
export function NewTaskKey({ writing: { isOpen, isHalfWritten, opener, begin, putAway } }: { writing: TaskWriting }) {
  const { t } = useTranslation();
  return (
    <span className="new-task-key push">
      {isHalfWritten && <span className="quiet">{t('tasks.halfWritten')}</span>}
      <Button size="small" ref={opener} aria-expanded={isOpen} onClick={isOpen ? putAway : begin}>
        {t('tasks.write')}
      </Button>
    </span>
  );
}
