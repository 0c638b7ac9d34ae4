import type { Addressee, Delivery, Sending } from '../contract/delivery.ts';
import type { Slip, SlipState } from '../contract/slip.ts';
import { rungKey } from './plan.ts';
import type { Plan, Rung } from './plan.ts';
import type { SendResult } from './ports.ts';

/** Somebody who does something about a message; null: the clock. */
type Doer = { id: string; name: string } | null;

/** What happens to a message once it is taken. Times come from outside, ms UTC. */
export type DeliveryFact =
  /** It is taken, or taken again after a correction. */
  | { kind: 'begun' }
  /** Sent anew by hand, from the first step. */
  | { kind: 'again'; by: Doer }
  /** It is for somebody else: field 1 was corrected. */
  | { kind: 'readdressed'; by: Doer }
  /** What a channel says of a sending; the sending as it was claimed. */
  | { kind: 'result'; sendingId: string; result: SendResult }
  /** A sending was on its way out when its process died, and the channel says that it never had it: it may be tried again. */
  | { kind: 'neverSent'; sendingId: string }
  /** A sending was due, but may not leave the house before then (sendAt.ts); it was not attempted. */
  | { kind: 'postponed'; sendingId: string; until: number }
  /** The clock: the time for an acknowledgement may be over. */
  | { kind: 'chaseDue' }
  /** It stood in the inbox of one of these, before his eyes. */
  | { kind: 'shown'; to: readonly string[] }
  | { kind: 'opened'; by: Doer }
  | { kind: 'acknowledged'; by: Doer }
  | { kind: 'replied'; by: Doer; words: string }
  | { kind: 'calledBack'; by: Doer; words: string }
  | { kind: 'passed'; by: Doer; to: Addressee; words: string }
  /** Taken back on the record, to be corrected: nothing goes out until it is taken again. */
  | { kind: 'reopened'; by: Doer; words: string }
  /** It turned out to be the same matter as another slip, which goes on; this one does not. */
  | { kind: 'merged'; by: Doer; into: string }
  | { kind: 'held'; by: Doer; until: number | null }
  | { kind: 'done'; by: Doer; words: string };

/** A slip with its sendings; both are written in one transaction. */
export interface Delivered {
  slip: Slip;
  /** All of the slip's, oldest first. */
  sendings: readonly Sending[];
}

/** How long a channel is tried again before the next step is taken, ms. */
export const retryWindowMs = { urgent: 120_000, usual: 900_000 } as const;
const firstPauseMs = 5_000;
const longestPauseMs = 300_000;
/** What is kept of a message's story in the slip itself; its history keeps all. */
const longestStory = 100;

/** How far a message has come: only forward, but for a hand that takes it up again. */
const order: readonly SlipState[] = ['draft', 'dropped', 'merged', 'taken', 'sent', 'delivered', 'read', 'acknowledged', 'done'];
const further = (state: SlipState, reached: SlipState): SlipState => (order.indexOf(reached) > order.indexOf(state) ? reached : state);

/** Whether it is on its way: taken, and not withdrawn. */
export const isUnderWay = ({ state }: Pick<Slip, 'state'>): boolean => order.indexOf(state) >= order.indexOf('taken');

/**
 * The message after a fact: the slip with its `delivery` and state, and its sendings. Pure and idempotent: a fact that has had its effect, or comes too late to
 * have one, changes nothing (the same objects are returned). `newId` names new sendings.
 */
export function advanceDelivery(before: Delivered, fact: DeliveryFact, plan: Plan, now: number, newId: () => string): Delivered {
  switch (fact.kind) {
    case 'begun':
      return taken(before, plan, now, newId);
    case 'again':
    case 'readdressed':
      return begin(withdrawn(before, now), plan, now, newId, { what: 'again', by: fact.by, words: '', to: null });
    case 'passed':
      return begin(withdrawn(before, now), plan, now, newId, { what: 'passed', by: fact.by, words: fact.words, to: fact.to.name });
    case 'result':
      return resulted(before, fact.sendingId, fact.result, plan, now, newId);
    case 'neverSent':
      return changeSending(before, fact.sendingId, (sending) => (sending.state === 'sending' ? { ...sending, state: 'waiting', dueAt: now, claimedUntil: null } : sending));
    case 'postponed':
      return putOff(before, fact.sendingId, fact.until, plan);
    case 'chaseDue':
      return chased(before, plan, now, newId);
    case 'shown':
      return shown(before, fact.to, now);
    case 'reopened':
      return reopened(before, fact, now);
    case 'merged':
      return merged(before, fact, now);
    default:
      return byHand(before, fact, now);
  }
}

type Act = Delivery['acts'][number];

function told(delivery: Delivery, now: number, act: Omit<Act, 'at' | 'channel'> & Partial<Pick<Act, 'channel'>>): Delivery {
  return { ...delivery, lastActAt: now, acts: [...delivery.acts, { at: now, channel: null, ...act }].slice(-longestStory) };
}

/** Starts a round: the message is with its holder, the first step of his way is taken. */
function begin(before: Delivered, plan: Plan, now: number, newId: () => string, act: Omit<Act, 'at' | 'channel'>): Delivered {
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

/** A slip that is taken for the first time, or again after it was reopened, goes on its way; one that became urgent on the way, or is so no more, has another clock. */
function taken(before: Delivered, plan: Plan, now: number, newId: () => string): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (slip.state === 'taken' && (!delivery || delivery.acts.at(-1)?.what === 'reopened')) return begin(before, plan, now, newId, { what: 'begun', by: null, words: '', to: null });
  if (!delivery || !isUnderWay(slip) || delivery.isUrgent === plan.isUrgent) return before;
  const isRunning = delivery.chaseAt !== null && delivery.holdUntil === null;
  return { ...before, slip: { ...slip, delivery: { ...delivery, isUrgent: plan.isUrgent, ...(isRunning && { chaseAt: plan.chaseAt(now) }) } } };
}

/** What still waits to go out does not go out any more. */
function withdrawn({ slip, sendings }: Delivered, now: number): Delivered {
  if (!sendings.some(({ state }) => state === 'waiting')) return { slip, sendings };
  return { slip, sendings: sendings.map((one) => (one.state === 'waiting' ? { ...one, state: 'cancelled', proofs: [...one.proofs, { at: now, what: 'cancelled', words: '', ref: null }] } : one)) };
}

function ofRound({ slip, sendings }: Delivered): Sending[] {
  return sendings.filter(({ round }) => round === slip.delivery?.round);
}

/** Takes the next step of the way that was not taken in this round; without one it waits for a hand. `why`: for the story. */
function step(before: Delivered, plan: Plan, now: number, newId: () => string, why: 'chased' | null): Delivered {
  const { delivery } = before.slip;
  if (!delivery || delivery.acknowledged || delivery.done) return before;
  const taken = new Set(ofRound(before).map(rungKey));
  const rung = plan.rungs.find((one) => !taken.has(rungKey(one)));
  if (!rung) {
    const stuck = ofRound(before).length === 0 ? 'no-channel' : 'nobody-left';
    if (delivery.stuck !== null) return before;
    const after = told({ ...delivery, chaseAt: null, nextStep: null, stuck, escalatedAt: delivery.escalatedAt ?? now }, now, { by: null, what: 'nobody-left', words: '', to: null });
    return { ...before, slip: { ...before.slip, delivery: after } };
  }
  const asked = sendingOf(before.slip, { round: delivery.round, step: taken.size + 1 }, rung, plan.sendAt(now, rung.channel), newId());
  const sending = rung.channel === 'console' ? inInbox(asked, now) : asked;
  const goesUp = rung.part === 'supervisor' && delivery.escalatedAt === null;
  const chaseAt = plan.chaseAt(Math.max(sending.dueAt, delivery.holdUntil ?? 0));
  const following = plan.rungs.find((one) => one !== rung && !taken.has(rungKey(one)));
  const places = { step: { to: rung.to, part: rung.part, channel: rung.channel, dueAt: sending.dueAt }, nextStep: following ? { to: following.to, part: following.part, channel: following.channel } : null };
  const next: Delivery = { ...delivery, ...places, chaseAt, stuck: null, readers: readersWith(delivery, rung), ...(goesUp && { escalatedAt: now }) };
  const isFirst = why === null && taken.size === 0;
  const after = isFirst ? next : told(next, now, { by: null, what: goesUp ? 'escalated' : 'chased', words: '', to: rung.to.name, channel: rung.channel });
  return { slip: { ...before.slip, delivery: after }, sendings: [...before.sendings, sending] };
}

function readersWith({ readers }: Delivery, { to }: Rung): string[] {
  return to.kind !== 'staff' || readers.includes(to.id) ? readers : [...readers, to.id];
}

function sendingOf(slip: Slip, place: { round: number; step: number }, { to, part, channel, address }: Rung, dueAt: number, id: string): Sending {
  return { id, rev: 1, slipId: slip.id, unitId: slip.unitId, ...place, to, part, channel, address, state: 'waiting', dueAt, attempts: 0, claimedUntil: null, failure: null, proofs: [] };
}

/** What is written is in the inbox: nothing has to be carried there. That it left the house is not said of it. */
function inInbox(sending: Sending, now: number): Sending {
  return { ...sending, state: 'sent', proofs: [{ at: now, what: 'sent', words: 'inbox', ref: null }] };
}

function changeSending(before: Delivered, id: string, change: (sending: Sending) => Sending): Delivered {
  let isChanged = false;
  const sendings = before.sendings.map((one) => {
    const after = one.id === id ? change(one) : one;
    isChanged ||= after !== one;
    return after;
  });
  return isChanged ? { ...before, sendings } : before;
}

/** What waits goes out later than it was planned; the clock of its message moves as if it had been planned for then: nobody is chased for what did not go out. */
function putOff(before: Delivered, sendingId: string, until: number, plan: Plan): Delivered {
  const after = changeSending(before, sendingId, (sending) => (sending.state === 'waiting' && sending.dueAt < until ? { ...sending, dueAt: until } : sending));
  const { slip } = after;
  const { delivery } = slip;
  const newest = ofRound(after).at(-1);
  if (after === before || !delivery || newest?.id !== sendingId) return after;
  const step = delivery.step && { ...delivery.step, dueAt: until };
  const chaseAt = delivery.chaseAt === null ? null : Math.max(delivery.chaseAt, plan.chaseAt(until));
  return { ...after, slip: { ...slip, delivery: { ...delivery, step, chaseAt } } };
}

function resulted(before: Delivered, sendingId: string, result: SendResult, plan: Plan, now: number, newId: () => string): Delivered {
  const sending = before.sendings.find(({ id }) => id === sendingId);
  if (!sending) return before;
  const after = noted(sending, result, before.slip.delivery?.isUrgent ?? false, now);
  if (after === sending) return before;
  const kept = changeSending(before, sendingId, () => after);
  const { slip } = kept;
  const { delivery } = slip;
  // News of an earlier round is kept with its sending; it says nothing of this one.
  if (!delivery || sending.round !== delivery.round || !isUnderWay(slip)) return kept;
  switch (after.state) {
    case 'sent':
      return { ...kept, slip: { ...slip, state: further(slip.state, 'sent'), delivery: { ...delivery, lastActAt: now, sentAt: delivery.sentAt ?? now } } };
    case 'delivered':
      return { ...kept, slip: { ...slip, state: further(slip.state, 'delivered'), delivery: { ...delivery, lastActAt: now, sentAt: delivery.sentAt ?? now, deliveredAt: delivery.deliveredAt ?? now } } };
    case 'failed':
    case 'unsure':
      // Only the newest step leads to the next one: an older one that fails late was followed already.
      return ofRound(kept).at(-1)?.id === sendingId && delivery.holdUntil === null ? step(kept, plan, now, newId, 'chased') : kept;
    default:
      return kept;
  }
}

/** The sending after a channel's word. States only go forward; a word that comes twice changes nothing. */
function noted(sending: Sending, result: SendResult, isUrgent: boolean, now: number): Sending {
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
  const begunAt = sending.proofs[0]?.at ?? now;
  const pauseMs = Math.max(result.afterMs ?? 0, Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, sending.attempts - 1)));
  const mayRetry = failure.kind === 'retry' && sending.state !== 'sent' && now + pauseMs - begunAt <= (isUrgent ? retryWindowMs.urgent : retryWindowMs.usual);
  if (mayRetry) return { ...sending, state: 'waiting', claimedUntil: null, dueAt: now + pauseMs, failure, proofs };
  return { ...sending, state: 'failed', claimedUntil: null, failure: failure.kind === 'retry' ? { ...failure, kind: 'gave-up' } : failure, proofs };
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

type HandFact = Extract<DeliveryFact, { kind: 'opened' | 'acknowledged' | 'replied' | 'calledBack' | 'held' | 'done' }>;

function byHand(before: Delivered, fact: HandFact, now: number): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (!delivery || !isUnderWay(slip)) return before;
  const { by } = fact;
  const doer = by ?? { id: 'system', name: '' };
  switch (fact.kind) {
    case 'opened': {
      if (order.indexOf(slip.state) >= order.indexOf('read')) return before;
      const seen: Delivery = { ...delivery, deliveredAt: delivery.deliveredAt ?? now };
      return { ...before, slip: { ...slip, state: 'read', readAt: slip.readAt ?? now, delivery: told(seen, now, { by, what: 'opened', words: '', to: null }) } };
    }
    case 'held': {
      if (delivery.acknowledged || delivery.done || delivery.holdUntil === fact.until) return before;
      const held = told({ ...delivery, holdUntil: fact.until, chaseAt: fact.until ?? now }, now, { by, what: 'held', words: '', to: null });
      const sendings = before.sendings.map((one) => (one.state === 'waiting' ? { ...one, dueAt: fact.until ?? now } : one));
      return { slip: { ...slip, delivery: held }, sendings };
    }
    case 'acknowledged':
    case 'replied':
    case 'calledBack': {
      const isFirst = delivery.acknowledged === null;
      if (fact.kind === 'acknowledged' && !isFirst) return before;
      const what = fact.kind === 'calledBack' ? 'called-back' : fact.kind;
      const words = fact.kind === 'acknowledged' ? '' : fact.words;
      const answered: Delivery = { ...delivery, acknowledged: delivery.acknowledged ?? { at: now, by: doer }, chaseAt: null, holdUntil: null, stuck: null };
      const rest = withdrawn(before, now);
      return { ...rest, slip: { ...slip, state: further(slip.state, 'acknowledged'), readAt: slip.readAt ?? now, delivery: told(answered, now, { by, what, words, to: null }) } };
    }
    case 'done': {
      if (delivery.done) return before;
      const over: Delivery = { ...delivery, acknowledged: delivery.acknowledged ?? { at: now, by: doer }, done: { at: now, by: doer }, chaseAt: null, holdUntil: null, stuck: null };
      const rest = withdrawn(before, now);
      return { ...rest, slip: { ...slip, state: 'done', readAt: slip.readAt ?? now, delivery: told(over, now, { by, what: 'done', words: fact.words, to: null }) } };
    }
  }
}
