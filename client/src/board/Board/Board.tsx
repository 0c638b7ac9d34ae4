import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { AgentView } from '../../../../server/contract/people.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { callerName } from '../../desk/callerName.ts';
import { ringClock } from '../../desk/rings.ts';
import { openerSteps } from '../../desk/script.ts';
import { callClock } from '../../i18n/clock.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import '../CallsPage/callsPage.css';
import './board.css';

function Share() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['calls', 'list', 'share'], queryFn: () => request<{ items: CallCard[] }>('GET', '/api/calls?limit=200&state=ended') });
  const measured = (data?.items ?? []).filter(({ direction, rings, arrivedAt, endedAt, outcome }) => direction === 'inbound' && outcome !== 'test' && outcome !== 'refused' && (rings.answeredIn !== null || (endedAt !== null && endedAt - arrivedAt > 3 * rings.cycleMs)));
  const inRing = (ring: number): number => measured.filter(({ rings }) => rings.answeredIn === ring && !rings.late).length;
  const [a, b, c] = [inRing(1), inRing(2), inRing(3)];
  const good = a + b + c;
  return (
    <div className="board-share">
      <span className="quiet">
        {t('board.share')} · {measured.length === 0 ? t('board.shareNone') : t('board.shareOf', { n: measured.length })}
      </span>
      <b>{measured.length === 0 ? '–' : `${Math.floor((good / measured.length) * 1000) / 10}%`}</b>
      <span className="quiet">{t('board.ringsOf', { a, b, c, late: measured.length - good })}</span>
    </div>
  );
}

function AgentCell({ agent, now, isRinging }: { agent: AgentView; now: number; isRinging: boolean }) {
  const { t } = useTranslation();
  const state = agent.callId !== null ? t(isRinging ? 'board.on.ringing' : 'board.on.call') : agent.presence !== 'available' ? (agent.reason ?? t(`presence.${agent.presence}`)) : agent.phone === 'registered' ? t('board.on.free') : t('board.on.noPhone');
  return (
    <div className="board-agent">
      <b className="one-line">{agent.name}</b>
      <span>
        {state} {callClock(now - agent.since)}
      </span>
    </div>
  );
}

function Rows({ title, hint, cards, now }: { title: string; hint: string; cards: CallCard[]; now: number }) {
  const { t } = useTranslation();
  if (cards.length === 0) return null;
  return (
    <>
      <tr className="board-group">
        <th colSpan={7} scope="colgroup">
          {title} {cards.length} <small className="quiet">{hint}</small>
        </th>
      </tr>
      {cards.map((card) => {
        const { ring, filled } = ringClock(card.arrivedAt, card.rings.cycleMs, now);
        const isRinging = card.state === 'ringing';
        return (
          <tr key={card.id} data-call={card.id} data-state={card.state} onClick={() => goTo(`/calls/${card.id}`)}>
            <td className="nowrap">
              {isRinging && (
                <svg className="board-rings" width="20" height="20" viewBox="0 0 24 24" fill="none" strokeWidth="2.5" aria-hidden="true">
                  {[3.75, 7.25, 10.75].map((radius, index) => (
                    <g key={radius}>
                      <circle cx="12" cy="12" r={radius} stroke="var(--track)" />
                      <circle cx="12" cy="12" r={radius} stroke={`var(--ring${index + 1})`} strokeDasharray={`${(filled[index] ?? 0) * 2 * Math.PI * radius} 99`} transform="rotate(-90 12 12)" />
                    </g>
                  ))}
                </svg>
              )}
              {isRinging ? <b className={`board-ring-${ring}`}>{t('stage.ring', { n: ring })}</b> : t(`calls.states.${card.state}`)}
            </td>
            <td className="right">{callClock(now - (isRinging ? card.arrivedAt : (card.answeredAt ?? card.arrivedAt)))}</td>
            <td>{card.unit.name}</td>
            <td>
              <b>{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b> <span className="quiet">{card.caller.matches.length === 0 ? t('ringing.unknown') : card.caller.matches.map(({ address }) => address).join(t('ringing.or'))}</span>
            </td>
            <td>{card.agent?.name ?? (card.state === 'attended' ? t('calls.attendant') : '')}</td>
            <td>
              <span className="board-steps" role="img" aria-label={openerSteps.map((step) => `${t(`stage.steps.${step}`)} ${t(card.opener[step] === null ? 'board.stepNot' : 'board.stepSaid')}`).join('，')}>
                {openerSteps.map((step) => (
                  <i key={step} className={card.opener[step] === null ? '' : 'on'} />
                ))}
              </span>
              {card.opener.order === 'inverted' && <b> {t('calls.orders.inverted')}</b>}
            </td>
            <td className="right">{card.slipIds.length > 0 && t('board.slipCount', { n: card.slipIds.length })}</td>
          </tr>
        );
      })}
    </>
  );
}

/** Every live call, moving by itself. */
export function Board() {
  const { t } = useTranslation();
  const now = useNow(250);
  const cards = useLiveCalls();
  const agents = useAgents();
  const waiting = cards.filter(({ state }) => state === 'ringing' || state === 'queued');
  const talking = cards.filter(({ state }) => state !== 'ringing' && state !== 'queued');
  const free = agents.filter(({ presence, phone, callId }) => presence === 'available' && phone === 'registered' && callId === null).length;
  return (
    <div className="board">
      <div className="board-head">
        <div className="board-now">
          <span className="quiet">{t('board.title')}</span>
          <b aria-live="polite">{cards.length === 0 ? t('board.quiet') : t('board.now', { count: cards.length })}</b>
        </div>
        <Share />
      </div>
      <div className="board-agents">
        <div className="board-agent">
          <b>{t('board.agents', { n: agents.length })}</b>
          <span>{t('board.agentsSum', { free, away: agents.filter(({ presence }) => presence !== 'available').length })}</span>
        </div>
        {agents.map((agent) => (
          <AgentCell key={agent.id} agent={agent} now={now} isRinging={cards.some(({ id, state }) => id === agent.callId && state === 'ringing')} />
        ))}
      </div>
      <div className="board-calls" tabIndex={0} role="region" aria-label={t('board.title')}>
        {cards.length === 0 ? (
          <p className="empty">{t('board.quietHint')}</p>
        ) : (
          <table className="list board-list">
            <thead>
              <tr>
                {(['state', 'length', 'office', 'who', 'agent', 'opener', 'slips'] as const).map((name) => (
                  <th key={name} scope="col" className={name === 'length' || name === 'slips' ? 'right' : ''}>
                    {t(`board.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Rows title={t('board.waiting')} hint={t('board.waitingHint')} cards={waiting} now={now} />
              <Rows title={t('board.talking')} hint={t('board.talkingHint')} cards={talking} now={now} />
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
