import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SwitchSettings } from '../../server/practice/carrier.ts';
import { switchesSchema } from '../../server/practice/switches.ts';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { restClient } from './support/restClient.ts';
import { robotPhone } from './support/robot.ts';
import type { RobotPhone } from './support/robot.ts';

describe('what the facts leave open', () => {
  let desk: Desk;
  let wang: RobotPhone;
  let li: RobotPhone;
  beforeEach(async () => {
    desk = await openDesk();
    wang = robotPhone();
    li = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.carrier.phones.register('li', li);
    desk.answer('/after', '<Say language="zh-CN">您好</Say>');
  });
  afterEach(() => desk.close());

  const ring = async (switches: SwitchSettings, clients = ['wang'], ms = 1000) => {
    desk.carrier.setSwitches(switches);
    const nouns = clients.map((one) => `<Client statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">${one}</Client>`).join('');
    desk.answer('/voice', `<Dial answerOnBridge="true" timeout="9" action="/after">${nouns}</Dial>`);
    const call = desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber });
    await desk.pass(ms);
    return call;
  };
  const legSid = () => wang.offers[0]?.legSid ?? '';
  const cancel = (sid: string) => restClient(desk.restUrl).calls(sid).update({ status: 'canceled' });
  const legStatuses = (sid = legSid()) => desk.at('/leg').filter((one) => one.params.CallSid === sid).map((one) => one.params.CallStatus);

  test('has defaults, and an unknown switch or value is refused', () => {
    expect(desk.carrier.switches).toEqual(switchesSchema.parse({}));
    expect(() => desk.carrier.setSwitches({ cancelAccepted: 'yes' as unknown as boolean })).toThrow();
    expect(() => desk.carrier.setSwitches({ cancelled: true } as SwitchSettings)).toThrow();
    expect(desk.carrier.switches).toEqual(switchesSchema.parse({}));
  });

  describe('cancelAccepted', () => {
    test('on: a cancelled leg ends and the action is asked', async () => {
      await ring({ cancelAccepted: true });
      await expect(cancel(legSid())).resolves.toMatchObject({ status: 'canceled' });
      await desk.pass(100);
      expect(desk.at('/after')).toHaveLength(1);
    });
    test('off: error 21220, the leg rings on, and completed still ends it', async () => {
      await ring({ cancelAccepted: false });
      await expect(cancel(legSid())).rejects.toMatchObject({ code: 21220, status: 400 });
      await desk.pass(100);
      expect(desk.at('/after')).toHaveLength(0);
      expect(await restClient(desk.restUrl).calls(legSid()).fetch()).toMatchObject({ status: 'ringing' });
      await restClient(desk.restUrl).calls(legSid()).update({ status: 'completed' });
      await desk.pass(100);
      expect(desk.at('/after')).toHaveLength(1);
    });
  });

  test.each([['error'], ['unchanged']] as const)('cancelOfAnswered %s: a leg that talks is never ended by canceled', async (cancelOfAnswered) => {
    const call = await ring({ cancelOfAnswered });
    wang.offers[0]?.accept();
    if (cancelOfAnswered === 'error') await expect(cancel(legSid())).rejects.toMatchObject({ code: 21220 });
    else await expect(cancel(legSid())).resolves.toMatchObject({ status: 'in-progress' });
    await desk.pass(100);
    expect(call.status).toBe('in-progress');
  });

  test.each([['canceled'], ['no-answer']] as const)('canceledDialStatus %s: is what the action says after all legs were cancelled', async (canceledDialStatus) => {
    await ring({ canceledDialStatus });
    await cancel(legSid());
    await desk.pass(100);
    expect(desk.at('/after')[0]?.params.DialCallStatus).toBe(canceledDialStatus);
    expect(legStatuses().at(-1)).toBe('canceled');
  });

  test.each([['canceled'], ['no-answer']] as const)('losingLegStatus %s: is how the slower phone’s leg ends', async (losingLegStatus) => {
    await ring({ losingLegStatus }, ['wang', 'li']);
    li.offers[0]?.accept();
    await desk.pass(100);
    expect(legStatuses().at(-1)).toBe(losingLegStatus);
  });

  test.each([[true], [false]])('dialActionOnAbandon %s: the action after the caller gave up', async (dialActionOnAbandon) => {
    const call = await ring({ dialActionOnAbandon });
    call.hangUp();
    await desk.pass(100);
    expect(desk.at('/after')).toHaveLength(dialActionOnAbandon ? 1 : 0);
    expect(desk.at('/status')[0]?.params.CallStatus).toBe('no-answer');
  });

  test.each([[true], [false]])('sendDialBridged %s: the field in the action', async (sendDialBridged) => {
    await ring({ sendDialBridged });
    wang.offers[0]?.accept();
    await desk.pass(5000);
    wang.offers[0]?.hangUp();
    await desk.pass(100);
    expect(desk.at('/after')[0]?.params.DialBridged).toBe(sendDialBridged ? 'true' : undefined);
    expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'completed', DialCallDuration: '5' });
  });

  test.each([
    ['normal', ['initiated', 'ringing'], ['0', '1']],
    ['late', ['ringing', 'initiated'], ['1', '0']],
    ['lost', ['ringing'], ['1']],
  ] as const)('initiatedCallback %s: what comes, and in which order', async (initiatedCallback, statuses, numbers) => {
    await ring({ initiatedCallback }, ['wang'], 3000);
    expect(legStatuses()).toEqual(statuses);
    expect(desk.at('/leg').map((one) => one.params.SequenceNumber)).toEqual(numbers);
  });

  describe('unregisteredClient', () => {
    test.each([['failed'], ['no-answer'], ['busy']] as const)('fails-fast: with %s, within a second', async (unregisteredClientStatus) => {
      await ring({ unregisteredClient: 'fails-fast', unregisteredClientStatus }, ['absent']);
      expect(desk.at('/after')[0]?.params.DialCallStatus).toBe(unregisteredClientStatus);
    });
    test('never: rings until the timeout', async () => {
      await ring({ unregisteredClient: 'never' }, ['absent'], 13900);
      expect(desk.at('/after')).toHaveLength(0);
      await desk.pass(200);
      expect(desk.at('/after')[0]?.params.DialCallStatus).toBe('no-answer');
    });
  });

  test.each([
    [false, ['/after', '/status']],
    [true, ['/status', '/after']],
  ])('finalCallbackOvertakesAction %s: which of the two arrives first', async (finalCallbackOvertakesAction, order) => {
    const call = await ring({ finalCallbackOvertakesAction });
    wang.offers[0]?.accept();
    await desk.pass(1000);
    call.hangUp();
    await desk.pass(100);
    await call.ended;
    expect(desk.received.map((one) => one.path).filter((path) => path !== '/leg' && path !== '/voice')).toEqual(order);
    expect(desk.at('/after')[0]?.params.CallStatus).toBe('completed');
  });

  describe('callbacks', () => {
    test('doubled: each comes twice with one token', async () => {
      await ring({ callbacks: { doubled: true } });
      expect(legStatuses()).toEqual(['initiated', 'initiated', 'ringing', 'ringing']);
      const [one, two] = desk.at('/leg');
      expect(one?.headers['i-twilio-idempotency-token']).toBe(two?.headers['i-twilio-idempotency-token']);
      expect(one?.params).toEqual(two?.params);
    });
    test('delayed: each comes that much later, with the time at which it was fired', async () => {
      await ring({ callbacks: { delayMs: 4000 } }, ['wang'], 3900);
      expect(desk.at('/leg')).toHaveLength(0);
      await desk.pass(1000);
      expect(legStatuses()).toEqual(['initiated', 'ringing']);
      expect(Date.parse(desk.at('/leg')[0]?.params.Timestamp ?? '')).toBeLessThan(desk.clock.now() - 4000);
    });
    test('reordered: neighbours of a leg are exchanged, and none is lost', async () => {
      await ring({ callbacks: { reordered: true } });
      expect(legStatuses()).toEqual(['ringing', 'initiated']);
      wang.offers[0]?.accept();
      await desk.pass(3000);
      wang.offers[0]?.hangUp();
      await desk.pass(3000);
      expect(legStatuses()).toEqual(['ringing', 'initiated', 'in-progress', 'completed']);
    });
    test('none of it: in the order in which they were fired', async () => {
      await ring({});
      wang.offers[0]?.accept();
      wang.offers[0]?.hangUp();
      await desk.pass(1000);
      expect(legStatuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    });
  });

  test.each([[true], [false]])('answeredCallbackLost %s: only the action tells that somebody was there', async (answeredCallbackLost) => {
    await ring({ answeredCallbackLost });
    wang.offers[0]?.accept();
    await desk.pass(1000);
    wang.offers[0]?.hangUp();
    await desk.pass(1000);
    expect(legStatuses().includes('in-progress')).toBe(!answeredCallbackLost);
    expect(desk.at('/after')[0]?.params.DialCallStatus).toBe('completed');
  });

  test.each([[true], [false]])('statusCallbackLost %s: the number’s final callback', async (statusCallbackLost) => {
    const call = await ring({ statusCallbackLost });
    call.hangUp();
    await desk.pass(1000);
    await call.ended;
    expect(desk.at('/status')).toHaveLength(statusCallbackLost ? 0 : 1);
  });

  test.each([[true], [false]])('firstWebhookRepeated %s: the same request with the same token, and the second answer counts', async (firstWebhookRepeated) => {
    const call = await ring({ firstWebhookRepeated });
    const voices = desk.at('/voice');
    expect(voices).toHaveLength(firstWebhookRepeated ? 2 : 1);
    expect(new Set(voices.map((one) => one.headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(wang.offers).toHaveLength(1);
    expect(call.status).toBe('ringing');
  });

  test.each([[3000], [false]] as const)('agentLegDies %s: the caller stays when the agent’s leg is gone', async (agentLegDies) => {
    const call = await ring({ agentLegDies });
    wang.offers[0]?.accept();
    await desk.pass(3100);
    expect(wang.stops.map((one) => one.reason)).toEqual(agentLegDies === false ? [] : ['died']);
    expect(desk.at('/after').map((one) => one.params.CallStatus)).toEqual(agentLegDies === false ? [] : ['in-progress']);
    expect(call.status).toBe('in-progress');
  });

  test.each([[true], [false]])('fallbackInMidCall %s: whether a failing action is saved', async (fallbackInMidCall) => {
    desk.answer('/after', { status: 500 });
    desk.answer('/fallback', '<Say language="zh-CN">您好</Say>');
    await ring({ fallbackInMidCall }, ['absent']);
    expect(desk.at('/fallback')).toHaveLength(fallbackInMidCall ? 1 : 0);
  });

  test.each([['action'], ['falls-through']] as const)('silentRecord %s: a recording in which nobody spoke', async (silentRecord) => {
    desk.carrier.setSwitches({ silentRecord });
    desk.answer('/voice', '<Record action="/after" timeout="2"/><Redirect>/next</Redirect>');
    desk.answer('/next', '<Hangup/>');
    desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber });
    await desk.pass(4000);
    expect([desk.at('/after').length, desk.at('/next').length]).toEqual(silentRecord === 'action' ? [1, 0] : [0, 1]);
  });

  test.each([['accepted'], ['error']] as const)('redirectOfRinging %s: sending a ringing caller elsewhere', async (redirectOfRinging) => {
    const call = await ring({ redirectOfRinging });
    desk.answer('/elsewhere', '<Say language="zh-CN">您好</Say>');
    const sent = restClient(desk.restUrl).calls(call.sid).update({ url: `${desk.url}/elsewhere` });
    if (redirectOfRinging === 'error') await expect(sent).rejects.toMatchObject({ code: 21220 });
    else await sent;
    await desk.pass(100);
    expect(desk.at('/elsewhere')).toHaveLength(redirectOfRinging === 'error' ? 0 : 1);
  });

  test.each([[0], [5000]])('dialBufferMs %s: what is added to the timeout', async (dialBufferMs) => {
    await ring({ dialBufferMs }, ['wang'], 9000 + dialBufferMs - 50);
    expect(desk.at('/after')).toHaveLength(0);
    await desk.pass(100);
    expect(desk.at('/after')).toHaveLength(1);
  });
});
