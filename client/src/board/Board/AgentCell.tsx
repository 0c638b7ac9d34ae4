import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { AgentView } from '../../../../server/contract/people.ts';
import { callClock } from '../../i18n/clock.ts';

/** One agent: what he does, and for how long; of the wrap-up, how long it may still last. `card` is the call that he has or that rings at him. */
export function AgentCell({ agent, card, now }: { agent: AgentView; card: CallCard | null; now: number }) {
  const { t } = useTranslation();
  const wrapUp = agent.wrapUpUntil !== null && agent.wrapUpUntil > now ? agent.wrapUpUntil - now : null;
  const isOnCall = agent.callId !== null;
  const isRinging = isOnCall && card?.state === 'ringing';
  const state = isOnCall
    ? t(isRinging ? 'board.on.ringing' : 'board.on.call')
    : wrapUp !== null
      ? t('board.on.wrapUp')
      : agent.presence !== 'available'
        ? (agent.reason ?? t(`presence.${agent.presence}`))
        : t(agent.phone === 'registered' ? 'board.on.free' : 'board.on.noPhone');
  const lasted = card ? now - (isRinging ? card.arrivedAt : (card.answeredAt ?? card.arrivedAt)) : (wrapUp ?? now - agent.since);
  return (
    <li className="board-agent" data-agent={agent.id} data-on={isOnCall ? (isRinging ? 'ringing' : 'call') : wrapUp !== null ? 'wrapUp' : agent.presence}>
      <b className="one-line" title={agent.name}>
        {agent.name}
      </b>
      <span className="one-line" title={state}>
        {state} {callClock(lasted)}
      </span>
    </li>
  );
}
