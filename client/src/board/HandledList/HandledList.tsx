import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { callerName } from '../../desk/callerName.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { CopyNumber } from '../CopyNumber/CopyNumber.tsx';
import { MissedState } from '../MissedList/MissedState.tsx';
import { useFollowUp } from '../MissedList/useFollowUp.ts';
import { whatHappened } from '../MissedList/whatHappened.ts';
import { PageLink } from '../PageLink.tsx';
import { rowKeys } from '../rowKeys.ts';
import './handledList.css';

/** Of each kind the newest so many calls; older ones are found in the history by its filter. */
const shownOfEach = 100;

async function load(): Promise<CallCard[]> {
  const pages = await Promise.all((['called-back', 'dismissed'] as const).map((state) => request<{ items: CallCard[] }>('GET', `/api/calls?missed=${state}&limit=${shownOfEach}`)));
  return pages.flatMap(({ items }) => items).sort((a, b) => (b.missed?.at ?? 0) - (a.missed?.at ?? 0));
}

/** Missed calls that were dealt with, the last dealt with first: by whom, when, how; each can be put back. */
export function HandledList() {
  const { t } = useTranslation();
  const reason = useReason();
  const followUp = useFollowUp();
  const { data, error, refetch } = useQuery({ queryKey: ['calls', 'list', 'missed', 'handled'], queryFn: load });
  const [fault, setFault] = useState<{ id: string; why: unknown } | null>(null);
  const putBack = (id: string): void => {
    setFault(null);
    followUp(id, 'open').catch((why: unknown) => setFault({ id, why }));
  };
  return (
    <>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {data === undefined && !error && <p className="empty">{t('calls.loading')}</p>}
      {data?.length === 0 && <p className="empty">{t('missed.handledNone')}</p>}
      <ul className="missed-list" aria-label={t('calls.lists.handled')} onKeyDown={rowKeys}>
        {data?.map((card) => (
          <li key={card.id} className="handled-row" data-row-of={card.id}>
            <span className="handled-who">
              <PageLink to={`/calls/${card.id}`} isRow>
                <b dir="auto">{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
              </PageLink>{' '}
              {card.caller.matches.length > 0 && card.caller.number !== null && <CopyNumber number={card.caller.number} />}
            </span>
            <span className="quiet">{dayAndTime(card.arrivedAt, uiLanguage())}</span>
            <span className="quiet">{whatHappened(card, t)}</span>
            <span className="handled-how">
              {card.missed && <MissedState missed={card.missed} />}
              {fault?.id === card.id && <b role="alert"> {t('missed.failed', { why: reason(fault.why) })}</b>}
            </span>
            <button type="button" className="text-key" onClick={() => putBack(card.id)}>
              {t('missed.putBack')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
