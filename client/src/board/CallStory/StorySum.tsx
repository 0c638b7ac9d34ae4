import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matchName } from '../../desk/callerName.ts';
import { callClock } from '../../i18n/clock.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useNow } from '../../live/serverClock.ts';
import { CopyNumber } from '../CopyNumber/CopyNumber.tsx';
import type { CallWithFacts } from './storyLine.ts';

function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** What is known of a call, apart from how it came about. Everybody on file under the number is named; who was made sure of is marked. */
export function StorySum({ call }: { call: CallWithFacts }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  const { caller, rings } = call;
  const rang = rings.answeredIn !== null ? t(rings.late ? 'stage.late' : 'stage.answeredIn', { n: rings.answeredIn }) : rings.abandonedIn !== undefined ? t('story.rangOut', { count: rings.abandonedIn }) : call.state === 'ringing' ? t('calls.states.ringing') : t('story.notRung');
  return (
    <dl className="story-sum">
      <Item name={t('live.who')}>
        {caller.matches.length === 0 && t('ringing.unknown')}
        {caller.matches.map((match) => (
          <span key={match.residentId} className="story-match">
            <b>{matchName(match)}</b> {match.address} <span className="quiet">{t(`ringing.${match.occupancy}`)}</span> {match.residentId === caller.confirmedId && <span className="chip">{t('live.confirmed')}</span>}
          </span>
        ))}
      </Item>
      <Item name={t('story.number')}>
        {caller.number === null ? t('ringing.hidden') : <CopyNumber number={caller.number} />} {caller.city !== null && caller.city !== '' && <span className="quiet">{t('story.city', { city: caller.city })}</span>}
      </Item>
      <Item name={t('calls.office')}>
        {call.unit.name} <span className="quiet nowrap">{groupedNumber(call.line.number)}</span>
      </Item>
      <Item name={t('story.rang')}>
        {rang} {call.answeredAt !== null && <span className="quiet">{t('story.waited', { n: Math.round((call.answeredAt - call.arrivedAt) / 1000) })}</span>}
      </Item>
      <Item name={t('calls.by')}>{call.agent?.name ?? (call.answeredAt !== null ? t('calls.attendant') : t('calls.nobody'))}</Item>
      {call.answeredAt !== null && <Item name={t('story.talk')}>{callClock((call.endedAt ?? now) - call.answeredAt)}</Item>}
      {call.agent && <Item name={t('calls.opener')}>{t(`calls.orders.${call.opener.order}`)}</Item>}
      <Item name={t('calls.outcome')}>{call.outcome ? t(`calls.outcomes.${call.outcome}`) : t(`calls.states.${call.state}`)}</Item>
      {call.hungUpBy && <Item name={t('story.hungUp')}>{t(`story.hungUpBy.${call.hungUpBy}`)}</Item>}
      {call.matter && <Item name={t('calls.matter')}>{t(`matter.names.${call.matter}`)}</Item>}
      {call.wanted && <Item name={t('story.wanted')}>{call.wanted.name}</Item>}
      {call.wrapUp && (
        <Item name={t('story.result')}>
          {t(`wrapUp.results.${call.wrapUp.result}`)} <span className="quiet">{call.wrapUp.by.name}</span>
        </Item>
      )}
    </dl>
  );
}
