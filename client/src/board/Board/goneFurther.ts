import { isHeld } from '../../../../server/contract/isHeld.ts';
import { isOpen, standingOf } from '../../../../server/contract/slipStanding.ts';
import type { Slip } from '../../../../server/contract/slip.ts';

/** Whether nobody acknowledged it in time, so that it went on to a deputy or a supervisor, or goes nowhere without a hand. What is put off by hand is seen to. */
function hasGoneFurther(slip: Slip, now: number): boolean {
  const { delivery } = slip;
  if (!isOpen(slip) || slip.state === 'draft' || !delivery || isHeld(delivery, now)) return false;
  return delivery.stuck !== null || delivery.step?.part === 'deputy' || delivery.step?.part === 'supervisor';
}

/** Messages that did not reach whom they are for: what waits for a hand first, then the urgent, the oldest first. `now`: ms UTC. */
export function goneFurther(slips: readonly Slip[], now: number): Slip[] {
  return slips.filter((slip) => hasGoneFurther(slip, now)).sort((a, b) => standingOf(a) - standingOf(b) || (a.delivery?.startedAt ?? 0) - (b.delivery?.startedAt ?? 0));
}
