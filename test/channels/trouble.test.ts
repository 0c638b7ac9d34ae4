import { describe, expect, test } from '@jest/globals';
import { leftOutMs } from '../../server/channels/leftOut.ts';
import { attemptMs, claimMs } from '../../server/channels/openAttempt.ts';
import type { Outgoing } from '../../server/delivery/ports.ts';
import { aPlan, minute, rung, zhangwei } from '../delivery/aMessage.ts';
import { aChannel, aHouse, never, only, sent } from './support/sendingHouse.ts';

const bySms = only(rung(zhangwei, 'recipient', 'sms'), rung(zhangwei, 'recipient', 'mail'));

describe('when something fails', () => {
  test('[V6] a carrier that is slow to list what it took is asked again when the claim is over, and nothing goes out twice', async () => {
    let listed = false;
    const sms = aChannel(never, async () => (listed ? { kind: 'sent', words: 'queued', ref: 'SM1' } : 'not-there'));
    const house = aHouse({ channels: { sms }, ...bySms });
    house.dispatcher.start();
    const slip = await house.take();
    await house.advance(attemptMs + 1);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'sending' }]);
    listed = true;
    await house.advance(claimMs);
    expect(sms.got).toHaveLength(1);
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    await house.dispatcher.close();
  });

  test('[V6] a carrier that still has not got it when the claim is over gets it once more', async () => {
    let isSilent = true;
    const sms = aChannel((message) => (isSilent ? never() : sent(message)), async () => 'not-there');
    const house = aHouse({ channels: { sms }, ...bySms });
    house.dispatcher.start();
    const slip = await house.take();
    await house.advance(attemptMs + 1);
    isSilent = false;
    await house.advance(2 * claimMs);
    expect(sms.got).toHaveLength(2);
    expect(await house.story(slip.id)).toEqual([['sms', 'sent']]);
    await house.dispatcher.close();
  });

  test('[V5] a letter that cannot be written now is tried again, and its channel is not given up for it', async () => {
    let isDown = true;
    const mail = aChannel(sent);
    const compose = async ({ id }: { id: string }): Promise<Outgoing> => {
      if (isDown) throw new Error('the files of residents do not answer');
      return { id, unitId: 'sunshine', address: 'x', secret: '', mention: '', headline: '', body: '', link: '' };
    };
    const house = aHouse({ channels: { mail }, compose, ...only(rung(zhangwei, 'recipient', 'mail')) });
    house.dispatcher.start();
    const slip = await house.take();
    await house.rest();
    expect(await house.store.sendingsOf(slip.id)).toMatchObject([{ state: 'waiting', failure: { kind: 'retry', code: 'not-composed' } }]);
    expect(house.trouble.join()).toContain('do not answer');
    isDown = false;
    await house.advance(2 * minute);
    expect(await house.story(slip.id)).toEqual([['mail', 'sent']]);
    await house.dispatcher.close();
  });

  test('[V6] what was left in mid-send is not tried again because its letter cannot be written: it is asked about later', async () => {
    let isDown = false;
    const sms = aChannel(never, async () => ({ kind: 'sent', words: 'found', ref: 'SM1' }));
    const compose = async ({ id }: { id: string }): Promise<Outgoing> => {
      if (isDown) throw new Error('the files of residents do not answer');
      return { id, unitId: 'sunshine', address: 'x', secret: '', mention: '', headline: '', body: '', link: '' };
    };
    const house = aHouse({ channels: { sms }, compose, ...bySms });
    const slip = await house.take();
    const [waiting] = await house.store.sendingsOf(slip.id);
    await house.store.claimSending(waiting?.id ?? '', house.clock.now(), house.clock.now() + claimMs);
    isDown = true;
    house.dispatcher.start();
    await house.advance(claimMs + 1);
    expect(await house.story(slip.id)).toEqual([['sms', 'sending']]);
    isDown = false;
    await house.advance(leftOutMs + 1);
    expect(sms.got).toEqual([]);
    expect(await house.story(slip.id)).toEqual([['sms', 'sent']]);
    await house.dispatcher.close();
  });

  test('[V2] sixty messages whose next step cannot be taken hold up nobody’s, and are tried once a minute', async () => {
    const house = aHouse({ channels: { sms: aChannel(sent), mail: aChannel(sent) }, ...bySms });
    const damaged: string[] = [];
    for (let count = 0; count < 60; count++) damaged.push((await house.take()).id);
    let tried = 0;
    const deliver = house.slipDesk.deliver.bind(house.slipDesk);
    house.slipDesk.deliver = (id, fact, by, now) => {
      if (fact.kind !== 'chaseDue' || !damaged.includes(id)) return deliver(id, fact, by, now);
      tried += 1;
      return Promise.reject(new Error('unreadable'));
    };
    house.dispatcher.start();
    await house.advance(minute);
    const whole = await house.take();
    await house.advance(59 * minute + 1);
    expect(tried).toBe(60);
    await house.advance(minute + 1);
    expect(tried).toBe(120);
    // To the millisecond, although the others are overdue.
    expect(await house.story(whole.id)).toEqual([
      ['sms', 'sent'],
      ['mail', 'sent'],
    ]);
    await house.dispatcher.close();
  });

  test('[V2] a clock that is over although its step was taken does not set the looks spinning', async () => {
    const house = aHouse({ channels: { sms: aChannel(sent) }, planOf: () => aPlan({ rungs: [rung(zhangwei, 'recipient', 'sms')] }) });
    const ids: string[] = [];
    for (let count = 0; count < 55; count++) ids.push((await house.take()).id);
    let asked = 0;
    const deliver = house.slipDesk.deliver.bind(house.slipDesk);
    house.slipDesk.deliver = async (id, fact, by, now) => {
      if (fact.kind !== 'chaseDue') return deliver(id, fact, by, now);
      asked += 1;
      const slip = await house.slipDesk.get(id);
      if (!slip) throw new Error('gone');
      return slip;
    };
    house.dispatcher.start();
    await house.advance(60 * minute + 1);
    expect(asked).toBe(55);
    await house.dispatcher.close();
  });
});
