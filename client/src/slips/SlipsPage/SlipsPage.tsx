import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import type { SlipPage } from '../keepSlip.ts';
import { SlipForm } from '../SlipForm/SlipForm.tsx';
import { useSlip } from '../useSlip.ts';
import './slipsPage.css';

const nothing = (): void => undefined;

function OneSlip({ id, user }: { id: string; user: SessionUser }) {
  const { t } = useTranslation();
  const draft = useSlip(id);
  return (
    <div className="page one-slip">
      <div className="page-head">
        <Button onClick={() => goTo('/slips')}>{t('slip.list.back')}</Button>
        {draft.slip?.callId != null && user.role !== 'staff' && <Button onClick={() => goTo(`/calls/${draft.slip?.callId ?? ''}`)}>{t('calls.story')}</Button>}
      </div>
      <div className="slip-paper">
        <SlipForm key={id} draft={draft} wanted={null} reading={null} canReadBack={false} onReadBack={nothing} onStopReading={nothing} onTake={() => draft.saver?.edit({ state: 'taken', readBack: false })} isReadOnly={user.role === 'staff'} />
      </div>
    </div>
  );
}

/** The slips of the office, newest first; one of them as on the desk. */
export function SlipsPage({ slipId, user }: { slipId: string | null; user: SessionUser }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'all' | 'draft' | 'taken'>('all');
  const { data, error, refetch } = useQuery({ queryKey: ['slips', 'page', shown], queryFn: () => request<SlipPage>('GET', `/api/slips?limit=100${shown === 'all' ? '' : `&state=${shown}`}`) });
  if (slipId !== null) return <OneSlip id={slipId} user={user} />;
  const slips = data?.items.filter(({ state }) => shown === 'all' || state === shown) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('slip.list.title')}</h1>
        <Segmented value={shown} onChange={setShown} options={(['all', 'draft', 'taken'] as const).map((value) => ({ value, label: value === 'all' ? t('slip.list.all') : t(`slip.states.${value}`) }))} />
      </div>
      <div className="sheet list-sheet">
        {error && <Fault error={error} retry={() => void refetch()} />}
        {data && slips.length === 0 && (
          <p className="empty">
            <b>{t('slip.list.none')}</b>
            {t('slip.list.noneHint')}
          </p>
        )}
        {slips.length > 0 && (
          <table className="list slips-list">
            <thead>
              <tr>
                {(['to', 'from', 'message', 'state', 'when'] as const).map((name) => (
                  <th key={name} scope="col">
                    {t(`slip.list.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slips.map((slip) => (
                <tr key={slip.id} onClick={() => goTo(`/slips/${slip.id}`)}>
                  <td>
                    <a
                      href={`/slips/${slip.id}`}
                      onClick={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                        goTo(`/slips/${slip.id}`);
                      }}
                    >
                      <b>{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b>
                    </a>{' '}
                    {slip.actionsRequested.includes('urgent') && <span className="chip ink">{t('slip.requested.urgent')}</span>}
                  </td>
                  <td dir="auto">
                    {slip.callerName || t('slip.list.anonymous')} <span className="quiet">{slip.callerCompany}</span>
                  </td>
                  <td className="slips-message" dir="auto">
                    {slip.message || (slip.recordingUrl ? t('slip.list.recording') : '')}
                  </td>
                  <td className="nowrap">{slip.state === 'draft' && slip.missing.length > 0 ? t('slip.missing', { count: slip.missing.length }) : slip.state === 'taken' && !slip.readBack ? t('slip.takenUnread') : t(`slip.states.${slip.state}`)}</td>
                  <td className="nowrap quiet">{Number.isNaN(Date.parse(slip.calledAt)) ? '' : dayAndTime(Date.parse(slip.calledAt), uiLanguage())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
