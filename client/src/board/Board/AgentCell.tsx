import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { AgentView } from '../../../../server/contract/people.ts';
import { callClock } from '../../i18n/clock.ts';

const knownReasons = ['lunch', 'rest', 'meeting', 'training', 'patrol', 'offDuty'] as const;

/** Why he takes no calls: a reason of the console's own in the words of this screen, another one as it was given. */
function whyAbsent({ presence, reason }: AgentView, t: TFunction): string {
  const known = knownReasons.find((one) => one === reason);
  return known ? t(`presence.reasons.${known}`) : (reason ?? t(`presence.${presence}`));
}

const hourMs = 3_600_000;
const longDays = 48;

/** m:ss of what is looked at by the second; of a break that is over an hour long, the hours. */
function lastedIn(ms: number, t: TFunction): string {
  const hours = Math.floor(ms / hourMs);
  if (hours < 1) return callClock(ms);
  return hours < longDays ? t('time.hours', { n: hours }) : t('time.days', { n: Math.floor(hours / 24) });
}

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
        ? whyAbsent(agent, t)
        : t(agent.phone === 'registered' ? 'board.on.free' : 'board.on.noPhone');
  const lasted = card ? now - (isRinging ? card.arrivedAt : (card.answeredAt ?? card.arrivedAt)) : (wrapUp ?? now - agent.since);
  return (
    <li className="board-agent" data-agent={agent.id} data-on={isOnCall ? (isRinging ? 'ringing' : 'call') : wrapUp !== null ? 'wrapUp' : agent.presence}>
      <b className="one-line" title={agent.name}>
        {agent.name}
      </b>
      <span className="one-line" title={state}>
        {state} {lastedIn(lasted, t)}
      </span>
    </li>
  );
}
