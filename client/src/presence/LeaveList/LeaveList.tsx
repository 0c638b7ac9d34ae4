import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaveView } from '../../../../server/contract/leave.ts';
import { Refusal } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { useChangePresence, usePresence } from '../usePresence.ts';
import { LeaveForm } from './LeaveForm.tsx';
import { LeaveSpan } from './LeaveSpan.tsx';
import './leaveList.css';

/** A calendar may bring hundreds. */
const shownFirst = 5;

function Row({ leave, staffId, onEdit }: { leave: LeaveView; staffId: string; onEdit: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangePresence(staffId);
  const { fromAt, toAt, why, note, source } = leave;
  return (
    <li className="leave">
      <span className="leave-when">
        <LeaveSpan fromAt={fromAt} toAt={toAt} />
      </span>
      <span className="leave-why">
        {t(`whereabouts.whys.${why}`)} {note !== '' && <span className="quiet">{note}</span>} {source !== 'person' && <span className="chip">{t(`whereabouts.sources.${source}`)}</span>}
      </span>
      {source !== 'calendar' && (
        <span className="leave-keys">
          <Button size="small" type="text" onClick={onEdit}>
            {t('whereabouts.change')}
          </Button>
          <Button size="small" type="text" loading={change.isPending} onClick={() => change.mutate({ method: 'DELETE', path: `leaves/${leave.id}` })}>
            {t('whereabouts.callOff')}
          </Button>
        </span>
      )}
      {change.isError && !(change.error instanceof Refusal && change.error.code === 'not_found') && <span role="alert">{t('whereabouts.notKept', { why: reason(change.error) })}</span>}
    </li>
  );
}

/** Leave that is planned, by hand or by calendar; the earliest first. */
export function LeaveList({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const { data } = usePresence(staffId);
  const [edited, setEdited] = useState<string | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  if (!data?.mayChange) return null;
  const { leaves } = data;
  const shown = showsAll ? leaves : leaves.slice(0, shownFirst);
  return (
    <section className="leaves">
      <h2>
        {t('whereabouts.leaves')}
        <small>{t('whereabouts.leavesHint')}</small>
      </h2>
      {leaves.length === 0 && <p className="quiet">{t('whereabouts.noLeaves')}</p>}
      <ul>
        {shown.map((leave) =>
          edited === leave.id ? (
            <li key={leave.id}>
              <LeaveForm staffId={staffId} leave={leave} onDone={() => setEdited(null)} />
            </li>
          ) : (
            <Row key={leave.id} leave={leave} staffId={staffId} onEdit={() => setEdited(leave.id)} />
          ),
        )}
      </ul>
      <div className="leave-more">
        {edited !== 'new' && <Button onClick={() => setEdited('new')}>{t('whereabouts.plan')}</Button>}
        {leaves.length > shownFirst && (
          <Button type="text" onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? t('whereabouts.fewer') : t('whereabouts.more', { n: leaves.length - shownFirst })}
          </Button>
        )}
      </div>
      {edited === 'new' && <LeaveForm staffId={staffId} leave={null} onDone={() => setEdited(null)} />}
    </section>
  );
}
