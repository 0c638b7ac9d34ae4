import { useTranslation } from 'react-i18next';
import type { TaskChoices } from '../../../server/contract/task.ts';
import { useSession } from '../app/session.ts';

/** Who does it: me first, then the others of the office; the empty value is its supervisors. */
export function OwnerSelect({ choices, value, onChange }: { choices: TaskChoices; value: string; onChange: (ownerId: string) => void }) {
  const { t } = useTranslation();
  const me = useSession().data?.user.id;
  const others = choices.owners.filter(({ id }) => id !== me);
  return (
    <select className="time-select task-owner" aria-label={t('tasks.owner')} value={value} onChange={(event) => onChange(event.target.value)}>
      {me !== undefined && <option value={me}>{t('tasks.me')}</option>}
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="">{t('tasks.supervisors')}</option>
    </select>
  );
}
