import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { restClient } from './support/restClient.ts';
import { robotPhone } from './support/robot.ts';

describe('a call from a resident', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const dial = (more = '', clients = ['wang', 'li']) => {
    const nouns = clients.map(
      (identity) =>
        `<Client statusCallback="${desk.url}/leg" statusCallbackEvent="initiated ringing answered completed"><Identity>${identity}</Identity><Parameter name="unit" value="阳光花园"/></Client>`,
    );
    return `<Dial answerOnBridge="true" timeout="9" action="${desk.url}/after"${more}>${nouns.join('')}</Dial>`;
  };

  test('rings the agents, is answered by the first who accepts, and ends with an action and a status callback', async () => {
    const wang = robotPhone();
    const li = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.carrier.phones.register('li', li);
    desk.answer('/voice', dial());
    desk.answer('/after', '');
    const call = desk.carrier.placeCall({ from: '+8613812345678', to: lineNumber });
    await desk.pass(6000);
    expect(desk.at('/voice')).toHaveLength(1);
    expect(desk.at('/voice')[0]).toMatchObject({ signed: true, params: { CallStatus: 'ringing', From: '+8613812345678', To: lineNumber, Direction: 'inbound', CallerCountry: 'CN' } });
    expect(call.status).toBe('ringing');
    expect(wang.offers[0]).toMatchObject({ callSid: call.sid, identity: 'wang', parameters: { unit: '阳光花园' } });

    expect(wang.offers[0]?.accept()).toBe(true);
    expect(li.offers[0]?.accept()).toBe(false);
    await desk.pass(10000);
    expect(call.status).toBe('in-progress');
    expect(call.answeredInRing).toBe(2);
    expect(li.stops).toMatchObject([{ reason: 'answered-elsewhere' }]);

    wang.offers[0]?.hangUp();
    await desk.pass(1000);
    await call.ended;
    expect(desk.at('/after')).toHaveLength(1);
    expect(desk.at('/after')[0]?.params).toMatchObject({ CallStatus: 'in-progress', DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '10', DialCallSid: wang.offers[0]?.legSid });
    expect(desk.at('/status')[0]?.params).toMatchObject({ CallStatus: 'completed', CallSid: call.sid, CallbackSource: 'call-progress-events', Duration: '1', CallDuration: '10' });
    const wangs = desk.at('/leg').filter((one) => one.params.CallSid === wang.offers[0]?.legSid);
    expect(wangs.map((one) => [one.params.SequenceNumber, one.params.CallStatus])).toEqual([
      ['0', 'initiated'],
      ['1', 'ringing'],
      ['2', 'in-progress'],
      ['3', 'completed'],
    ]);
    expect(wangs[0]?.params).toMatchObject({ ParentCallSid: call.sid, Direction: 'outbound-dial', To: 'client:wang' });
    expect(wangs[0]?.params).not.toHaveProperty('ToCountry');
    expect(desk.received.every((one) => one.signed)).toBe(true);
    expect(call.errors).toEqual([]);
  });

  test('goes to the attendant when nobody accepts within the timeout and its five seconds more', async () => {
    desk.carrier.phones.register('wang', robotPhone());
    desk.carrier.phones.register('li', robotPhone());
    desk.answer('/voice', dial());
    desk.answer(
      '/after',
      `<Say language="zh-CN">您好，阳光花园管理处，请问有什么可以帮您？</Say><Gather input="speech dtmf" language="cmn-Hans-CN" action="/attendant/recipient"><Say language="zh-CN">请问您找哪位？</Say></Gather><Redirect>/message</Redirect>`,
    );
    desk.answer('/attendant/recipient', `<Say language="zh-CN">请留言。</Say><Record maxLength="120" action="${desk.url}/attendant/message" recordingStatusCallback="${desk.url}/recording"/>`);
    desk.answer('/attendant/message', `<Say language="zh-CN">谢谢，再见。</Say><Pause length="10"/><Hangup/>`);
    const call = desk.carrier.placeCall({
      from: '+8613812345678',
      to: lineNumber,
      script: {
        answer: (prompt) => (prompt.asks === 'recipient' ? { do: 'say', text: '找张伟' } : { do: 'say', text: '厨房漏水，请回电' }),
        talk: [],
      },
    });
    await desk.pass(13900);
    expect(desk.at('/after')).toHaveLength(0);
    await desk.pass(200);
    expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'no-answer', CallStatus: 'ringing', DialBridged: 'false' });
    await desk.pass(60000);
    await call.ended;
    expect(desk.at('/attendant/recipient')[0]?.params).toMatchObject({ SpeechResult: '找张伟', CallStatus: 'in-progress' });
    expect(desk.at('/attendant/message')[0]?.params.RecordingDuration).toMatch(/^\d+$/);
    expect(desk.at('/recording')[0]?.params).toMatchObject({ RecordingStatus: 'completed', RecordingSource: 'RecordVerb', CallSid: call.sid });
    expect([...desk.carrier.recordings.values()][0]?.words).toBe('厨房漏水，请回电');
    expect(desk.at('/status')[0]?.params.CallStatus).toBe('completed');
  });

  test('goes to the attendant when the server cancels the ringing legs through REST', async () => {
    const wang = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.answer('/voice', dial('', ['wang']));
    desk.answer('/after', '<Say language="zh-CN">您好</Say>');
    const call = desk.carrier.placeCall({ from: '+8613812345678', to: lineNumber });
    await desk.pass(12000);
    const client = restClient(desk.restUrl);
    const children = await client.calls.list({ parentCallSid: call.sid });
    expect(children).toMatchObject([{ sid: wang.offers[0]?.legSid, parentCallSid: call.sid, status: 'ringing', to: 'client:wang' }]);
    const canceled = await client.calls(children[0]?.sid ?? '').update({ status: 'canceled' });
    expect(canceled.status).toBe('canceled');
    await desk.pass(0);
    expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'canceled', CallStatus: 'ringing' });
    expect(wang.stops).toMatchObject([{ reason: 'canceled-by-rest' }]);
    await desk.pass(10000);
    expect(call.answeredInRing).toBe(3);
    await expect(client.calls(children[0]?.sid ?? '').update({ status: 'canceled' })).rejects.toMatchObject({ code: 21220, status: 400 });
  });

  test('that ends while it rings is a no-answer, tells the phones, and asks the action in vain', async () => {
    const wang = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.answer('/voice', dial('', ['wang']));
    desk.answer('/after', '<Say language="zh-CN">没有人听到</Say>');
    const call = desk.carrier.placeCall({ from: '+8613812345678', to: lineNumber, script: { hangsUpInRing: 2, answer: () => ({ do: 'nothing' }), talk: [] } });
    await desk.pass(20000);
    await call.ended;
    expect(wang.stops).toMatchObject([{ reason: 'caller-gave-up' }]);
    expect(desk.at('/after')[0]?.params).toMatchObject({ CallStatus: 'no-answer', DialCallStatus: 'no-answer' });
    expect(desk.at('/status')[0]?.params).toMatchObject({ CallStatus: 'no-answer', CallDuration: '0' });
    expect(call.story.some((line) => line.zh.includes('没有人听到'))).toBe(false);
  });
});
