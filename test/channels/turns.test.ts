import { describe, expect, test } from '@jest/globals';
import { claimMs, robotPaceMs } from '../../server/channels/openAttempt.ts';
import type { SendResult } from '../../server/delivery/ports.ts';
import { aPlan, minute, rung } from '../delivery/aMessage.ts';
import { aChannel, aHouse, sent } from './support/sendingHouse.ts';

/** A channel whose answers are given one by one. */
function byHand() {
  const answers: (() => void)[] = [];
  const order: string[] = [];
  const channel = aChannel(async (message) => {
    order.push(message.body);
    await new Promise<void>((resolve) => answers.push(resolve));
    return sent(message);
  });
  return { channel, order, answer: () => answers.shift()?.() };
}

/** Closed while some answers are still out. */
async function ended(house: ReturnType<typeof aHouse>): Promise<void> {
  const closing = house.dispatcher.close();
  await house.advance(3_000);
  await closing;
}

const person = (place: number) => ({ kind: 'staff' as const, id: `person${place}`, name: `${place}` });
/** Ten people who are reached by the robot of one group. */
const sharedRobot = ({ message }: { message: string }) => aPlan({ isUrgent: message.includes('urgent'), rungs: [{ ...rung(person(Number(message.replace(/\D/g, ''))), 'recipient', 'wecom'), robot: 'group' }] });

describe('whose turn it is', () => {
  test('[V8] an office whose message falls due when another has been sending for long goes next, where one place is free', async () => {
    const { channel, order, answer } = byHand();
    const house = aHouse({ channels: { sms: channel } });
    for (let count = 0; count < 40; count++) await house.take({ message: 'many' });
    house.dispatcher.start();
    await house.rest();
    for (let count = 0; count < 5; count++) {
      answer();
      await house.rest();
    }
    expect(order).toHaveLength(9);
    // Behind the other in every order: of names, of time.
    await house.take({ unitId: 'zhongshan', message: 'one' });
    await house.rest();
    answer();
    await house.rest();
    expect(order.slice(9)).toEqual(['one']);
    await ended(house);
  });

  test('[V8] what is urgent goes before the many of its own office that were due before it, also where it became so later', async () => {
    const { channel, order, answer } = byHand();
    const house = aHouse({ channels: { sms: channel }, planOf: (slip) => aPlan({ isUrgent: slip.actionsRequested.includes('urgent'), rungs: [rung(person(1), 'recipient', 'sms')] }) });
    const last = [];
    for (let count = 0; count < 40; count++) last.push(await house.take({ message: `usual ${count}` }));
    house.dispatcher.start();
    await house.rest();
    await house.clock.advance(1);
    await house.take({ message: 'urgent', actionsRequested: ['urgent'] });
    await house.slipDesk.patch(last[39]?.id ?? '', { actionsRequested: ['urgent'] }, { id: 'agent', name: '李静' }, house.clock.now());
    for (let count = 0; count < 2; count++) {
      answer();
      await house.rest();
    }
    expect(order.slice(4).sort()).toEqual(['urgent', 'usual 39']);
    await ended(house);
  });

  test('[V8] ten people behind one robot are written to by one, as slowly as it bears; also by two processes on the same records', async () => {
    const times: number[] = [];
    const house: ReturnType<typeof aHouse> = aHouse({
      channels: {
        wecom: aChannel((message) => {
          times.push(house.clock.now());
          return sent(message);
        }),
      },
      planOf: sharedRobot,
    });
    const other = house.open();
    house.slipDesk.onSaved(() => other.wake());
    for (let place = 0; place < 10; place++) await house.take({ message: `to ${place}` });
    house.dispatcher.start();
    other.start();
    await house.rest();
    expect(times).toHaveLength(1);
    await house.advance(minute);
    expect(times).toHaveLength(10);
    for (let at = 1; at < times.length; at++) expect((times[at] ?? 0) - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(robotPaceMs);
    await house.dispatcher.close();
    await other.close();
    expect(house.trouble).toEqual([]);
  });

  test('[V8] a robot that says “too often” is left alone by all who are behind it until it bears them again', async () => {
    const times: number[] = [];
    let answer: SendResult = { kind: 'failed', failure: { kind: 'retry', code: '130101', words: 'send too fast' }, afterMs: 10 * minute };
    const house: ReturnType<typeof aHouse> = aHouse({
      channels: {
        wecom: aChannel(() => {
          times.push(house.clock.now());
          return answer;
        }),
      },
      planOf: sharedRobot,
    });
    for (let place = 0; place < 3; place++) await house.take({ message: `to ${place}` });
    house.dispatcher.start();
    const shutAt = house.clock.now();
    await house.rest();
    answer = { kind: 'sent', words: 'ok', ref: null };
    await house.advance(10 * minute - 1);
    expect(times).toEqual([shutAt]);
    await house.advance(minute);
    expect(times).toHaveLength(4);
    await house.dispatcher.close();
  });

  test('[V4] what is due when it may not leave the house is put off, and no attempt is made; the urgent goes', async () => {
    const sms = aChannel(sent);
    const morning = Date.UTC(2026, 5, 11, 23, 30);
    const house = aHouse({ channels: { sms }, sendAt: (_channel, at) => Math.max(at, morning), planOf: () => aPlan({ rungs: [rung(person(1), 'recipient', 'sms')] }) });
    const slip = await house.take();
    house.dispatcher.start();
    await house.rest();
    expect(sms.got).toEqual([]);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'waiting', dueAt: morning, attempts: 0 }]);
    await house.advance(morning - house.clock.now() + claimMs);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    await house.dispatcher.close();
  });
});
