import type { Sending } from '../contract/delivery.ts';
import { isHeld } from '../contract/isHeld.ts';
import type { Slip } from '../contract/slip.ts';
import { attempted } from './attempts.ts';
import { isTakenBack, readdressed } from './correction.ts';
import type { Delivered, DeliveryFact } from './deliveryFact.ts';
import { byHand } from './handActs.ts';
import type { Plan } from './plan.ts';
import { begin, leaveAt, ofRound, rescheduled, step, told, withdrawn } from './round.ts';
import type { Act } from './round.ts';
import { further, isUnderWay } from './stage.ts';

export { retryWindowMs } from './attempts.ts';
export type { Delivered, DeliveryFact } from './deliveryFact.ts';
export { isUnderWay } from './stage.ts';

/**
 * The message after a fact: the slip with its `delivery` and state, and its sendings. Pure and idempotent: a fact that has had its effect, or comes too late to
 * have one, changes nothing (the same objects are returned). `newId` names new sendings.
 */
export function advanceDelivery(before: Delivered, fact: DeliveryFact, plan: Plan, now: number, newId: () => string): Delivered {
  switch (fact.kind) {
    case 'begun':
      return taken(before, plan, now, newId);
    case 'again':
      return begin(withdrawn(before, now), plan, now, newId, { what: 'again', by: fact.by, words: '', to: null });
    case 'readdressed':
      return readdressed(before, fact.by, plan, now, newId);
    case 'passed':
      return begin(withdrawn(before, now), plan, now, newId, { what: 'passed', by: fact.by, words: fact.words, to: fact.to.name });
    case 'result':
    case 'neverSent':
    case 'postponed':
      return attempted(before, fact, plan, now, newId);
    case 'chaseDue':
      return chased(before, plan, now, newId);
    case 'shown':
      return shown(before, fact.to, now);
    case 'reopened':
      return reopened(before, fact, now);
    case 'merged':
      return merged(before, fact, now);
    default:
      return byHand(before, fact, plan, now);
  }
}

/** A slip that is taken for the first time, or again after it was reopened, goes on its way; one that became urgent on the way, or is so no more, has another clock. */
function taken(before: Delivered, plan: Plan, now: number, newId: () => string): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (slip.state === 'taken' && (!delivery || isTakenBack(slip))) return begin(before, plan, now, newId, { what: 'begun', by: null, words: '', to: null });
  if (!delivery || !isUnderWay(slip) || delivery.isUrgent === plan.isUrgent) return before;
  const isRunning = delivery.chaseAt !== null && !isHeld(delivery, now);
  const paced = { ...delivery, isUrgent: plan.isUrgent, ...(isRunning && { chaseAt: plan.chaseAt(now) }) };
  // What waits for the end of the quiet hours waits no more when it becomes urgent, and the other way round.
  return rescheduled({ ...before, slip: { ...slip, delivery: paced } }, plan, ({ dueAt, channel }) => leaveAt(delivery, plan, plan.isUrgent ? now : dueAt, channel));
}

function chased(before: Delivered, plan: Plan, now: number, newId: () => string): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (!delivery || !isUnderWay(slip) || delivery.chaseAt === null || now < delivery.chaseAt) return before;
  return step({ ...before, slip: { ...slip, delivery: { ...delivery, holdUntil: null } } }, plan, now, newId, 'chased');
}

function shown(before: Delivered, to: readonly string[], now: number): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  const isHis = (one: Sending): boolean => one.channel === 'console' && one.state === 'sent' && to.includes(one.to.id);
  if (!delivery || !isUnderWay(slip) || !ofRound(before).some(isHis)) return before;
  const sendings = before.sendings.map((one): Sending => (isHis(one) && one.round === delivery.round ? { ...one, state: 'delivered', proofs: [...one.proofs, { at: now, what: 'delivered', words: 'inbox', ref: null }] } : one));
  return { sendings, slip: { ...slip, state: further(slip.state, 'delivered'), delivery: { ...delivery, lastActAt: now, deliveredAt: delivery.deliveredAt ?? now } } };
}

function reopened(before: Delivered, { by, words }: Extract<DeliveryFact, { kind: 'reopened' }>, now: number): Delivered {
  const { slip, sendings } = withdrawn(before, now);
  if (!isUnderWay(slip) && slip.state !== 'merged') return before;
  const { mergedInto: _, ...rest } = slip;
  return { sendings, slip: { ...rest, state: 'draft', readBack: false, ...stopped(slip, now, { by, what: 'reopened', words, to: null }) } };
}

function merged(before: Delivered, { by, into }: Extract<DeliveryFact, { kind: 'merged' }>, now: number): Delivered {
  if (before.slip.state === 'merged') return before;
  const { slip, sendings } = withdrawn(before, now);
  return { sendings, slip: { ...slip, state: 'merged', mergedInto: into, ...stopped(slip, now, { by, what: 'merged', words: '', to: null }) } };
}

/** Nothing goes on by itself. */
function stopped({ delivery }: Slip, now: number, act: Omit<Act, 'at' | 'channel'>): Pick<Slip, 'delivery'> {
  return delivery ? { delivery: told({ ...delivery, chaseAt: null, holdUntil: null, stuck: null }, now, act) } : {};
}

