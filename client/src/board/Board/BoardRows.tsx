import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { AgentView } from '../../../../server/contract/people.ts';
import { goTo } from '../../app/route.ts';
import { callerName } from '../../desk/callerName.ts';
import { ringClock } from '../../desk/rings.ts';
import { openerSteps } from '../../desk/script.ts';
import { callClock } from '../../i18n/clock.ts';
import { PageLink } from '../PageLink.tsx';

const radii = [3.75, 7.25, 10.75] as const;

/** The three arcs, small. */
function Arcs({ filled }: { filled: readonly number[] }) {
  return (
    <svg className="board-rings" width="20" height="20" viewBox="0 0 24 24" fill="none" strokeWidth="2.5" aria-hidden="true">
      {radii.map((radius, index) => (
        <g key={radius}>
          <circle cx="12" cy="12" r={radius} stroke="var(--track)" />
          <circle cx="12" cy="12" r={radius} stroke={`var(--ring${index + 1})`} strokeDasharray={`${(filled[index] ?? 0) * 2 * Math.PI * radius} 99`} transform="rotate(-90 12 12)" />
        </g>
      ))}
    </svg>
  );
}

/** What a supervisor should see of this call: mute and an inverted opener before anything else. */
function Hint({ card, now }: { card: CallCard; now: number }) {
  const { t } = useTranslation();
  if (card.mutedSince !== null) return <b>{t('board.muted', { time: callClock(now - card.mutedSince) })}</b>;
  if (card.opener.order === 'inverted') return <b>{t('calls.orders.inverted')}</b>;
  if (card.state === 'ringing') {
    const { attendantInMs } = ringClock(card.arrivedAt, card.rings.cycleMs, now);
    return <>{attendantInMs > 0 ? t('board.toAttendant', { n: Math.ceil(attendantInMs / 1000) }) : t('board.toAttendantNow')}</>;
  }
  if (card.wanted) return <>{t(card.wanted.away ? 'board.wantsAway' : 'board.wants', { name: card.wanted.name })}</>;
  return null;
}

function Row({ card, agents, now }: { card: CallCard; agents: readonly AgentView[]; now: number }) {
  const { t } = useTranslation();
  const { caller } = card;
  const isRinging = card.state === 'ringing';
  const { ring, filled } = ringClock(card.arrivedAt, card.rings.cycleMs, now);
  const addresses = [...new Set(caller.matches.map(({ address }) => address))];
  const ringsAt = agents.filter(({ callId }) => callId === card.id).map(({ name }) => name);
  const whose = card.agent?.name ?? (card.state === 'attended' ? t('calls.attendant') : ringsAt.length > 0 ? t('board.ringsAt', { names: ringsAt.join(t('ringing.and')) }) : t('board.nobodyFree'));
  return (
    <tr data-row-of={card.id} data-call={card.id} data-state={card.state} onClick={() => goTo(`/calls/${card.id}`)}>
      <td className="board-state nowrap">
        {isRinging && <Arcs filled={filled} />}
        {isRinging ? <b className={`board-ring-${ring}`}>{t('stage.ring', { n: ring })}</b> : t(`calls.states.${card.state}`)}
      </td>
      <td className="board-time right">{callClock(now - (isRinging ? card.arrivedAt : (card.answeredAt ?? card.arrivedAt)))}</td>
      <td className="board-office">{card.unit.name}</td>
      <td className="board-who" dir="auto">
        <PageLink to={`/calls/${card.id}`} isRow>
          <b>{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
        </PageLink>{' '}
        <span className="quiet">{caller.matches.length > 0 ? addresses.join(t('ringing.or')) : caller.number === null ? '' : t('ringing.unknown')}</span>
      </td>
      <td className="board-by">{whose}</td>
      <td className="board-opener">
        <span className="board-steps" role="img" aria-label={openerSteps.map((step) => `${t(`stage.steps.${step}`)} ${t(card.opener[step] === null ? 'board.stepNot' : 'board.stepSaid')}`).join(t('ringing.and'))}>
          {openerSteps.map((step) => (
            <i key={step} className={card.opener[step] === null ? '' : 'on'} />
          ))}
        </span>
      </td>
      <td className="board-matter">{card.matter && t(`matter.names.${card.matter}`)}</td>
      <td className="board-hint">
        <Hint card={card} now={now} />
      </td>
      <td className="board-slips right">{card.slipIds.length > 0 && t('board.slipCount', { n: card.slipIds.length })}</td>
    </tr>
  );
}

/** The calls of one kind, under their heading. */
export function BoardRows({ title, hint, cards, agents, now }: { title: string; hint: string; cards: readonly CallCard[]; agents: readonly AgentView[]; now: number }) {
  if (cards.length === 0) return null;
  return (
    <>
      <tr className="board-group">
        <th colSpan={9} scope="colgroup">
          {title} {cards.length} <small className="quiet">{hint}</small>
        </th>
      </tr>
      {cards.map((card) => (
        <Row key={card.id} card={card} agents={agents} now={now} />
      ))}
    </>
  );
}
