import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SegmentedMessage } from 'sms-segments-calculator';
import type { SendResult } from '../../server/delivery/ports.ts';
import { readCarrierRequest } from '../../server/telephony/carrierRequest.ts';
import { openMessages } from '../../server/telephony/messages.ts';
import type { TelephonyNeeds } from '../../server/telephony/needs.ts';
import { carrierUrls } from '../../server/telephony/urls.ts';
import { message as messageWebhook } from '../../server/telephony/webhooks/message.ts';
import { accountSid, authToken, lineNumber, openDesk } from '../practice/support/desk.ts';
import type { Desk } from '../practice/support/desk.ts';
import { anOutgoing, describeChannel } from '../suites/channel.ts';
import { openHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';

const patient = (): AbortSignal => new AbortController().signal;
const someone = '+8613800138003';
const numbers = { takes: someone, nobody: '+15005550001', busy: '+15005550029', hangs: '+15005550020' };
const messagesOf = (desk: Desk, over: Partial<Parameters<typeof openMessages>[0]> = {}) =>
  openMessages({ account: { accountSid, authToken, apiBaseUrl: desk.restUrl }, numberOf: (unitId) => (unitId === 'sunshine' ? lineNumber : null), statusCallback: carrierUrls(desk.url).message, ...over });

/** Lets the network of the tests do what it has to do. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

describeChannel('text messages', async () => {
  const desk = await openDesk();
  return {
    channel: messagesOf(desk),
    address: (fate) => numbers[fate],
    arrived: async () => desk.carrier.messages.map(({ body }) => body),
    hanging: () => until(() => desk.carrier.messages.some(({ to }) => to === numbers.hangs)),
    vanish: () => desk.close(),
    canBeAsked: true,
    namesThem: true,
    mostBytes: 4 * 153 * 3,
    close: () => desk.close(),
  };
});

describe('a text message', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  test('comes from the office’s number, or from the messaging service where there is one, and asks for news', async () => {
    await messagesOf(desk).send(anOutgoing({ address: someone }), patient());
    await messagesOf(desk, { messagingServiceSid: `MG${'a'.repeat(32)}` }).send(anOutgoing({ address: someone }), patient());
    expect(desk.carrier.messages).toMatchObject([
      { from: lineNumber, serviceSid: null },
      { from: '', serviceSid: `MG${'a'.repeat(32)}` },
    ]);
    await desk.pass(3000);
    expect(desk.at('/twilio/message').map(({ params, signed }) => [params.MessageStatus, signed])).toEqual([
      ['sent', true],
      ['sent', true],
      ['delivered', true],
      ['delivered', true],
    ]);
    expect(await messagesOf(desk).send(anOutgoing({ address: someone, unitId: 'elsewhere' }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: 'no-number' } });
    expect(await messagesOf(desk, { numberOf: () => '+85239999999' }).send(anOutgoing({ address: someone }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: '21606' } });
  });

  test.each([
    ['GSM letters', 'Water is running down the stairs of block 2. '.repeat(60), 'GSM-7'],
    ['letters that count twice', '[{€}]|~^\\'.repeat(300), 'GSM-7'],
    ['Chinese', '水管爆了请尽快派人。'.repeat(200), 'UCS-2'],
    ['emoji', '🚰👨‍👩‍👧‍👦'.repeat(300), 'UCS-2'],
  ])('of %s has four parts at most and uses them, as the carrier counts', async (_name, body, encoding) => {
    const result = await messagesOf(desk).send(anOutgoing({ address: someone, headline: 'Message', body }), patient());
    expect(result).toMatchObject({ kind: 'sent', words: 'queued' });
    const counted = new SegmentedMessage(desk.carrier.messages[0]?.body ?? '');
    // What was cut is said in characters that need the wider encoding.
    expect(['UCS-2', encoding]).toContain(counted.getEncodingName());
    expect(counted.segmentsCount).toBe(4);
  });

  test.each([
    ['+15005550001', 'wrong-address', '21211'],
    ['+15005550009', 'wrong-address', '21614'],
    ['+15005550002', 'gave-up', '21612'],
    ['+15005550003', 'gave-up', '21408'],
    ['+15005550004', 'gave-up', '21610'],
    ['+8613900000408', 'gave-up', 'mainland'],
    ['+15005550008', 'retry', '21611'],
    ['+15005550029', 'retry', '20429'],
  ])('to %s is refused: %s %s', async (address, kind, code) => {
    expect(await messagesOf(desk).send(anOutgoing({ address }), patient())).toMatchObject({ kind: 'failed', failure: { kind, code } });
    expect(desk.carrier.messages).toEqual([]);
  });

  test('whose answer was lost is found by its link and not sent again', async () => {
    const channel = messagesOf(desk);
    const lost = anOutgoing({ address: numbers.hangs });
    const caller = new AbortController();
    const sending = channel.send(lost, caller.signal);
    await until(() => desk.carrier.messages.length > 0);
    caller.abort();
    expect(await sending).toMatchObject({ kind: 'unsure' });
    const ref = desk.carrier.messages[0]?.sid;
    expect(await channel.findOut(lost, patient())).toEqual({ kind: 'sent', words: 'queued', ref });
    await desk.pass(3000);
    expect(await channel.findOut(lost, patient())).toEqual({ kind: 'sent', words: 'delivered', ref, isDelivered: true });
    expect(await channel.findOut(anOutgoing({ address: numbers.hangs }), patient())).toBe('not-there');
    const undelivered = anOutgoing({ address: '+15005550025' });
    await channel.send(undelivered, patient());
    await desk.pass(3000);
    expect(await channel.findOut(undelivered, patient())).toMatchObject({ kind: 'failed', failure: { kind: 'wrong-address', code: '30005' } });
    expect(await messagesOf(desk, { account: { accountSid, authToken: 'wrong', apiBaseUrl: desk.restUrl } }).findOut(lost, patient())).toBe('unknown');
  });

  test('a wrong token is given up, and stands in no result', async () => {
    const result = await messagesOf(desk, { account: { accountSid, authToken: 'wrong-token', apiBaseUrl: desk.restUrl } }).send(anOutgoing({ address: someone }), patient());
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: '20003' } });
    expect(JSON.stringify(result)).not.toContain('wrong-token');
  });
});

describe('news of a text message', () => {
  const sid = `SM${'ab'.repeat(16)}`;
  const told: [string, SendResult][] = [];
  const warned: unknown[] = [];
  let isOurs = true;
  const log = { info: () => undefined, warn: (fields: unknown) => void warned.push(fields), error: () => undefined };
  const needs = { log, messageNews: async (ref: string, result: SendResult) => (told.push([ref, result]), isOurs) } as unknown as TelephonyNeeds;
  const comes = (params: Record<string, string>) => messageWebhook({ request: readCarrierRequest({ MessageSid: sid, To: someone, ...params }), path: {}, at: 0 }, needs);
  beforeEach(() => {
    told.length = 0;
    warned.length = 0;
    isOurs = true;
  });

  test('tells its end, each as it is, and leaves the way there alone', async () => {
    for (const MessageStatus of ['accepted', 'queued', 'sending', 'sent', 'delivered', 'read', 'dreaming', '']) expect(await comes({ MessageStatus })).toBeNull();
    expect(told).toEqual([[sid, { kind: 'sent', words: 'delivered', ref: sid, isDelivered: true }]]);
  });

  test.each<[string, string, string]>([
    ['30003', 'gave-up', '30003'],
    ['30005', 'wrong-address', '30005'],
    ['30006', 'wrong-address', '30006'],
    ['30007', 'gave-up', '30007'],
    ['30001', 'retry', '30001'],
    ['30022', 'retry', '30022'],
    ['', 'gave-up', '0'],
    ['nonsense', 'gave-up', '0'],
  ])('undelivered with %s: %s', async (ErrorCode, kind, code) => {
    await comes({ MessageStatus: 'undelivered', ErrorCode });
    expect(told).toMatchObject([[sid, { kind: 'failed', failure: { kind, code } }]]);
  });

  test('of a message that is not known is logged, and answered all the same', async () => {
    isOurs = false;
    expect(await comes({ MessageStatus: 'delivered' })).toBeNull();
    expect(warned).toEqual([{ messageSid: sid, status: 'delivered' }]);
  });
});

describe('the door for news of text messages', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  test('is open to the carrier alone', async () => {
    const news = { MessageSid: `SM${'cd'.repeat(16)}`, MessageStatus: 'delivered', To: someone, From: lineNumber };
    expect(await house.post('/twilio/message', news)).toEqual({ status: 204, xml: '' });
    expect(await house.post('/twilio/message', { ...news, MessageStatus: '', MessageSid: '../x' })).toEqual({ status: 204, xml: '' });
    expect((await house.post('/twilio/message', news, { 'x-twilio-signature': 'bm9uc2Vuc2U=' })).status).toBe(403);
  });
});
