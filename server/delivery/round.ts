import type { Delivery, Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { Delivered } from './deliveryFact.ts';
import { rungKey } from './plan.ts';
import type { Plan, Rung } from './plan.ts';

/** What is kept of a message's story in the slip itself; its history keeps all. */
const longestStory = 100;

/** What is kept of an act. */
export type Act = Delivery['acts'][number];

/** What was done goes onto the story. */
export function told(delivery: Delivery, now: number, act: Omit<Act, 'at' | 'channel'> & Partial<Pick<Act, 'channel'>>): Delivery {
  return { ...delivery, lastActAt: now, acts: [...delivery.acts, { at: now, channel: null, ...act }].slice(-longestStory) };
}

/** Starts a round: the message is with its holder, the first step of his way is taken. */
export function begin(before: Delivered, plan: Plan, now: number, newId: () => string, act: Omit<Act, 'at' | 'channel'>): Delivered {
  const last = before.slip.delivery;
  const readers = last?.readers ?? [];
  const delivery: Delivery = {
    round: (last?.round ?? 0) + 1,
    holder: plan.holder,
    isUrgent: plan.isUrgent,
    startedAt: last?.startedAt ?? now,
    lastActAt: now,
    sentAt: null,
    deliveredAt: null,
    acknowledged: null,
    done: null,
    chaseAt: null,
    step: null,
    nextStep: null,
    holdUntil: null,
    escalatedAt: null,
    stuck: null,
    readers,
    acts: last?.acts ?? [],
  };
  const slip: Slip = { ...before.slip, state: 'taken', delivery: told(delivery, now, act) };
  return step({ slip, sendings: before.sendings }, plan, now, newId, null);
}

/** What still waits to go out does not go out any more. */
export function withdrawn({ slip, sendings }: Delivered, now: number): Delivered {
  return { slip, sendings: sendings.map((one) => (one.state === 'waiting' ? cancelled(one, now) : one)) };
}

/** Nobody sends it any more. */
export function cancelled(sending: Sending, now: number): Sending {
  return { ...sending, state: 'cancelled', claimedUntil: null, proofs: [...sending.proofs, { at: now, what: 'cancelled', words: '', ref: null }] };
}

/** The sendings of the round that is under way. */
export function ofRound({ slip, sendings }: Delivered): Sending[] {
  return sendings.filter(({ round }) => round === slip.delivery?.round);
}

/** Takes the next step of the way that was not taken in this round; without one it waits for a hand. `why`: for the story. */
export function step(before: Delivered, plan: Plan, now: number, newId: () => string, why: 'chased' | null): Delivered {
  const { delivery } = before.slip;
  if (!delivery || delivery.acknowledged || delivery.done) return before;
  const taken = new Set(ofRound(before).map(rungKey));
  const rung = plan.rungs.find((one) => !taken.has(rungKey(one)));
  if (!rung) {
    const stuck = ofRound(before).length === 0 ? 'no-channel' : 'nobody-left';
    // A clock that was left running would be due for ever, and stand before every other.
    if (delivery.stuck !== null) return delivery.chaseAt === null ? before : { ...before, slip: { ...before.slip, delivery: { ...delivery, chaseAt: null } } };
    const after = told({ ...delivery, chaseAt: null, nextStep: null, holdUntil: null, stuck, escalatedAt: delivery.escalatedAt ?? now }, now, { by: null, what: 'nobody-left', words: '', to: null });
    return { ...before, slip: { ...before.slip, delivery: after } };
  }
  const asked = sendingOf(before.slip, { round: delivery.round, step: taken.size + 1 }, rung, plan.sendAt(now, rung.channel), newId());
  const sending = rung.channel === 'console' ? inInbox(asked, now) : asked;
  const goesUp = rung.part === 'supervisor' && delivery.escalatedAt === null;
  const following = plan.rungs.find((one) => one !== rung && !taken.has(rungKey(one)));
  const places = { step: { to: rung.to, part: rung.part, channel: rung.channel, dueAt: sending.dueAt }, nextStep: following ? { to: following.to, part: following.part, channel: following.channel } : null };
  const next: Delivery = { ...delivery, ...places, chaseAt: plan.chaseAt(sending.dueAt), holdUntil: null, stuck: null, readers: readersWith(delivery, rung), ...(goesUp && { escalatedAt: now }) };
  const isFirst = why === null && taken.size === 0;
  const after = isFirst ? next : told(next, now, { by: null, what: goesUp ? 'escalated' : 'chased', words: '', to: rung.to.name, channel: rung.channel });
  return { slip: { ...before.slip, delivery: after }, sendings: [...before.sendings, sending] };
}

function readersWith({ readers }: Delivery, { to }: Rung): string[] {
  return to.kind !== 'staff' || readers.includes(to.id) ? readers : [...readers, to.id];
}

function sendingOf(slip: Slip, place: { round: number; step: number }, { to, part, channel, address, robot }: Rung, dueAt: number, id: string): Sending {
  return { id, rev: 1, slipId: slip.id, unitId: slip.unitId, ...place, to, part, channel, address, ...(robot !== undefined && { robot }), state: 'waiting', dueAt, attempts: 0, claimedUntil: null, failure: null, proofs: [] };
}

/** What is written is in the inbox: nothing has to be carried there. That it left the house is not said of it. */
function inInbox(sending: Sending, now: number): Sending {
  return { ...sending, state: 'sent', proofs: [{ at: now, what: 'sent', words: 'inbox', ref: null }] };
}

/** When what waits on this channel from `at` on may go out: not while a hand has put the message off, nor in quiet hours ([V4]). */
export function leaveAt(delivery: Delivery, plan: Plan, at: number, channel: Sending['channel']): number {
  return plan.sendAt(Math.max(at, delivery.holdUntil ?? 0), channel);
}

/**
 * Gives what waits in this round other times. The clock begins when the last of it goes out, as if it had been planned for then: nobody is chased for what did not
 * go out, and no second channel is taken together with the first ([V1]). A round in which nothing waits stays as it is.
 */
export function rescheduled(before: Delivered, plan: Plan, dueAtOf: (waiting: Sending) => number): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (!delivery) return before;
  const sendings = before.sendings.map((one) => {
    if (one.state !== 'waiting' || one.round !== delivery.round) return one;
    const dueAt = dueAtOf(one);
    return dueAt === one.dueAt ? one : { ...one, dueAt };
  });
  const waiting = ofRound({ slip, sendings }).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return before;
  const newest = sendings.at(-1);
  const step = delivery.step && newest?.state === 'waiting' ? { ...delivery.step, dueAt: newest.dueAt } : delivery.step;
  const chaseAt = delivery.chaseAt === null ? null : plan.chaseAt(Math.max(...waiting.map(({ dueAt }) => dueAt)));
  return { sendings, slip: { ...slip, delivery: { ...delivery, step, chaseAt } } };
}
