import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { goTo } from '../../app/route.ts';
import { callerName } from '../../desk/callerName.ts';
import { callClock, dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { CopyNumber } from '../CopyNumber/CopyNumber.tsx';
import { reasonInWords } from '../MissedList/missedReason.ts';
import { PageLink } from '../PageLink.tsx';

const attended = new Set<string | null>(['attendant-message', 'attendant-no-message', 'callback-asked']);

/** One call of the history: one row, whatever phones rang for it. `now` moves only while the call goes on: a thousand ended ones are not drawn every second. */
export const CallRow = memo(function CallRow({ card, hasOffices, now }: { card: CallCard; hasOffices: boolean; now: number }) {
  const { t } = useTranslation();
  const { caller, rings, missed } = card;
  const addresses = [...new Set(caller.matches.map(({ address }) => address))];
  const isKnown = caller.matches.length > 0;
  const by = card.agent?.name ?? (attended.has(card.outcome) || card.state === 'attended' ? t('calls.attendant') : card.outcome === null ? '' : t('calls.nobody'));
  return (
    <tr data-row-of={card.id} data-state={card.state} onClick={() => goTo(`/calls/${card.id}`)}>
      <td className="calls-when nowrap">{dayAndTime(card.arrivedAt, uiLanguage())}</td>
      <td className="calls-who" dir="auto">
        <PageLink to={`/calls/${card.id}`} isRow>
          {isKnown || caller.number === null ? <b>{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b> : t('ringing.unknown')}
        </PageLink>{' '}
        <span className="quiet">{addresses.join(t('ringing.or'))}</span>
      </td>
      <td className="calls-number">{caller.number !== null && <CopyNumber number={caller.number} />}</td>
      {hasOffices && <td className="calls-office">{card.unit.name}</td>}
      <td className="calls-ring right">
        {rings.answeredIn ?? rings.abandonedIn ?? '–'}
        {rings.late && <b> {t('calls.late')}</b>}
      </td>
      <td className="calls-by">{by}</td>
      <td className="calls-outcome">
        {card.outcome ? t(`calls.outcomes.${card.outcome}`) : <b>{t(`calls.states.${card.state}`)}</b>}
        {missed && (
          <>
            {' '}
            <span className={missed.state === 'open' ? 'chip ink' : 'chip'} title={missed.reason === '' ? undefined : reasonInWords(missed.reason, t)}>
              {t(`calls.missedStates.${missed.state}`)}
            </span>
            {missed.reason !== '' && <span className="quiet calls-reason">{reasonInWords(missed.reason, t)}</span>}
          </>
        )}
      </td>
      <td className="calls-matter">{card.matter && t(`matter.names.${card.matter}`)}</td>
      <td className="calls-length right">{card.answeredAt === null ? '–' : callClock((card.endedAt ?? now) - card.answeredAt)}</td>
      <td className="calls-opener">{card.agent && t(`calls.orders.${card.opener.order}`)}</td>
    </tr>
  );
});
