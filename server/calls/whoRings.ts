import { deadlineOf } from './rings.ts';

/** An agent as far as ringing is concerned. */
export interface Candidate {
  id: string;
  name: string;
  unitIds: readonly string[];
  presence: 'available' | 'break' | 'away';
  /** A registered phone on a connection that lives. */
  phone: boolean;
  idleSince: number;
  /** ms UTC until which he writes up his last call; null when he does not. */
  wrapUpUntil: number | null;
}

interface RingingRules {
  unitId: string;
  ringWidth: number;
}

const isWritingUp = ({ wrapUpUntil }: Candidate, now: number): boolean => wrapUpUntil !== null && wrapUpUntil > now;

/**
 * Whose phones ring: available, with a phone, not writing up a call ([M2]), ringing for nothing else and on no call; longest idle first, at most `ringWidth`.
 * A busy browser phone ignores invitations in silence and a free one would take two, so `busy` must hold both (DESIGN 4).
 */
export function whoRings(rules: RingingRules, candidates: readonly Candidate[], busy: ReadonlySet<string>, now: number): Candidate[] {
  return candidates
    .filter((agent) => agent.presence === 'available' && agent.phone && agent.unitIds.includes(rules.unitId) && !busy.has(agent.id) && !isWritingUp(agent, now))
    .sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1))
    .slice(0, rules.ringWidth);
}

/** A second round before anybody answered is worth it only while a whole ring is left before our timer. */
export function isTimeForAnotherRound(arrivedAt: number, cycleMs: number, now: number): boolean {
  return deadlineOf(arrivedAt, cycleMs) - now >= cycleMs;
}
