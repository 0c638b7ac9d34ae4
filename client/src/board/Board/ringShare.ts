import type { CallCard } from '../../../../server/contract/card.ts';

/** How calls were answered: in which of the three rings, by whom, how fast. */
export interface RingShare {
  /** Calls that came in. */
  calls: number;
  /** Of these, calls on which three rings are measured: answered, or given up only after the third. */
  measured: number;
  inRing: readonly [number, number, number];
  late: number;
  attendant: number;
  /** Mean time to the answer, ms; null while none was answered. */
  averageMs: number | null;
}

const perThousand = 1000;

/** Counts what came in, without tests and refused calls. A ring is the `cycleMs` of its own card. Late is an answer, or the end of an unanswered call, after the third ring; who gives up within three rings, or still waits, is in `calls` only. */
export function ringShareOf(cards: readonly CallCard[]): RingShare {
  const inbound = cards.filter(({ direction, outcome }) => direction === 'inbound' && outcome !== 'test' && outcome !== 'refused');
  const answered = inbound.filter(({ rings }) => rings.answeredIn !== null);
  const givenUp = inbound.filter(({ rings, endedAt, arrivedAt }) => rings.answeredIn === null && endedAt !== null && endedAt - arrivedAt > 3 * rings.cycleMs);
  const ring = (n: number): number => answered.filter(({ rings }) => rings.answeredIn === n && !rings.late).length;
  const inRing = [ring(1), ring(2), ring(3)] as const;
  const measured = answered.length + givenUp.length;
  return {
    calls: inbound.length,
    measured,
    inRing,
    late: measured - inRing[0] - inRing[1] - inRing[2],
    attendant: answered.filter(({ agent }) => agent === null).length,
    averageMs: answered.length === 0 ? null : answered.reduce((sum, { answeredAt, arrivedAt }) => sum + (answeredAt ?? arrivedAt) - arrivedAt, 0) / answered.length,
  };
}

/** 99.9 %, never rounded up to a hundred that was not reached; null while nothing was measured. */
export const percentInTime = ({ measured, late }: RingShare): number | null => (measured === 0 ? null : Math.floor(((measured - late) / measured) * perThousand) / 10);
