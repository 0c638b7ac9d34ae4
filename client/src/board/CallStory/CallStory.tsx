import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { matchName } from '../../desk/callerName.ts';
import { callerName } from '../../desk/callerName.ts';
import { callClock, dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import './callStory.css';
import { storyLine } from './storyLine.ts';
import type { CallWithFacts } from './storyLine.ts';

/** One call, from the first ring to the last: its facts in words. */
export function CallStory({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const agents = useAgents();
  // A call that still runs is read again at each of its changes.
  const version = useLiveCalls().find(({ id }) => id === callId)?.version ?? 0;
  const { data: call, error, refetch } = useQuery({ queryKey: ['calls', 'story', callId, version], queryFn: () => request<CallWithFacts>('GET', `/api/calls/${encodeURIComponent(callId)}`) });
  const nameOf = (id: string): string => agents.find((agent) => agent.id === id)?.name ?? id;
  return (
    <div className="page">
      <div className="page-head">
        <Button onClick={() => goTo('/calls')}>{t('calls.back')}</Button>
        {call && (
          <h1>
            {callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') })} <span className="quiet story-when">{dayAndTime(call.arrivedAt, uiLanguage())}</span>
          </h1>
        )}
      </div>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {call && (
        <div className="story">
          <section className="sheet story-sheet">
            <h2>{t('calls.story')}</h2>
            <ol className="story-lines">
              {[...call.facts]
                .sort((a, b) => a.at - b.at)
                .map((fact) => (
                  <li key={fact.key}>
                    <span>{callClock(fact.at - call.arrivedAt)}</span>
                    <span dir="auto">{storyLine(fact, t, nameOf)}</span>
                  </li>
                ))}
            </ol>
          </section>
          <section>
            <dl className="story-sum">
              <dt>{t('calls.outcome')}</dt>
              <dd>{call.outcome ? t(`calls.outcomes.${call.outcome}`) : t(`calls.states.${call.state}`)}</dd>
              <dt>{t('calls.ring')}</dt>
              <dd>{call.rings.answeredIn === null ? t('calls.nobody') : t(call.rings.late ? 'stage.late' : 'stage.answeredIn', { n: call.rings.answeredIn })}</dd>
              <dt>{t('calls.by')}</dt>
              <dd>{call.agent?.name ?? t('calls.attendant')}</dd>
              {call.agent && (
                <>
                  <dt>{t('calls.opener')}</dt>
                  <dd>{t(`calls.orders.${call.opener.order}`)}</dd>
                </>
              )}
              <dt>{t('ringing.number')}</dt>
              <dd>{call.caller.number === null ? t('ringing.hidden') : groupedNumber(call.caller.number)}</dd>
              <dt>{t('calls.office')}</dt>
              <dd>{call.unit.name}</dd>
              {call.hungUpBy && (
                <>
                  <dt>{t('stage.ended2')}</dt>
                  <dd>{t(`stage.endedBy.${call.hungUpBy}`)}</dd>
                </>
              )}
            </dl>
            {call.caller.matches.map((match) => (
              <p key={match.residentId}>
                <b>{matchName(match)}</b> {match.address} {match.residentId === call.caller.confirmedId && <span className="chip">{t('live.confirmed')}</span>}
              </p>
            ))}
            {call.slipIds.map((id) => (
              <p key={id}>
                <Button onClick={() => goTo(`/slips/${id}`)}>
                  {t('slip.title')} · {t('slip.list.open')}
                </Button>
              </p>
            ))}
          </section>
        </div>
      )}
    </div>
  );
}
