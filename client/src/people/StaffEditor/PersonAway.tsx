import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { AwayUntil } from '../../presence/AwayUntil/AwayUntil.tsx';
import { CalendarSource } from '../../presence/CalendarSource/CalendarSource.tsx';
import { LeaveList } from '../../presence/LeaveList/LeaveList.tsx';
import './personAway.css';

/** Away until, planned leave and calendar, said for a colleague by the front desk. `isOpen`: at once, for those who come here for nothing else. */
export function PersonAway({ person: { id }, isOpen }: { person: StaffView; isOpen: boolean }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(isOpen);
  return (
    <div className="person-away">
      {!isOpen && (
        <Button aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'people.awayEnd' : 'people.away')}
        </Button>
      )}
      {isShown && (
        <>
          <AwayUntil key={id} staffId={id} />
          <LeaveList key={`${id} leaves`} staffId={id} />
          <CalendarSource key={`${id} calendar`} staffId={id} />
        </>
      )}
    </div>
  );
}
