import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useAge } from '../../i18n/useAge.ts';
import type { SlipPage } from '../../slips/keepSlip.ts';
import { callerName } from '../callerName.ts';
import './idleWork.css';

const missedOutcomes = ['abandoned-ringing', 'abandoned-queued', 'attendant-no-message', 'callback-asked'] as const;

async function loadMissed(): Promise<CallCard[]> {
  const pages = await Promise.all(missedOutcomes.map((outcome) => request<{ items: CallCard[] }>('GET', `/api/calls?limit=20&outcome=${outcome}`)));
  return pages.flatMap(({ items }) => items).sort((a, b) => b.arrivedAt - a.arrivedAt);
}

/** What waits while nothing rings: calls that nobody answered, slips that are not finished. */
export function IdleWork() {
  const { t } = useTranslation();
  const age = useAge();
  const missed = useQuery({ queryKey: ['calls', 'list', 'missed'], queryFn: loadMissed });
  const drafts = useQuery({ queryKey: ['slips', 'draft'], queryFn: () => request<SlipPage>('GET', '/api/slips?state=draft&limit=50') });
  const open = (path: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    goTo(path);
  };
  const waiting = drafts.data?.items.filter(({ state }) => state === 'draft') ?? [];
  return (
    <div className="work idle-work">
      <section className="sheet idle-sheet">
        <h2>
          {t('calls.missed')} {missed.data?.length ?? ''}
          <small>{t('calls.missedHint')}</small>
        </h2>
        {missed.error && <Fault error={missed.error} retry={() => void missed.refetch()} />}
        {missed.data?.length === 0 && <p className="empty">{t('calls.missedNone')}</p>}
        {missed.data?.slice(0, 8).map((card) => (
          <a key={card.id} className="idle-row missed" href={`/calls/${card.id}`} onClick={open(`/calls/${card.id}`)}>
            <b className="one-line">{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
            <span className="one-line">{card.caller.matches.length === 1 ? card.caller.matches[0]?.address : card.caller.number === null ? '' : card.caller.matches.length === 0 ? t('ringing.unknown') : groupedNumber(card.caller.number)}</span>
            <span className="one-line">{card.outcome && t(`calls.outcomes.${card.outcome}`)}</span>
            <span className="quiet">{dayAndTime(card.arrivedAt, uiLanguage())}</span>
            <b className="right">{age(card.arrivedAt)}</b>
          </a>
        ))}
      </section>
      <section>
        <h2>
          {t('slip.list.unfinished')} {drafts.data ? waiting.length : ''}
          <small>{t('slip.list.unfinishedHint')}</small>
        </h2>
        {drafts.error && <Fault error={drafts.error} retry={() => void drafts.refetch()} />}
        {drafts.data && waiting.length === 0 && <p className="empty">{t('slip.list.unfinishedNone')}</p>}
        {waiting.slice(0, 10).map((slip) => (
          <a key={slip.id} className="idle-row draft" href={`/slips/${slip.id}`} onClick={open(`/slips/${slip.id}`)}>
            <b className="one-line">{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b>
            <span className="one-line">{slip.callerName || t('slip.list.anonymous')}</span>
            <span className="nowrap">{slip.missing.length > 0 ? t('slip.missing', { count: slip.missing.length }) : t('slip.complete')}</span>
            <b className="right">{age(Date.parse(slip.calledAt))}</b>
          </a>
        ))}
      </section>
    </div>
  );
}
