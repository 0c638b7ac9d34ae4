import type { Sending } from '../contract/delivery.ts';
import { isHeld } from '../contract/isHeld.ts';
import type { Slip } from '../contract/slip.ts';
import type { Delivered, DeliveryFact } from './deliveryFact.ts';
import type { Plan } from './plan.ts';
import type { SendResult } from './ports.ts';
import { cancelled, leaveAt, ofRound, rescheduled, step } from './round.ts';
import { further, isUnderWay } from './stage.ts';

/** How long a channel is tried again before the next step is taken, ms. */
export const retryWindowMs = { urgent: 120_000, usual: 900_000 } as const;
const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

type AttemptFact = Extract<DeliveryFact, { kind: 'result' | 'neverSent' | 'postponed' }>;

/** The message after what a channel, or the quiet hours, did with one of its sendings. */
export function attempted(before: Delivered, fact: AttemptFact, plan: Plan, now: number, newId: () => string): Delivered {
  const sending = before.sendings.find(({ id }) => id === fact.sendingId);
  if (!sending) return before;
  if (fact.kind === 'postponed') return sending.state === 'waiting' && sending.dueAt < fact.until ? rescheduled(before, plan, (one) => (one === sending ? fact.until : one.dueAt)) : before;
  const after = fact.kind === 'result' ? answered(sending, fact.result, before.slip, now) : notThere(sending, before.slip, now);
  if (after === sending) return before;
  return followed({ ...before, sendings: before.sendings.map((one) => (one === sending ? after : one)) }, after, plan, now, newId);
}

/** What a sending's new state means for its message. */
function followed(kept: Delivered, after: Sending, plan: Plan, now: number, newId: () => string): Delivered {
  const { slip } = kept;
  // News of an earlier round is kept with its sending; it says nothing of this one.
  if (!slip.delivery || after.round !== slip.delivery.round || !isUnderWay(slip)) return kept;
  const delivery = isHeld(slip.delivery, now) ? slip.delivery : { ...slip.delivery, holdUntil: null };
  switch (after.state) {
    case 'sent':
      return { ...kept, slip: { ...slip, state: further(slip.state, 'sent'), delivery: { ...delivery, lastActAt: now, sentAt: delivery.sentAt ?? now } } };
    case 'delivered':
      return { ...kept, slip: { ...slip, state: further(slip.state, 'delivered'), delivery: { ...delivery, lastActAt: now, sentAt: delivery.sentAt ?? now, deliveredAt: delivery.deliveredAt ?? now } } };
    case 'failed':
    case 'unsure':
      // Only the newest step leads to the next one: an older one that fails late was followed already.
      return ofRound(kept).at(-1)?.id === after.id && !isHeld(delivery, now) ? step({ ...kept, slip: { ...slip, delivery } }, plan, now, newId, 'chased') : kept;
    case 'waiting': {
      const leavesAt = leaveAt(delivery, plan, after.dueAt, after.channel);
      return leavesAt === after.dueAt ? kept : rescheduled(kept, plan, (one) => (one === after ? leavesAt : one.dueAt));
    }
    default:
      return kept;
  }
}

/** The sending after a channel's word. States only go forward; a word that comes twice changes nothing. */
function answered(sending: Sending, result: SendResult, slip: Slip, now: number): Sending {
  if (sending.state === 'delivered' || sending.state === 'cancelled') return sending;
  if (result.kind === 'sent') {
    const state = result.isDelivered ? 'delivered' : 'sent';
    if (sending.state === state) return sending;
    return { ...sending, state, claimedUntil: null, failure: null, proofs: [...sending.proofs, { at: now, what: state, words: result.words, ref: result.ref }] };
  }
  // It ended, or is set for another attempt already.
  if (sending.state !== 'sending' && sending.state !== 'sent') return sending;
  if (result.kind === 'unsure') return { ...sending, state: 'unsure', claimedUntil: null, proofs: [...sending.proofs, { at: now, what: 'unsure', words: result.words, ref: null }] };
  const { failure } = result;
  const proofs = [...sending.proofs, { at: now, what: 'refused' as const, words: `${failure.code} ${failure.words}`.trim(), ref: null }];
  const triedAt = nextTry(sending, now, result.afterMs);
  const mayRetry = failure.kind === 'retry' && sending.state !== 'sent' && isStillWanted(sending, slip) && isWithinWindow(sending, slip, triedAt);
  if (mayRetry) return { ...sending, state: 'waiting', claimedUntil: null, dueAt: triedAt, failure, proofs };
  return { ...sending, state: 'failed', claimedUntil: null, failure: failure.kind === 'retry' ? { ...failure, kind: 'gave-up' } : failure, proofs };
}

/** The sending that the channel never had. One that was broken off on its first way out was never tried: it is once more, however long its process was gone. */
function notThere(sending: Sending, slip: Slip, now: number): Sending {
  if (sending.state !== 'sending') return sending;
  if (!isStillWanted(sending, slip)) return cancelled(sending, now);
  const triedAt = nextTry(sending, now);
  if (sending.attempts <= 1 || isWithinWindow(sending, slip, triedAt)) return { ...sending, state: 'waiting', claimedUntil: null, dueAt: triedAt };
  return { ...sending, state: 'failed', claimedUntil: null, failure: { kind: 'gave-up', code: 'not-there', words: '' } };
}

/** Whether it may go out yet: what was withdrawn, or begun anew, while it was on its way out is not tried again ([V2], [V7]). */
function isStillWanted({ round }: Sending, slip: Slip): boolean {
  const { delivery } = slip;
  return isUnderWay(slip) && delivery?.round === round && !delivery.acknowledged && !delivery.done;
}

function isWithinWindow({ proofs }: Sending, { delivery }: Slip, triedAt: number): boolean {
  const begunAt = proofs[0]?.at ?? triedAt;
  return triedAt - begunAt <= (delivery?.isUrgent ? retryWindowMs.urgent : retryWindowMs.usual);
}

/** Later each time, and not sooner than the channel asks for. */
function nextTry({ attempts }: Sending, now: number, afterMs = 0): number {
  return now + Math.max(afterMs, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, attempts - 1)));
}
