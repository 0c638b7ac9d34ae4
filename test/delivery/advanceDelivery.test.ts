import { describe, expect, test } from '@jest/globals';
import { advanceDelivery, retryWindowMs } from '../../server/delivery/advanceDelivery.ts';
import type { Delivered, DeliveryFact } from '../../server/delivery/advanceDelivery.ts';
import type { Plan } from '../../server/delivery/plan.ts';
import type { SendResult } from '../../server/delivery/ports.ts';
import { aPlan, aTakenSlip, ids, lastOf, liuyang, minute, rung, start, usualWay, wangfang, zhangwei } from './aMessage.ts';

const by = { id: 'staff', name: '张伟' };
const sent: SendResult = { kind: 'sent', words: 'queued', ref: 'SM1' };
const there: SendResult = { kind: 'sent', words: 'delivered', ref: 'SM1', isDelivered: true };
const failed = (kind: 'retry' | 'gave-up' | 'wrong-address'): SendResult => ({ kind: 'failed', failure: { kind, code: '30003', words: 'unreachable' } });

/** One message and the clock on the wall. */
function aWay(given: Plan = aPlan()) {
  const newId = ids();
  let plan = given;
  let now = start;
  let message: Delivered = { slip: aTakenSlip(), sendings: [] };
  const act = (fact: DeliveryFact): Delivered => (message = advanceDelivery(message, fact, plan, now, newId));
  act({ kind: 'begun' });
  return {
    act,
    wait: (ms: number): void => void (now += ms),
    now: () => now,
    claim(): void {
      const { id } = lastOf(message);
      message = { ...message, sendings: message.sendings.map((one) => (one.id === id ? { ...one, state: 'sending', attempts: one.attempts + 1, proofs: [...one.proofs, { at: now, what: 'claimed', words: '', ref: null }] } : one)) };
    },
    result: (result: SendResult, sendingId = lastOf(message).id): Delivered => act({ kind: 'result', sendingId, result }),
    /** From here on people and the office's settings are these. */
    from: (other: Partial<Plan>): void => void (plan = aPlan(other)),
    change: (slip: Partial<Delivered['slip']>): void => void (message = { ...message, slip: { ...message.slip, ...slip } }),
    get message() {
      return message;
    },
    get delivery() {
      const { delivery } = message.slip;
      if (!delivery) throw new Error('not on its way');
      return delivery;
    },
    told: () => message.sendings.map(({ to, channel }) => `${to.name} ${channel}`),
  };
}

describe('the way of a message', () => {
  test('[V1] begins with its recipient on his first channel; the office’s hour runs', () => {
    const way = aWay();
    expect(way.told()).toEqual(['张伟 sms']);
    expect(way.delivery).toMatchObject({ round: 1, holder: { id: 'zhangwei', part: 'recipient' }, chaseAt: start + 60 * minute, readers: ['zhangwei'], stuck: null });
    expect(way.message.slip.state).toBe('taken');
  });

  test('[V1] goes on after the office’s time: his next channel, his deputy, the supervisor', () => {
    const way = aWay();
    for (let step = 0; step < 3; step++) {
      way.wait(60 * minute);
      way.act({ kind: 'chaseDue' });
    }
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail', '刘洋 wecom', '王芳 console']);
    expect(way.delivery).toMatchObject({ escalatedAt: way.now(), readers: ['zhangwei', 'liuyang', 'wangfang'] });
    expect(way.delivery.acts.map(({ what, to, channel }) => [what, to, channel])).toEqual([
      ['begun', null, null],
      ['chased', '张伟', 'mail'],
      ['chased', '刘洋', 'wecom'],
      ['escalated', '王芳', 'console'],
    ]);
  });

  test('[V2] that ended with nobody waits for a hand, and says so', () => {
    const way = aWay(aPlan({ rungs: usualWay.slice(0, 1) }));
    way.wait(60 * minute);
    way.act({ kind: 'chaseDue' });
    expect(way.delivery).toMatchObject({ stuck: 'nobody-left', chaseAt: null, escalatedAt: way.now() });
    expect(aWay(aPlan({ rungs: [] })).delivery).toMatchObject({ stuck: 'no-channel', chaseAt: null, escalatedAt: start });
  });

  test('a clock that fires too early does nothing', () => {
    const way = aWay();
    way.wait(59 * minute);
    const before = way.message;
    expect(way.act({ kind: 'chaseDue' })).toBe(before);
  });

  test('an inbox holds it at once; that it left the house is not said of it', () => {
    const way = aWay(aPlan({ rungs: [rung(zhangwei, 'recipient', 'console')] }));
    expect(way.message).toMatchObject({ slip: { state: 'taken' }, sendings: [{ state: 'sent', channel: 'console' }] });
    way.act({ kind: 'shown', to: ['somebody else'] });
    expect(way.message.slip.state).toBe('taken');
    way.wait(minute);
    way.act({ kind: 'shown', to: ['zhangwei'] });
    expect(way.message).toMatchObject({ slip: { state: 'delivered', delivery: { deliveredAt: way.now() } }, sendings: [{ state: 'delivered' }] });
  });
});

describe('what a channel says', () => {
  test('sent, then delivered, each with its time and proof', () => {
    const way = aWay();
    way.claim();
    way.wait(1_000);
    way.result(sent);
    way.wait(2_000);
    way.result(there);
    expect(way.message.slip).toMatchObject({ state: 'delivered', delivery: { sentAt: start + 1_000, deliveredAt: start + 3_000 } });
    expect(lastOf(way.message).proofs.map(({ at, what, ref }) => [at - start, what, ref])).toEqual([
      [0, 'claimed', null],
      [1_000, 'sent', 'SM1'],
      [3_000, 'delivered', 'SM1'],
    ]);
  });

  test('news in the wrong order, and twice, ends the same', () => {
    const way = aWay();
    way.claim();
    way.result(there);
    const before = way.message;
    expect(way.result(sent)).toBe(before);
    expect(way.result(there)).toBe(before);
    expect(way.result(failed('gave-up'))).toBe(before);
  });

  test('[V5] an address that is none is followed by the next step at once', () => {
    const way = aWay();
    way.claim();
    way.wait(500);
    way.result(failed('wrong-address'));
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail']);
    expect(way.message.sendings[0]).toMatchObject({ state: 'failed', failure: { kind: 'wrong-address', code: '30003' } });
  });

  test('[V5] what may be tried again is, later each time, until its time is over; then it counts as given up and the next step is taken', () => {
    const way = aWay();
    let attempts = 0;
    while (way.message.sendings.length === 1 && attempts < 100) {
      way.claim();
      attempts += 1;
      way.result(failed('retry'));
      way.wait(Math.max(0, (way.message.sendings[0]?.dueAt ?? 0) - way.now()));
    }
    expect(attempts).toBeGreaterThan(4);
    expect(way.now() - start).toBeLessThanOrEqual(retryWindowMs.usual);
    expect(way.message.sendings).toMatchObject([{ state: 'failed', attempts, failure: { kind: 'gave-up' } }, { channel: 'mail', state: 'waiting' }]);
  });

  test('[V6] a channel that cannot say whether it sent is not asked to send once more; the next step is taken', () => {
    const way = aWay();
    way.claim();
    way.result({ kind: 'unsure', words: 'silence' });
    expect(way.message.sendings).toMatchObject([{ state: 'unsure' }, { channel: 'mail', state: 'waiting' }]);
  });

  test('[V5] what the channel never had is tried again after a pause; a channel that never has it is given up like one that refuses', () => {
    const way = aWay();
    let attempts = 0;
    while (way.message.sendings.length === 1 && attempts < 100) {
      way.claim();
      attempts += 1;
      way.wait(20_000);
      const asked = way.now();
      way.act({ kind: 'neverSent', sendingId: 'D1' });
      const [first] = way.message.sendings;
      if (first?.state === 'waiting') expect(first.dueAt).toBeGreaterThan(asked);
      way.wait(Math.max(0, (first?.dueAt ?? 0) - way.now()));
    }
    expect(attempts).toBeGreaterThan(2);
    expect(way.now() - start).toBeLessThanOrEqual(retryWindowMs.usual + 20_000);
    expect(way.message.sendings).toMatchObject([{ state: 'failed', failure: { kind: 'gave-up', code: 'not-there' } }, { channel: 'mail', state: 'waiting' }]);
  });

  test('[V5] what was broken off on its first way out, and never arrived, is tried once more however long ago that was', () => {
    const way = aWay();
    way.claim();
    way.wait(180 * minute);
    way.act({ kind: 'neverSent', sendingId: 'D1' });
    expect(lastOf(way.message)).toMatchObject({ state: 'waiting', attempts: 1 });
    way.claim();
    way.wait(minute);
    way.act({ kind: 'neverSent', sendingId: 'D1' });
    expect(way.message.sendings).toMatchObject([{ state: 'failed', attempts: 2 }, { channel: 'mail', state: 'waiting' }]);
  });

  const ends: [string, (way: ReturnType<typeof aWay>) => void][] = [
    ['acknowledged', (way) => way.act({ kind: 'acknowledged', by })],
    ['done', (way) => way.act({ kind: 'done', by, words: '' })],
    ['passed on', (way) => way.act({ kind: 'passed', by, to: liuyang, words: '' })],
    ['sent again', (way) => way.act({ kind: 'again', by })],
    ['readdressed', (way) => way.act({ kind: 'readdressed', by })],
    ['taken back', (way) => way.act({ kind: 'reopened', by, words: '号码记错了' })],
    ['merged', (way) => way.act({ kind: 'merged', by, into: 'S2' })],
  ];
  test.each(ends)('[V2] an attempt that was on its way out when the message was %s is not made again', (_, end) => {
    const refused = aWay();
    refused.claim();
    end(refused);
    refused.result(failed('retry'), 'D1');
    expect(refused.message.sendings[0]).toMatchObject({ state: 'failed', failure: { kind: 'gave-up' } });
    const lost = aWay();
    lost.claim();
    end(lost);
    const sendings = lost.message.sendings.length;
    lost.act({ kind: 'neverSent', sendingId: 'D1' });
    expect(lost.message.sendings[0]).toMatchObject({ state: 'cancelled', proofs: [{ what: 'claimed' }, { what: 'cancelled' }] });
    expect(lost.message.sendings).toHaveLength(sendings);
  });

  test('what fails after the next step was taken opens no third one', () => {
    const way = aWay();
    way.claim();
    way.result(sent);
    way.wait(60 * minute);
    way.act({ kind: 'chaseDue' });
    way.result(failed('gave-up'), 'D1');
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail']);
  });
});

describe('[V4] what may not leave the house now', () => {
  test('goes out later: no attempt is counted, and the clock begins then', () => {
    const way = aWay();
    const until = start + 600 * minute;
    way.act({ kind: 'postponed', sendingId: 'D1', until });
    expect(way.message.sendings).toMatchObject([{ state: 'waiting', dueAt: until, attempts: 0, proofs: [] }]);
    expect(way.delivery).toMatchObject({ chaseAt: until + 60 * minute, step: { dueAt: until } });
    const before = way.message;
    expect(way.act({ kind: 'postponed', sendingId: 'D1', until })).toBe(before);
  });

  const night = start + 20 * minute;
  const morning = start + 600 * minute;
  /** Quiet from `night` to `morning`. */
  const quiet: Partial<Plan> = { sendAt: (at, channel) => (channel !== 'console' && at >= night && at < morning ? morning : at) };

  test('an attempt whose next one would fall into the quiet hours is made after them; nobody else is told meanwhile', () => {
    const way = aWay(aPlan(quiet));
    way.wait(20 * minute - 2_000);
    way.claim();
    way.result(failed('retry'));
    expect(lastOf(way.message)).toMatchObject({ state: 'waiting', dueAt: morning });
    expect(way.delivery).toMatchObject({ chaseAt: morning + 60 * minute, step: { dueAt: morning } });
  });

  test('let go, or put off until some time in the quiet hours, it goes out after them', () => {
    const way = aWay(aPlan(quiet));
    way.act({ kind: 'held', by, until: start + 300 * minute });
    expect(way.message.sendings).toMatchObject([{ dueAt: morning }]);
    expect(way.delivery).toMatchObject({ holdUntil: start + 300 * minute, chaseAt: morning + 60 * minute });
    way.wait(100 * minute);
    way.act({ kind: 'held', by, until: null });
    expect(way.message.sendings).toMatchObject([{ dueAt: morning }]);
    expect(way.delivery).toMatchObject({ holdUntil: null, chaseAt: morning + 60 * minute });
  });

  test('what becomes urgent at night goes out at once, and what is urgent no more waits for the morning', () => {
    const way = aWay(aPlan({ sendAt: () => morning }));
    expect(way.message.sendings).toMatchObject([{ dueAt: morning }]);
    way.wait(30 * minute);
    way.from({ isUrgent: true });
    way.act({ kind: 'begun' });
    expect(way.message.sendings).toMatchObject([{ dueAt: way.now() }]);
    expect(way.delivery).toMatchObject({ isUrgent: true, chaseAt: way.now() + 5 * minute, step: { dueAt: way.now() } });
    way.from({ ...quiet, isUrgent: false });
    way.act({ kind: 'begun' });
    expect(way.message.sendings).toMatchObject([{ dueAt: morning }]);
    expect(way.delivery).toMatchObject({ isUrgent: false, chaseAt: morning + 60 * minute });
  });

  test('what is put off by hand stays so when it becomes urgent', () => {
    const way = aWay();
    way.act({ kind: 'held', by, until: morning });
    way.from({ isUrgent: true });
    way.act({ kind: 'begun' });
    expect(way.message.sendings).toMatchObject([{ dueAt: morning }]);
    expect(way.delivery).toMatchObject({ isUrgent: true, holdUntil: morning, chaseAt: morning + 5 * minute });
  });

  test('what is on its way out, or was withdrawn, is put off no more', () => {
    const way = aWay();
    way.claim();
    const claimed = way.message;
    expect(way.act({ kind: 'postponed', sendingId: 'D1', until: start + minute })).toBe(claimed);
    way.result(sent);
    way.act({ kind: 'acknowledged', by });
    const over = way.message;
    expect(way.act({ kind: 'postponed', sendingId: 'D1', until: start + minute })).toBe(over);
  });
});

describe('what people do', () => {
  test('[V2] acknowledged it is chased no more, and what still waits does not go out', () => {
    const way = aWay();
    way.act({ kind: 'acknowledged', by });
    expect(way.message).toMatchObject({ slip: { state: 'acknowledged', readAt: start, delivery: { acknowledged: { at: start, by }, chaseAt: null } }, sendings: [{ state: 'cancelled' }] });
  });

  test('opened is not acknowledged: the clock runs on', () => {
    const way = aWay();
    way.act({ kind: 'opened', by });
    expect(way.message.slip).toMatchObject({ state: 'read', delivery: { acknowledged: null, chaseAt: start + 60 * minute } });
  });

  test('a sentence to the front desk, and a call back, are acknowledgements; a second sentence is kept too', () => {
    const way = aWay();
    way.act({ kind: 'replied', by, words: '11 点前回电' });
    way.act({ kind: 'replied', by, words: '改下午' });
    way.act({ kind: 'calledBack', by, words: '' });
    expect(way.delivery.acts.slice(1).map(({ what, words }) => [what, words])).toEqual([
      ['replied', '11 点前回电'],
      ['replied', '改下午'],
      ['called-back', ''],
    ]);
  });

  test('[V3] passed on, a new round begins with whoever has it now; whoever had it may still read it', () => {
    const way = aWay(aPlan({ holder: { ...liuyang, part: 'passed' }, rungs: [rung(liuyang, 'passed', 'sms')] }));
    way.act({ kind: 'passed', by, to: liuyang, words: '你在现场' });
    expect(way.delivery).toMatchObject({ round: 2, holder: { id: 'liuyang', part: 'passed' }, acknowledged: null });
    expect(way.message.sendings.map(({ state, round }) => [state, round])).toEqual([
      ['cancelled', 1],
      ['waiting', 2],
    ]);
  });

  test('[V1] held, nothing goes out before then, and the clock begins there: his mail does not go out with the text', () => {
    const way = aWay();
    const until = start + 600 * minute;
    way.act({ kind: 'held', by, until });
    expect(way.message).toMatchObject({ slip: { delivery: { holdUntil: until, chaseAt: until + 60 * minute } }, sendings: [{ dueAt: until }] });
    way.wait(600 * minute);
    way.act({ kind: 'chaseDue' });
    way.claim();
    way.result(sent);
    expect(way.told()).toEqual(['张伟 sms']);
    expect(way.delivery.holdUntil).toBeNull();
    way.wait(60 * minute);
    way.act({ kind: 'chaseDue' });
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail']);
  });

  test('held after a step went out, the next one is taken then; let go, at once', () => {
    const way = aWay();
    way.claim();
    way.result(sent);
    const until = start + 600 * minute;
    way.act({ kind: 'held', by, until });
    expect(way.delivery.chaseAt).toBe(until);
    way.wait(minute);
    way.act({ kind: 'held', by, until: null });
    way.act({ kind: 'chaseDue' });
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail']);
  });

  test('[V1] let go before its step went out, that one goes out, and the next one after its time', () => {
    const way = aWay();
    way.act({ kind: 'held', by, until: start + 600 * minute });
    way.wait(minute);
    way.act({ kind: 'held', by, until: null });
    expect(way.message).toMatchObject({ slip: { delivery: { holdUntil: null, chaseAt: way.now() + 60 * minute } }, sendings: [{ dueAt: way.now() }] });
  });

  test('an attempt that failed while its message is put off is made again after that, not before', () => {
    const way = aWay();
    way.claim();
    const until = start + 10 * minute;
    way.act({ kind: 'held', by, until });
    way.result(failed('retry'));
    expect(way.message.sendings).toMatchObject([{ state: 'waiting', dueAt: until }]);
    expect(way.delivery.chaseAt).toBe(until + 60 * minute);
  });

  test('a step that fails for good after its hold is over is followed by the next one at once', () => {
    const way = aWay();
    way.act({ kind: 'held', by, until: start + 10 * minute });
    way.wait(10 * minute);
    way.claim();
    way.result(failed('gave-up'));
    expect(way.told()).toEqual(['张伟 sms', '张伟 mail']);
    expect(way.delivery).toMatchObject({ holdUntil: null, chaseAt: way.now() + 60 * minute });
  });

  test('[V2] what waits for a hand is not put off: no clock runs that has nothing to do', () => {
    const way = aWay(aPlan({ rungs: [] }));
    const before = way.message;
    expect(way.act({ kind: 'held', by, until: start + minute })).toBe(before);
  });

  test('[V2] a clock that was left running where nobody is left stops when it is due', () => {
    const way = aWay(aPlan({ rungs: [] }));
    way.change({ delivery: { ...way.delivery, chaseAt: start } });
    way.act({ kind: 'chaseDue' });
    expect(way.delivery).toMatchObject({ chaseAt: null, stuck: 'no-channel' });
  });

  test('[V3] readdressed, whoever had it by mistake reads it no more', () => {
    const way = aWay();
    way.from({ holder: { ...liuyang, part: 'recipient' }, rungs: [rung(liuyang, 'recipient', 'sms')] });
    way.act({ kind: 'readdressed', by });
    expect(way.delivery).toMatchObject({ round: 2, readers: ['liuyang'], holder: { id: 'liuyang' } });
  });

  test('[V3] readdressed while it is taken back, it is the new person’s from then on and goes to him when it is taken again', () => {
    const way = aWay();
    way.act({ kind: 'passed', by, to: liuyang, words: '' });
    way.act({ kind: 'opened', by });
    way.act({ kind: 'reopened', by, words: '找错人了' });
    way.from({ holder: { ...wangfang, part: 'recipient' }, rungs: [rung(wangfang, 'recipient', 'sms')] });
    way.act({ kind: 'readdressed', by });
    expect(way.delivery).toMatchObject({ round: 2, holder: { id: 'wangfang', part: 'recipient' }, readers: [] });
    expect(way.message.slip).not.toHaveProperty('readAt');
    expect(way.message.sendings.filter(({ state }) => state === 'waiting')).toEqual([]);
    way.change({ state: 'taken' });
    way.act({ kind: 'begun' });
    expect(way.delivery).toMatchObject({ round: 3, readers: ['wangfang'] });
    expect(way.told().at(-1)).toBe('王芳 sms');
  });

  test('[V7] taken back, nothing goes out; taken again, a new round begins', () => {
    const way = aWay();
    way.act({ kind: 'reopened', by, words: '号码记错了' });
    expect(way.message).toMatchObject({ slip: { state: 'draft', readBack: false, delivery: { chaseAt: null } }, sendings: [{ state: 'cancelled' }] });
    way.change({ state: 'taken' });
    way.act({ kind: 'begun' });
    expect(way.delivery).toMatchObject({ round: 2, chaseAt: start + 60 * minute });
  });

  test('[V4] what becomes urgent on its way has minutes from then on', () => {
    const way = aWay(aPlan({ isUrgent: false }));
    const urgent = advanceDelivery(way.message, { kind: 'begun' }, aPlan({ isUrgent: true }), start + minute, ids());
    expect(urgent.slip.delivery).toMatchObject({ isUrgent: true, chaseAt: start + 6 * minute });
  });
});
