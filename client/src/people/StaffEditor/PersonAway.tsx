import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { AwayUntil } from '../../presence/AwayUntil/AwayUntil.tsx';
import { CalendarSource } from '../../presence/CalendarSource/CalendarSource.tsx';
import { LeaveList } from '../../presence/LeaveList/LeaveList.tsx';
import './personAway.css';

/** Away until, planned leave and calendar, said for a colleague by the front desk. `isOpen`: unfolded from the start. */
export function PersonAway({ person: { id }, isOpen = false }: { person: StaffView; isOpen?: boolean }) {
  const { t } = useTranslation();
  // What is folded is not asked for.
  const [isUnfolded, setIsUnfolded] = useState(isOpen);
  return (
    <details className="person-away" open={isUnfolded} onToggle={(event) => setIsUnfolded(event.currentTarget.open)}>
      <summary>{t('whereabouts.ofPerson')}</summary>
      {isUnfolded && (
        <div>
          <AwayUntil key={id} staffId={id} />
          <LeaveList key={`${id} leaves`} staffId={id} />
          <CalendarSource key={`${id} calendar`} staffId={id} />
        </div>
      )}
    </details>
  );
}
