import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { restClient } from './support/restClient.ts';
import { robotPhone } from './support/robot.ts';

describe('phones', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    desk.answer('/after', '<Hangup/>');
  });
  afterEach(() => desk.close());

  const ring = async (clients: string[], ms = 1000) => {
    desk.answer('/voice', `<Dial answerOnBridge="true" timeout="9" action="/after">${clients.map((one) => `<Client>${one}</Client>`).join('')}</Dial>`);
    const call = desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber });
    await desk.pass(ms);
    return call;
  };

  test('on a call ignore new invites in silence: that leg rings on until the timeout', async () => {
    const wang = robotPhone((offer) => void offer.accept());
    desk.carrier.phones.register('wang', wang);
    await ring(['wang']);
    const second = await ring(['wang'], 13900);
    expect(wang.offers).toHaveLength(1);
    expect(second.status).toBe('ringing');
    await desk.pass(200);
    expect(desk.at('/after').at(-1)?.params.DialCallStatus).toBe('no-answer');
  });

  test('ring on a call where they say so, and ring again once they are free', async () => {
    const wang = Object.assign(robotPhone(), { allowIncomingWhileBusy: true });
    const li = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.carrier.phones.register('li', li);
    await ring(['wang', 'li']);
    wang.offers[0]?.accept();
    await ring(['wang', 'li']);
    expect([wang.offers.length, li.offers.length]).toEqual([2, 2]);
    li.offers[1]?.accept();
    await desk.pass(100);
    li.offers[1]?.hangUp();
    await desk.pass(100);
    await ring(['li']);
    expect(li.offers).toHaveLength(3);
  });

  test('of one identity all ring, and one has the call', async () => {
    const tab = robotPhone();
    const other = robotPhone();
    desk.carrier.phones.register('wang', tab);
    desk.carrier.phones.register('wang', other);
    const call = await ring(['wang']);
    expect(tab.offers[0]?.legSid).toBe(other.offers[0]?.legSid);
    expect([other.offers[0]?.accept(), tab.offers[0]?.accept()]).toEqual([true, false]);
    expect(tab.stops.map((one) => one.reason)).toEqual(['answered-elsewhere']);
    await desk.pass(100);
    expect(call.status).toBe('in-progress');
  });

  test('that are unregistered while they ring keep the call; offers that are over do nothing', async () => {
    const wang = robotPhone();
    desk.carrier.phones.register('wang', wang);
    const call = await ring(['wang']);
    desk.carrier.phones.unregister('wang', wang);
    expect(wang.offers[0]?.accept()).toBe(true);
    await desk.pass(100);
    call.hangUp();
    await desk.pass(100);
    expect(wang.stops.map((one) => one.reason)).toEqual(['other-leg-hung-up']);
    expect(wang.offers[0]?.accept()).toBe(false);
    wang.offers[0]?.hangUp();
    wang.offers[0]?.reject();
    wang.offers[0]?.die();
    expect(desk.carrier.phones.isRegistered('wang')).toBe(false);
  });

  test('that die leave the caller on the line', async () => {
    const wang = robotPhone((offer) => void offer.accept());
    desk.carrier.phones.register('wang', wang);
    desk.answer('/after', '<Say language="zh-CN">抱歉，电话断了</Say><Pause length="20"/>');
    await ring(['wang']);
    const call = await ring(['wang']);
    desk.answer('/after', '<Pause length="20"/>');
    wang.offers[0]?.die();
    await desk.pass(100);
    expect(desk.at('/after')[0]?.params).toMatchObject({ CallStatus: 'in-progress', DialCallStatus: 'completed', DialBridged: 'true' });
    expect(call.status).toBe('ringing');
  });

  test('talk with the resident in text, both ways, and mute is written down', async () => {
    const wang = Object.assign(robotPhone((offer) => void offer.accept()), { converses: true });
    desk.carrier.phones.register('wang', wang);
    desk.answer('/voice', '<Dial answerOnBridge="true"><Client>wang</Client></Dial>');
    const call = desk.carrier.placeCall({
      from: '+8613800138001',
      to: lineNumber,
      script: { answer: () => ({ do: 'nothing' }), talk: [{ text: '我家漏水了' }, { text: '三栋1502', when: /房号/ }, { text: '谢谢，再见' }] },
    });
    await desk.pass(1000);
    const [offer] = wang.offers;
    offer?.say('您好，阳光花园管理处，请问有什么可以帮您？');
    await desk.pass(1500);
    expect(wang.lines).toEqual(['我家漏水了']);
    offer?.say('好的，别着急');
    await desk.pass(1500);
    expect(wang.lines).toEqual(['我家漏水了']);
    offer?.say('请问您的房号是？');
    await desk.pass(1500);
    expect(wang.lines).toEqual(['我家漏水了', '三栋1502']);
    if (offer) offer.mute = true;
    expect(call.events.at(-1)).toMatchObject({ kind: 'muted', detail: 'wang' });
    await desk.pass(60000);
    expect(wang.lines.at(-1)).toBe('谢谢，再见');
    expect(call.status).toBe('completed');
    expect(call.story.some((line) => line.zh === 'wang：请问您的房号是？')).toBe(true);
  });

  test('that accept in the same instant as a cancellation get the call or lose it, never both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(['wang', 'li', 'cancel wang', 'cancel li', 'hang up'], { minLength: 1 }), async (acts) => {
        const phones = { wang: robotPhone(), li: robotPhone() };
        desk.carrier.phones.register('wang', phones.wang);
        desk.carrier.phones.register('li', phones.li);
        desk.received.length = 0;
        const call = await ring(['wang', 'li']);
        let accepted = 0;
        for (const act of acts) {
          if (act === 'wang' || act === 'li') accepted += phones[act].offers[0]?.accept() === true ? 1 : 0;
          else if (act === 'hang up') call.hangUp();
          else {
            const leg = phones[act === 'cancel wang' ? 'wang' : 'li'].offers[0]?.legSid ?? '';
            await restClient(desk.restUrl).calls(leg).update({ status: 'canceled' }).catch((error: { code: number }) => expect(error.code).toBe(21220));
          }
        }
        await desk.pass(2000);
        const talking = call.status === 'in-progress' ? 1 : 0;
        expect(accepted).toBeLessThanOrEqual(1);
        if (!acts.includes('hang up')) expect(talking).toBe(accepted);
        call.hangUp();
        desk.carrier.phones.unregister('wang');
        desk.carrier.phones.unregister('li');
        await desk.pass(30000);
        await call.ended;
        expect(desk.at('/after')).toHaveLength(1);
        expect(phones.wang.stops).toHaveLength(1);
        expect(phones.li.stops).toHaveLength(1);
        expect(desk.clock.pending).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
