import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonView, SessionUser } from '../../../../server/contract/people.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { OwnReach } from '../../people/Reach/OwnReach.tsx';
import { AwayUntil } from '../AwayUntil/AwayUntil.tsx';
import { LeaveList } from '../LeaveList/LeaveList.tsx';
import { CalendarSource } from '../CalendarSource/CalendarSource.tsx';
import './mePage.css';

/** Where I am: away in one tap, my leaves, my calendar. */
export function MePage({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { data, error } = useQuery({ queryKey: ['people', 'mine'], queryFn: () => request<{ items: PersonView[] }>('GET', '/api/session/staff') });
  return (
    <div className="page me-page">
      <div className="page-head">
        <h1>{t('pages.me')}</h1>
      </div>
      {error && <p role="alert">{t('errors.load', { why: reason(error) })}</p>}
      {!data && !error && <p className="empty">{t('calls.loading')}</p>}
      {data?.items.length === 0 && (
        <div className="sheet me-sheet empty">
          <b>{t('whereabouts.noRecord', { name: user.name })}</b>
          {t('whereabouts.noRecordHint')}
        </div>
      )}
      {data?.items.map((person) => (
        <div key={person.id} className="me-columns">
          <div className="sheet me-sheet">
            {data.items.length > 1 && (
              <p className="quiet">
                {person.department} {person.title} {person.extension}
              </p>
            )}
            <AwayUntil staffId={person.id} isOwn />
          </div>
          <div className="me-rest">
            <div className="sheet me-sheet">
              <LeaveList staffId={person.id} />
            </div>
            <div className="sheet me-sheet">
              <OwnReach staffId={person.id} />
            </div>
            <div className="sheet me-sheet">
              <CalendarSource staffId={person.id} />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}
