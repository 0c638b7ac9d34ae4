import type { Slip } from '../contract/slip.ts';
import type { Delivered, Doer } from './deliveryFact.ts';
import type { Plan } from './plan.ts';
import { begin, withdrawn } from './round.ts';
import { isUnderWay } from './stage.ts';

/** Whether what is written in it stays as it is: from the moment it has reached somebody, until it is taken back on the record ([V7]). */
export const isLocked = ({ state, delivery }: Pick<Slip, 'state' | 'delivery'>): boolean => state !== 'draft' && delivery?.deliveredAt != null;

/** Whether a correction made it somebody else's. */
export const isReaddressed = (before: Pick<Slip, 'recipientId'>, after: Pick<Slip, 'recipientId'>): boolean => (after.recipientId ?? null) !== (before.recipientId ?? null);

/** Whether it was taken back and has not gone out anew since. */
export const isTakenBack = ({ delivery }: Pick<Slip, 'delivery'>): boolean => delivery?.acts.at(-1)?.what === 'reopened';

/**
 * It was never meant for whoever has it, also whom it was passed on to: none of them reads it any more, and it is the new person's. Under way it goes to him at
 * once; taken back, when it is taken again ([V3]).
 */
export function readdressed({ slip, sendings }: Delivered, by: Doer, plan: Plan, now: number, newId: () => string): Delivered {
  const { readAt: _, ...unread } = slip;
  if (!slip.delivery) return { slip: unread, sendings };
  const his: Slip = { ...unread, delivery: { ...slip.delivery, holder: plan.holder, readers: [] } };
  if (!isUnderWay(slip) || isTakenBack(slip)) return { slip: his, sendings };
  return begin(withdrawn({ slip: his, sendings }, now), plan, now, newId, { what: 'again', by, words: '', to: null });
}
