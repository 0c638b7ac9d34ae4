import { cancelLeadMs, ringsAllowed } from '../contract/rings.ts';

/**
 * The ring in which a call was answered, from 1. A call answered exactly at the end of the third ring counts as ring 3.
 * Both times by our own clock, ms.
 */
export function ringOf(arrivedAt: number, answeredAt: number, cycleMs: number): number {
  const waited = Math.max(0, answeredAt - arrivedAt);
  if (waited === ringsAllowed * cycleMs) return ringsAllowed;
  return Math.floor(waited / cycleMs) + 1;
}

/** Later than the end of the third ring. */
export function isLate(arrivedAt: number, answeredAt: number, cycleMs: number): boolean {
  return answeredAt - arrivedAt > ringsAllowed * cycleMs;
}

/** When our timer cancels whoever still rings. */
export function deadlineOf(arrivedAt: number, cycleMs: number): number {
  return arrivedAt + ringsAllowed * cycleMs - cancelLeadMs;
}

/**
 * The carrier's own timeout under our timer, in seconds: it adds about five and takes none below five. On a three-second
 * cycle it falls into ring 4: there only our timer holds the rule (DESIGN 4).
 */
export function netTimeoutSeconds(leftMs: number): number {
  return Math.max(5, Math.floor(leftMs / 1000) - 6);
}
