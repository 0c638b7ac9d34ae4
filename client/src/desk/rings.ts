import { cancelLeadMs, ringsAllowed } from '../../../server/contract/rings.ts';

interface RingClock {
  /** 1, 2 or 3; what rings on after that still shows 3. */
  ring: 1 | 2 | 3;
  /** How full each of the three arcs is, 0 to 1. */
  filled: readonly [number, number, number];
  elapsedMs: number;
  attendantInMs: number;
  /** Where in the third arc the attendant takes over, 0 to 1. */
  tick: number;
}

/** All times ms UTC; `now` by the server's clock. The ring is counted as the server does ([R1]) but stays at 3. */
export function ringClock(arrivedAt: number, cycleMs: number, now: number): RingClock {
  const elapsedMs = Math.max(0, now - arrivedAt);
  const fill = (ring: number): number => Math.min(1, Math.max(0, elapsedMs / cycleMs - ring));
  const attendantAt = ringsAllowed * cycleMs - cancelLeadMs;
  return {
    ring: Math.min(3, Math.floor(elapsedMs / cycleMs) + 1) as 1 | 2 | 3,
    filled: [fill(0), fill(1), fill(2)],
    elapsedMs,
    attendantInMs: Math.max(0, attendantAt - elapsedMs),
    tick: Math.max(0, attendantAt / cycleMs - 2),
  };
}
