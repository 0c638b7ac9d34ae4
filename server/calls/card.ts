import type { CallCard, Outcome } from '../contract/card.ts';
import type { Call } from './call.ts';
import { erasedWords } from './blankFact.ts';
import { isLate, ringOf } from './rings.ts';

/** Calls in which nobody heard what the caller wanted, or heard only that he wants to be called back ([M3]). */
const unheard: readonly Outcome[] = ['abandoned-ringing', 'abandoned-queued', 'attendant-no-message', 'callback-asked', 'failed'];

function missedOf(call: Call): CallCard['missed'] {
  if (call.state !== 'ended' || !unheard.includes(call.outcome) || call.arrived.direction !== 'inbound') return null;
  const { followedUp, erasedAt } = call.written;
  // Nobody can be called back any more.
  if (erasedAt !== null && (followedUp === null || followedUp.state === 'open')) return { state: 'dismissed', by: null, at: erasedAt, reason: erasedWords };
  return followedUp ? { state: followedUp.state, by: followedUp.by, at: followedUp.at, reason: followedUp.reason } : { state: 'open', by: null, at: null, reason: '' };
}

/** The card that the console shows of this call: a plain picture, nothing decided here. */
export function cardOf(call: Call): CallCard {
  const { arrived } = call;
  const { cycleMs } = arrived.line;
  const endedAt = call.state === 'ended' ? call.endedAt : null;
  const waitedUntil = call.answeredAt ?? endedAt;
  return {
    id: call.id,
    version: call.version,
    direction: arrived.direction,
    state: call.state,
    line: { id: arrived.line.lineId, number: arrived.line.number, language: arrived.line.language },
    unit: { id: arrived.line.unitId, name: arrived.line.unitName },
    caller: { number: arrived.callerNumber, matches: [...call.matches], city: arrived.callerCity, confirmedId: call.written.confirmedId, ...(call.attachment && { attached: true as const }) },
    agent: call.agent,
    offeredTo: [...new Set(call.rounds.flatMap((round) => round.agents.map((agent) => agent.id)))],
    arrivedAt: arrived.at,
    answeredAt: call.answeredAt,
    endedAt,
    rings: {
      cycleMs,
      answeredIn: call.answeredAt === null ? null : ringOf(arrived.at, call.answeredAt, cycleMs),
      // A caller who gave up within three rings was not kept waiting too long; one who rang on for longer was.
      late: waitedUntil !== null && isLate(arrived.at, waitedUntil, cycleMs),
      ...(call.state === 'ended' && call.outcome === 'abandoned-ringing' ? { abandonedIn: ringOf(arrived.at, call.endedAt, cycleMs) } : {}),
    },
    opener: { ...call.opener, order: call.openerOrder },
    wanted: call.wanted,
    slipIds: [...call.slipIds],
    hungUpBy: call.state === 'ended' ? call.hungUpBy : null,
    outcome: call.state === 'ended' ? call.outcome : null,
    mutedSince: call.state === 'live' ? call.mutedSince : null,
    matter: call.written.matter,
    notes: { ...call.written.notes },
    wrapUp: call.written.wrapUp,
    missed: missedOf(call),
  };
}
