import { isOpen, standingOf } from '../../../../server/contract/slipStanding.ts';
import type { Slip } from '../../../../server/contract/slip.ts';

/** Whether nobody acknowledged it in time, so that it went on to a deputy or a supervisor, or goes nowhere without a hand. What is put off by hand is seen to. */
function hasGoneFurther(slip: Slip): boolean {
  const { delivery } = slip;
  if (!isOpen(slip) || slip.state === 'draft' || !delivery || delivery.holdUntil !== null) return false;
  return delivery.stuck !== null || delivery.step?.part === 'deputy' || delivery.step?.part === 'supervisor';
}

/** Messages that did not reach whom they are for: what waits for a hand first, then the urgent, the oldest first. */
export function goneFurther(slips: readonly Slip[]): Slip[] {
  return slips.filter(hasGoneFurther).sort((a, b) => standingOf(a) - standingOf(b) || (a.delivery?.startedAt ?? 0) - (b.delivery?.startedAt ?? 0));
}
