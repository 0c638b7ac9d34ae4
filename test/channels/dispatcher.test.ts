import { describe, expect, test } from '@jest/globals';
import { openDispatcher } from '../../server/channels/dispatcher.ts';
import { attemptMs, claimMs, robotPaceMs } from '../../server/channels/openAttempt.ts';
import type { Rung } from '../../server/delivery/plan.ts';
import { aPlan, minute, rung, usualWay, zhangwei } from '../delivery/aMessage.ts';
import { manualClock } from '../support/manualClock.ts';
import { aChannel, aHouse, never, only, sent } from './support/sendingHouse.ts';

describe('the dispatcher', () => {
  test('[V1] sends what was taken at once, and writes down what became of it', async () => {
    const sms = aChannel(sent);
    const house = aHouse({ channels: { sms } });
    house.dispatcher.start();
    const slip = await house.take();
    await house.rest();
    expect(sms.got).toHaveLength(1);
    expect(await house.slipDesk.get(slip.id)).toMatchObject({ state: 'sent' });
    expect(await house.dispatcher.news(`ref ${sms.got[0]?.id}`, { kind: 'sent', words: 'delivered', ref: null, isDelivered: true })).toBe(true);
    expect(await house.dispatcher.news('nothing of ours', { kind: 'unsure', words: '' })).toBe(false);
    expect(await house.slipDesk.get(slip.id)).toMatchObject({ state: 'delivered' });
    await house.dispatcher.close();
    expect(house.trouble).toEqual([]);
  });

  test('[V1] takes up what an earlier run had left waiting', async () => {
    const sms = aChannel(sent);
    const house = aHouse({ channels: { sms } });
    const slip = await house.take();
    await house.rest();
    expect(sms.got).toEqual([]);
    house.dispatcher.start();
    await house.rest();
    expect(await house.story(slip.id)).toEqual([['sms', 'sent']]);
    await house.dispatcher.close();
  });

  test('[V1] chases by the clock: an hour later by mail, then the deputy, then the supervisor, then it waits for a hand', async () => {
    const [sms, mail, wecom] = [aChannel(sent), aChannel(sent), aChannel(sent)];
    const house = aHouse({ channels: { sms, mail, wecom } });
    house.dispatcher.start();
    const slip = await house.take();
    await house.advance(59 * minute);
    expect(mail.got).toEqual([]);
    await house.advance(4 * 60 * minute);
    expect(await house.story(slip.id)).toEqual([
      ['sms', 'sent'],
      ['mail', 'sent'],
      ['wecom', 'sent'],
      ['console', 'sent'],
    ]);
    expect((await house.slipDesk.get(slip.id))?.delivery).toMatchObject({ stuck: 'nobody-left' });
    await house.dispatcher.close();
  });

  test('[V5] a channel that this server has not, or an address that is gone, is followed by the next step at once', async () => {
    const mail = aChannel(sent);
    const house = aHouse({ channels: { mail } });
    house.dispatcher.start();
    const slip = await house.take();
    await house.rest();
    expect(await house.story(slip.id)).toEqual([
      ['sms', 'failed'],
      ['mail', 'sent'],
    ]);
    await house.dispatcher.close();
    const gone = aHouse({ channels: { sms: aChannel(sent), mail }, compose: async () => null, ...only(usualWay[0] as Rung) });
    gone.dispatcher.start();
    const other = await gone.take();
    await gone.rest();
    expect(await gone.store.sendingsOf(other.id)).toMatchObject([{ state: 'failed', failure: { kind: 'wrong-address', code: 'no-address' } }]);
    await gone.dispatcher.close();
  });

  test('[V5] tries again what may be tried again', async () => {
    let left = 2;
    const sms = aChannel((message) => (left-- > 0 ? { kind: 'failed', failure: { kind: 'retry', code: '429', words: 'busy' } } : sent(message)));
    const house = aHouse({ channels: { sms } });
    house.dispatcher.start();
    const slip = await house.take();
    await house.advance(minute);
    expect(sms.got).toHaveLength(3);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'sent', attempts: 3 }]);
    await house.dispatcher.close();
  });

  test('[V6] a channel that hangs is let go after its time; the next step goes out; the others were not held up', async () => {
    const sms = aChannel(never);
    const mail = aChannel(sent);
    const house = aHouse({ channels: { sms, mail } });
    house.dispatcher.start();
    const slips = [await house.take(), await house.take()];
    await house.advance(attemptMs - 1);
    expect(mail.got).toEqual([]);
    await house.advance(attemptMs + 2);
    for (const { id } of slips) {
      expect(await house.story(id)).toEqual([
        ['sms', 'unsure'],
        ['mail', 'sent'],
      ]);
    }
    await house.dispatcher.close();
  });

  test('[V6] a carrier that can be asked is asked after silence: it had it, and nothing is sent once more', async () => {
    const sms = aChannel(never, async () => ({ kind: 'sent', words: 'found', ref: 'SM7' }));
    const house = aHouse({ channels: { sms } });
    house.dispatcher.start();
    const slip = await house.take();
    await house.advance(attemptMs + 1);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    await house.dispatcher.close();
  });

  test('[V6] what a process left in mid-send is not sent again by the next one: asked where that is possible, else the next step', async () => {
    const dead = aHouse({ channels: { sms: aChannel(never) } });
    dead.dispatcher.start();
    const slip = await dead.take();
    await dead.rest();
    expect(await dead.story(slip.id)).toEqual([['sms', 'sending']]);

    // Its clock stands still from here on: it is dead.
    const later = manualClock(dead.clock.now() + claimMs);
    const again = aChannel(sent);
    const mail = aChannel(sent);
    const next = openDispatcher({ store: dead.store, slipDesk: dead.slipDesk, channels: { sms: again, mail, wecom: null, dingtalk: null, feishu: null }, compose: async ({ id }, { unitId }) => ({ id, unitId, address: 'x', secret: '', mention: '', headline: '', body: '', link: '' }), sendAt: (_slip, _channel, at) => at, clock: later, onTrouble: (what) => dead.trouble.push(what) });
    next.start();
    await dead.rest();
    expect(again.got).toEqual([]);
    expect(await dead.story(slip.id)).toEqual([
      ['sms', 'unsure'],
      ['mail', 'sent'],
    ]);
    await next.close();
  });

  test('[V6] two processes on the same records make no attempt twice', async () => {
    const sms = aChannel(sent);
    const house = aHouse({ channels: { sms } });
    const other = house.open();
    house.slipDesk.onSaved(() => other.wake());
    house.dispatcher.start();
    other.start();
    for (let count = 0; count < 40; count++) await house.take();
    await house.advance(minute);
    expect(sms.got).toHaveLength(40);
    expect(new Set(sms.got.map(({ id }) => id)).size).toBe(40);
    await house.dispatcher.close();
    await other.close();
    expect(house.trouble).toEqual([]);
  });

  test('[V8] three hundred of one office do not stand before the one of another; no more than four go out on one channel at once', async () => {
    const order: string[] = [];
    const sms = aChannel(async (message) => {
      order.push(message.body);
      await new Promise((resolve) => setImmediate(resolve));
      return sent(message);
    });
    const house = aHouse({ channels: { sms }, ...only(rung(zhangwei, 'recipient', 'sms')) });
    for (let count = 0; count < 300; count++) await house.take({ message: 'many' });
    await house.take({ unitId: 'harbour', message: 'one' });
    house.dispatcher.start();
    for (let turn = 0; turn < 200 && order.length < 301; turn++) await house.rest();
    expect(order).toHaveLength(301);
    expect(order.indexOf('one')).toBeLessThan(4);
    expect(sms.most).toBeLessThanOrEqual(4);
    await house.dispatcher.close();
  });

  test('[V8] a robot is written to as slowly as it bears, and what goes elsewhere does not wait for it', async () => {
    const times: number[] = [];
    const sms = aChannel(sent);
    const house: ReturnType<typeof aHouse> = aHouse({
      channels: {
        wecom: aChannel((message) => {
          times.push(house.clock.now());
          return sent(message);
        }),
        sms,
      },
      planOf: ({ message }) => aPlan({ rungs: [rung(zhangwei, 'recipient', message === 'robot' ? 'wecom' : 'sms')] }),
    });
    house.dispatcher.start();
    for (let count = 0; count < 5; count++) await house.take({ message: 'robot' });
    await house.take({ message: 'text' });
    await house.rest();
    expect([times.length, sms.got.length]).toEqual([1, 1]);
    await house.advance(minute);
    expect(times).toHaveLength(5);
    for (let at = 1; at < times.length; at++) expect((times[at] ?? 0) - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(robotPaceMs);
    await house.dispatcher.close();
  });

  test('records that cannot be read now are asked again, and nothing is lost by it', async () => {
    const sms = aChannel(sent);
    const house = aHouse({ channels: { sms } });
    const due = house.store.dueLanes.bind(house.store);
    let isDown = true;
    house.store.dueLanes = (now, most, except) => (isDown ? Promise.reject(new Error('records are down')) : due(now, most, except));
    house.dispatcher.start();
    await house.take();
    await house.advance(5_000);
    expect(sms.got).toEqual([]);
    expect(house.trouble.join()).toContain('records are down');
    isDown = false;
    await house.advance(5_000);
    expect(sms.got).toHaveLength(1);
    await house.dispatcher.close();
  });

  test('is over when it is closed, also while a channel hangs', async () => {
    const house = aHouse({ channels: { sms: aChannel(never) } });
    house.dispatcher.start();
    await house.take();
    await house.rest();
    const closing = house.dispatcher.close();
    await house.advance(3_000);
    await closing;
  });
});
