import type { Delivery } from '../contract/delivery.ts';
import { DomainError } from '../contract/errors.ts';
import { isHeld } from '../contract/isHeld.ts';
import type { Slip } from '../contract/slip.ts';
import type { Delivered, DeliveryFact } from './deliveryFact.ts';
import type { Plan } from './plan.ts';
import { leaveAt, rescheduled, told, withdrawn } from './round.ts';
import { further, isAsFarAs, isUnderWay } from './stage.ts';

/** The longest that a message is put off, ms: what lies farther belongs into somebody's calendar, or is a slip of the finger. */
const longestHoldMs = 31 * 86_400_000;

/** @throws DomainError `wrong_state` for a message that waits for a hand: nothing would go on then; `bad_input` for a time that has passed, or that nobody waits for */
export function checkHold({ delivery }: Pick<Slip, 'delivery'>, until: number | null, now: number): void {
  if (until === null) return;
  if (until <= now) throw new DomainError('bad_input', 'not accepted: until', { until: 'has passed' });
  if (until > now + longestHoldMs) throw new DomainError('bad_input', 'not accepted: until', { until: 'is more than a month away' });
  if (delivery?.stuck != null) throw new DomainError('wrong_state', 'nothing is left to put off: it waits for a hand');
}

type HandFact = Extract<DeliveryFact, { kind: 'opened' | 'acknowledged' | 'replied' | 'calledBack' | 'held' | 'done' }>;

/** The message after what somebody did about it. */
export function byHand(before: Delivered, fact: HandFact, plan: Plan, now: number): Delivered {
  const { slip } = before;
  const { delivery } = slip;
  if (!delivery || !isUnderWay(slip)) return before;
  const { by } = fact;
  const doer = by ?? { id: 'system', name: '' };
  switch (fact.kind) {
    case 'opened': {
      if (isAsFarAs(slip.state, 'read')) return before;
      const seen: Delivery = { ...delivery, deliveredAt: delivery.deliveredAt ?? now };
      return { ...before, slip: { ...slip, state: 'read', readAt: slip.readAt ?? now, delivery: told(seen, now, { by, what: 'opened', words: '', to: null }) } };
    }
    case 'held':
      return held(before, delivery, fact, plan, now);
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

/** Put off until then, or let go. What has not gone out yet goes out then, and the clock begins there; where all has, the next step is taken then. */
function held(before: Delivered, delivery: Delivery, { by, until }: Extract<HandFact, { kind: 'held' }>, plan: Plan, now: number): Delivered {
  const holdUntil = until !== null && until > now ? until : null;
  const was = isHeld(delivery, now) ? delivery.holdUntil : null;
  if (delivery.acknowledged || delivery.done || was === holdUntil || delivery.stuck !== null) return before;
  const at = holdUntil ?? now;
  const changed = told({ ...delivery, holdUntil, chaseAt: at }, now, { by, what: 'held', words: '', to: null });
  return rescheduled({ ...before, slip: { ...before.slip, delivery: changed } }, plan, ({ channel }) => leaveAt(changed, plan, at, channel));
}
