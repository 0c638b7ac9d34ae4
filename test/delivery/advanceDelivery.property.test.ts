import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Sending } from '../../server/contract/delivery.ts';
import { advanceDelivery, isUnderWay } from '../../server/delivery/advanceDelivery.ts';
import type { Delivered, DeliveryFact } from '../../server/delivery/advanceDelivery.ts';
import { rungKey } from '../../server/delivery/plan.ts';
import type { Plan, Rung } from '../../server/delivery/plan.ts';
import type { SendResult } from '../../server/delivery/ports.ts';
import { aPlan, aTakenSlip, ids, liuyang, minute, rung, start, wangfang, zhangwei } from './aMessage.ts';

const by = { id: 'agent', name: '李静' };
const people = [zhangwei, liuyang, wangfang];
const aRung: fc.Arbitrary<Rung> = fc.record({ to: fc.constantFrom(...people), part: fc.constantFrom('recipient' as const, 'deputy' as const, 'supervisor' as const), channel: fc.constantFrom('console' as const, 'sms' as const, 'mail' as const, 'wecom' as const) }).map(({ to, part, channel }) => rung(to, part, channel));
const aWay = fc.uniqueArray(aRung, { selector: rungKey, maxLength: 8 });

const aResult: fc.Arbitrary<SendResult> = fc.oneof(
  fc.record({ kind: fc.constant('sent' as const), words: fc.constant('ok'), ref: fc.constant('SM1'), isDelivered: fc.boolean() }),
  fc.record({ kind: fc.constant('failed' as const), failure: fc.record({ kind: fc.constantFrom('retry' as const, 'gave-up' as const, 'wrong-address' as const), code: fc.constant('550'), words: fc.constant('no') }) }),
  fc.constant({ kind: 'unsure' as const, words: 'silence' }),
);

type Step = { afterMs: number; pick: number; fact: DeliveryFact };
const aFact: fc.Arbitrary<DeliveryFact> = fc.oneof(
  { weight: 6, arbitrary: aResult.map((result): DeliveryFact => ({ kind: 'result', sendingId: '', result })) },
  { weight: 4, arbitrary: fc.constant<DeliveryFact>({ kind: 'chaseDue' }) },
  fc.constantFrom<DeliveryFact>(
    { kind: 'neverSent', sendingId: '' },
    { kind: 'again', by },
    { kind: 'readdressed', by },
    { kind: 'shown', to: ['zhangwei'] },
    { kind: 'opened', by },
    { kind: 'acknowledged', by },
    { kind: 'replied', by, words: '11 点前回电' },
    { kind: 'calledBack', by, words: '' },
    { kind: 'passed', by, to: liuyang, words: '' },
    { kind: 'held', by, until: start + 600 * minute },
    { kind: 'held', by, until: null },
    { kind: 'reopened', by, words: '号码记错了' },
    { kind: 'postponed', sendingId: '', until: start + 480 * minute },
    { kind: 'done', by, words: '修好了' },
  ),
);
const steps = fc.array(fc.record({ afterMs: fc.nat({ max: 90 * minute }), pick: fc.nat(), fact: aFact }), { maxLength: 40 });

/** Lives through the facts; sendings that are due are claimed before their result comes, as the dispatcher does. */
function live(plan: Plan, story: readonly Step[], each: (before: Delivered, after: Delivered, fact: DeliveryFact, now: number) => void): Delivered {
  const newId = ids();
  let now = start;
  let message = advanceDelivery({ slip: aTakenSlip(), sendings: [] }, { kind: 'begun' }, plan, now, newId);
  for (const { afterMs, pick, fact } of story) {
    now += afterMs;
    let meant = fact;
    if (fact.kind === 'result' || fact.kind === 'neverSent' || fact.kind === 'postponed') {
      const chosen = message.sendings[pick % Math.max(1, message.sendings.length)];
      if (!chosen) continue;
      if (chosen.state === 'waiting' && fact.kind !== 'postponed') message = { ...message, sendings: message.sendings.map((one) => (one === chosen ? claimed(one, now) : one)) };
      meant = { ...fact, sendingId: chosen.id };
    }
    const after = advanceDelivery(message, meant, plan, now, newId);
    each(message, after, meant, now);
    // A slip that was taken back is taken again at once, as a hand would.
    message = after.slip.state === 'draft' ? advanceDelivery({ ...after, slip: { ...after.slip, state: 'taken' } }, { kind: 'begun' }, plan, now, newId) : after;
  }
  return message;
}

const claimed = (sending: Sending, now: number): Sending => ({ ...sending, state: 'sending', attempts: sending.attempts + 1, claimedUntil: now + minute, proofs: [...sending.proofs, { at: now, what: 'claimed', words: '', ref: null }] });

describe('a message on its way, whatever happens to it', () => {
  test('never rests unseen: until somebody acknowledges, a clock runs or it says that it waits for a hand', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        live(aPlan({ rungs }), story, (_, { slip: { delivery, state } }) => {
          if (!delivery || state === 'draft') return;
          expect(delivery.acknowledged !== null || delivery.done !== null || delivery.chaseAt !== null || delivery.stuck !== null).toBe(true);
        });
      }),
    );
  });

  test('tells nobody twice on one channel in one round', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        const { sendings } = live(aPlan({ rungs }), story, () => undefined);
        const told = sendings.map((one) => `${one.round} ${rungKey(one)}`);
        expect(new Set(told).size).toBe(told.length);
        expect(new Set(sendings.map(({ id }) => id)).size).toBe(sendings.length);
      }),
    );
  });

  test('goes only forward, but for a hand that takes it up again', () => {
    const order = ['taken', 'sent', 'delivered', 'read', 'acknowledged', 'done'];
    const back: ReadonlySet<DeliveryFact['kind']> = new Set(['again', 'readdressed', 'passed', 'reopened']);
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        live(aPlan({ rungs }), story, (before, after, fact) => {
          if (back.has(fact.kind)) return;
          expect(order.indexOf(after.slip.state)).toBeGreaterThanOrEqual(order.indexOf(before.slip.state));
          for (const one of after.sendings) {
            const was = before.sendings.find(({ id }) => id === one.id);
            if (was) expect(one.proofs.slice(0, was.proofs.length)).toEqual(was.proofs);
            if (was?.state === 'delivered' || was?.state === 'cancelled') expect(one.state).toBe(was.state);
          }
        });
      }),
    );
  });

  test('sends nothing more and runs no clock once it was acknowledged', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        live(aPlan({ rungs }), story, (_, { slip: { delivery, state }, sendings }) => {
          if (!delivery?.acknowledged || !isUnderWay({ state })) return;
          expect(delivery.chaseAt).toBeNull();
          expect(sendings.filter((one) => one.state === 'waiting')).toEqual([]);
        });
      }),
    );
  });

  test('lets nothing wait that may not go out: only of this round, of a message that is under way and unacknowledged', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        live(aPlan({ rungs }), story, (_, { slip, sendings }) => {
          const mayGo = isUnderWay(slip) && !slip.delivery?.acknowledged && !slip.delivery?.done;
          for (const one of sendings) if (one.state === 'waiting') expect([mayGo, one.round]).toEqual([true, slip.delivery?.round]);
        });
      }),
    );
  });

  test('leaves the house outside of the quiet hours only, unless it is urgent, and not before it was put off to', () => {
    // Quiet for the second half of every four hours.
    const isQuiet = (at: number): boolean => (at - start) % (240 * minute) >= 120 * minute;
    const sendAt: Plan['sendAt'] = (at, channel) => (channel === 'console' || !isQuiet(at) ? at : start + Math.ceil((at - start) / (240 * minute)) * 240 * minute);
    fc.assert(
      fc.property(aWay, steps, fc.boolean(), (rungs, story, isUrgent) => {
        live(aPlan({ rungs, isUrgent, ...(!isUrgent && { sendAt }) }), story, (_, { slip: { delivery }, sendings }, __, now) => {
          for (const one of sendings.filter(({ state }) => state === 'waiting')) {
            if (!isUrgent) expect(isQuiet(one.dueAt)).toBe(false);
            if (delivery?.holdUntil != null && delivery.holdUntil > now) expect(one.dueAt).toBeGreaterThanOrEqual(delivery.holdUntil);
          }
        });
      }),
    );
  });

  test('begins its clock when the last of what waits goes out: no second channel is taken with the first', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        live(aPlan({ rungs }), story, (_, { slip: { delivery }, sendings }) => {
          const newest = sendings.at(-1);
          if (delivery?.chaseAt == null || newest?.state !== 'waiting' || newest.attempts > 0) return;
          expect(delivery.chaseAt).toBeGreaterThanOrEqual(newest.dueAt + 60 * minute);
        });
      }),
    );
  });

  test('is not chased for ever: whatever clock is due, looking at it ends it or takes a step', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        const plan = aPlan({ rungs });
        const message = live(plan, story, () => undefined);
        const chaseAt = message.slip.delivery?.chaseAt;
        if (chaseAt == null) return;
        expect(advanceDelivery(message, { kind: 'chaseDue' }, plan, chaseAt, ids()).slip.delivery?.chaseAt ?? Infinity).toBeGreaterThan(chaseAt);
      }),
    );
  });

  test('tries what the channel never had no longer than what it refuses', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ isRefused: fc.boolean(), afterMs: fc.integer({ min: 1_000, max: 5 * minute }) }), { minLength: 40, maxLength: 60 }), (answers) => {
        const plan = aPlan({ rungs: [rung(zhangwei, 'recipient', 'sms')] });
        const newId = ids();
        let now = start;
        let message = advanceDelivery({ slip: aTakenSlip(), sendings: [] }, { kind: 'begun' }, plan, now, newId);
        for (const { isRefused, afterMs } of answers) {
          message = { ...message, sendings: message.sendings.map((one) => (one.state === 'waiting' ? claimed(one, Math.max(now, one.dueAt)) : one)) };
          now = Math.max(now, message.sendings[0]?.proofs.at(-1)?.at ?? 0) + afterMs;
          message = advanceDelivery(message, isRefused ? { kind: 'result', sendingId: 'D1', result: { kind: 'failed', failure: { kind: 'retry', code: '500', words: '' } } } : { kind: 'neverSent', sendingId: 'D1' }, plan, now, newId);
        }
        expect(message.sendings).toMatchObject([{ state: 'failed', failure: { kind: 'gave-up' } }]);
      }),
    );
  });

  test('takes a fact that comes twice as one', () => {
    fc.assert(
      fc.property(aWay, steps, (rungs, story) => {
        const plan = aPlan({ rungs });
        const repeatable: ReadonlySet<DeliveryFact['kind']> = new Set(['result', 'chaseDue', 'opened', 'acknowledged', 'held', 'done', 'shown', 'neverSent', 'reopened', 'postponed']);
        live(plan, story, (_, after, fact, now) => {
          if (!repeatable.has(fact.kind)) return;
          // A step that fails at once opens the next one; the same word about it again opens none.
          expect(advanceDelivery(after, fact, plan, now, ids())).toBe(after);
        });
      }),
    );
  });

  test('with nothing but the clock everybody on the way is told in its order, then it waits for a hand, in sight', () => {
    fc.assert(
      fc.property(aWay, (rungs) => {
        const newId = ids();
        const plan = aPlan({ rungs });
        let message = advanceDelivery({ slip: aTakenSlip(), sendings: [] }, { kind: 'begun' }, plan, start, newId);
        for (let steps = 0; message.slip.delivery?.chaseAt != null && steps < 20; steps++) message = advanceDelivery(message, { kind: 'chaseDue' }, plan, message.slip.delivery.chaseAt, newId);
        expect(message.sendings.map(rungKey)).toEqual(rungs.map(rungKey));
        expect(message.slip.delivery?.stuck).toBe(rungs.length === 0 ? 'no-channel' : 'nobody-left');
        if (rungs.some(({ part }) => part === 'supervisor') || rungs.length === 0) expect(message.slip.delivery?.escalatedAt).not.toBeNull();
      }),
    );
  });
});
