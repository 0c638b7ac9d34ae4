import type { Retention } from '../contract/retention.ts';

const dayMs = 86_400_000;

/** What came before these moments (ms UTC) is kept no longer; null: it is kept for good. */
export interface KeptFrom {
  slips: number | null;
  calls: number | null;
  recordings: number | null;
}

/** From when on an office keeps what it was told. A recording is kept no longer than its message. */
export function keptFrom({ slipDays, callDays, recordingDays }: Retention, now: number): KeptFrom {
  const before = (days: number | null): number | null => (days === null ? null : now - days * dayMs);
  const slips = before(slipDays);
  const own = before(recordingDays);
  return { slips, calls: before(callDays), recordings: own === null ? slips : slips === null ? own : Math.max(own, slips) };
}

/** Whether a record is kept no longer: what is open stays, however old it is. */
export function isOver({ at, isOpen }: { at: number; isOpen: boolean }, from: number | null): boolean {
  return from !== null && !isOpen && at < from;
}
