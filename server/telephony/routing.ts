import type { Call } from '../calls/call.ts';
import type { Fact } from '../calls/fact.ts';
import { deadlineOf } from '../calls/rings.ts';
import { cancelLeadMs, ringsAllowed } from '../contract/rings.ts';
import { isTimeForAnotherRound, whoRings } from '../calls/whoRings.ts';
import type { Candidate } from '../calls/whoRings.ts';
import { isOpen } from '../people/hours.ts';
import type { TelephonyNeeds } from './needs.ts';

function attended(at: number, why: Extract<Fact, { kind: 'attended' }>['why'], pauseMs: number): Fact {
  return { kind: 'attended', key: 'attended', at, why, answersAt: at + pauseMs, pauseMs };
}

function offered(at: number, round: number, agents: readonly Candidate[], deadlineAt: number): Fact {
  return { kind: 'offered', key: `offered:${round}`, at, round, agents: agents.map(({ id, name }) => ({ id, name })), deadlineAt };
}

/** Where a call goes that has just arrived, decided once: phones of free agents, or the attendant (DESIGN 4). */
export function firstRoute(arrived: Extract<Fact, { kind: 'arrived' }>, needs: TelephonyNeeds): Fact {
  const now = arrived.at;
  const line = arrived.line.lineId === null ? null : (needs.directory.all().lines.find((known) => known.id === arrived.line.lineId) ?? null);
  const unit = line ? needs.directory.unit(line.unitId) : null;
  if (!line || !unit) return attended(now, 'unknown-line', 0);
  const pauseMs = line.pauseRings * line.cycleMs;
  if (!isOpen(line.hours, unit.timeZone, now)) return attended(now, 'closed', pauseMs);
  const agents = whoRings(line, needs.floor.standings(), needs.desk.heldAgents(), now);
  if (agents.length === 0) return attended(now, 'nobody-free', pauseMs);
  return offered(now, 0, agents, deadlineOf(now, line.cycleMs));
}

/**
 * Where a call goes that the carrier gave back to us after ringing: nowhere when it is over or already decided, to other free phones
 * when an agent was lost or all declined early, else to the attendant.
 */
export function nextRoute(call: Call, now: number, needs: TelephonyNeeds): Fact[] {
  if (call.state === 'ended' || call.state === 'attended') return [];
  const last = call.rounds.at(-1);
  if (!last?.ended) return [];
  const { line, at } = call.arrived;
  const known = needs.directory.all().lines.find((candidate) => candidate.id === line.lineId);
  const tried = new Set(call.rounds.flatMap((round) => round.agents.map((agent) => agent.id)));
  const lost = last.bridged;
  // Whoever was lost in this call does not get it again: two bad connections would pass the caller to and fro for ever.
  const losers = call.rounds.flatMap(({ winner }) => (winner ? [winner.agentId] : []));
  const busy = new Set([...needs.desk.heldAgents(), ...(lost ? losers : tried)]);
  const agents = known ? whoRings(known, needs.floor.standings(), busy, now) : [];
  if (lost) {
    if (agents.length === 0) return [attended(now, 'agent-lost', 0)];
    return [offered(now, last.round + 1, agents, now + ringsAllowed * line.cycleMs - cancelLeadMs)];
  }
  if (agents.length > 0 && !last.deadlinePassed && isTimeForAnotherRound(at, line.cycleMs, now)) return [offered(now, last.round + 1, agents, last.deadlineAt)];
  return [attended(now, 'not-reached', 0)];
}
