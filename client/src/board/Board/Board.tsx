import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../../server/contract/people.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { useNow } from '../../live/serverClock.ts';
import { useSession } from '../../app/session.ts';
import { ShiftStart } from '../../desk/ShiftStart/ShiftStart.tsx';
import '../CallsPage/callsPage.css';
import { rowKeys } from '../rowKeys.ts';
import { AgentCell } from './AgentCell.tsx';
import './board.css';
import { BoardRows } from './BoardRows.tsx';
import { GoneFurther } from './GoneFurther.tsx';
import { ThreeRings } from './ThreeRings.tsx';
import { WaitingByAge } from './WaitingByAge.tsx';

/** Arcs move four times a second. */
const everyMs = 250;
const columns = ['state', 'length', 'office', 'who', 'agent', 'opener', 'matter', 'hint', 'slips'] as const;
const toTheRight = new Set<string>(['length', 'slips']);

/** Every live call, moving by itself; the desk's people; the promise of three rings today. */
export function Board() {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  const user = useSession().data?.user;
  const cards = useLiveCalls();
  const agents = useAgents();
  // Cut off, the board knows of no call and of nobody at the desk: that is not the same as none.
  const isBlind = useLive().connection !== 'live' && cards.length === 0;
  // Who can be reached stands first; within that nobody changes his place when a call begins.
  const isHere = ({ phone, callId }: AgentView): boolean => phone === 'registered' || callId !== null;
  const people = [...agents.filter(isHere), ...agents.filter((agent) => !isHere(agent))];
  // Not known is not none.
  const headcount = t('board.agents', { n: isBlind && agents.length === 0 ? '–' : agents.length });
  const waiting = cards.filter(({ state }) => state === 'ringing' || state === 'queued');
  const talking = cards.filter(({ state }) => state !== 'ringing' && state !== 'queued').sort((a, b) => (a.answeredAt ?? a.arrivedAt) - (b.answeredAt ?? b.arrivedAt));
  const free = agents.filter(({ presence, phone, callId, wrapUpUntil }) => presence === 'available' && phone === 'registered' && callId === null && (wrapUpUntil === null || wrapUpUntil <= now)).length;
  return (
    <div className="board">
      <h1 className="seen-by-readers">{t('board.title')}</h1>
      <div className="board-head">
        {user && <ShiftStart user={user} />}
        <ThreeRings />
        <WaitingByAge />
      </div>
      <ul className="board-agents" aria-label={headcount} tabIndex={0}>
        <li className="board-agent">
          <b>{headcount}</b>
          <span>{isBlind ? '–' : agents.length === 0 ? t('board.agentsNone') : t('board.agentsSum', { free, away: agents.filter(({ presence }) => presence !== 'available').length })}</span>
        </li>
        {people.map((agent) => (
          <AgentCell key={agent.id} agent={agent} card={cards.find(({ id }) => id === agent.callId) ?? null} now={now} />
        ))}
      </ul>
      <GoneFurther />
      <div className="board-calls" tabIndex={0} role="region" aria-label={t('board.title')}>
        <p className="seen-by-readers" aria-live="polite">
          {isBlind ? t('board.blind') : cards.length === 0 ? t('board.quiet') : t('board.now', { count: cards.length })}
        </p>
        {cards.length === 0 ? (
          <p className="empty">
            <b>{t(isBlind ? 'board.blind' : 'board.quiet')}</b>
            {t(isBlind ? 'board.blindHint' : 'board.quietHint')}
          </p>
        ) : (
          <table className="list board-list">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col" className={toTheRight.has(name) ? 'right' : ''}>
                    {t(`board.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody onKeyDown={rowKeys}>
              <BoardRows title={t('board.waiting')} hint={t('board.waitingHint')} cards={waiting} agents={agents} now={now} />
              <BoardRows title={t('board.talking')} hint={t('board.talkingHint')} cards={talking} agents={agents} now={now} />
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}
