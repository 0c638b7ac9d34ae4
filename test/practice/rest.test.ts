import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openCarrierRest } from '../../server/telephony/rest.ts';
import { wavLengthMs } from '../../server/practice/wav.ts';
import { accountSid, authToken, lineNumber, openDesk } from './support/desk.ts';
import type { Desk } from './support/desk.ts';
import { restClient } from './support/restClient.ts';
import { robotPhone } from './support/robot.ts';

describe('the REST API, spoken by the twilio package,', () => {
  let desk: Desk;
  let client: ReturnType<typeof restClient>;
  beforeEach(async () => {
    desk = await openDesk({ apiKeys: { SK1: 'secret' } });
    client = restClient(desk.restUrl);
  });
  afterEach(() => desk.close());

  const from = '+8613800138001';
  const basic = { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` };
  const unknown = `CA${'0'.repeat(32)}`;

  test('lets in the account and its keys, and nobody else', async () => {
    await expect(client.calls.list()).resolves.toEqual([]);
    await expect(restClient(desk.restUrl, 'SK1', 'secret').calls.list()).resolves.toEqual([]);
    await expect(restClient(desk.restUrl, accountSid, 'wrong').calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    await expect(restClient(desk.restUrl, 'SK2', 'secret').calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    await expect(restClient(desk.restUrl, 'constructor', 'x').calls.list()).rejects.toMatchObject({ status: 401 });
    expect((await fetch(`${desk.restUrl}/2010-04-01/Accounts/${accountSid}/Calls.json`)).status).toBe(401);
  });

  test('answers what is not there with 20404, in the carrier’s shape', async () => {
    await expect(client.calls(unknown).fetch()).rejects.toMatchObject({ status: 404, code: 20404, moreInfo: 'https://www.twilio.com/docs/errors/20404' });
    await expect(client.calls(unknown).update({ status: 'completed' })).rejects.toMatchObject({ code: 20404 });
    await expect(client.recordings(`RE${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ code: 20404 });
    const elsewhere = await fetch(`${desk.restUrl}/2010-04-01/Accounts/AC${'f'.repeat(32)}/Calls.json`, { headers: basic });
    expect(elsewhere.status).toBe(404);
    expect(await elsewhere.json()).toMatchObject({ code: 20404, status: 404 });
  });

  test('lists calls by parent and status, page by page', async () => {
    for (const identity of ['a', 'b', 'c']) desk.carrier.phones.register(identity, robotPhone());
    desk.answer('/voice', '<Dial answerOnBridge="true"><Client>a</Client><Client>b</Client><Client>c</Client></Dial>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(1000);
    expect(await client.calls.list({ parentCallSid: call.sid, status: 'ringing' })).toHaveLength(3);
    expect(await client.calls.list({ parentCallSid: call.sid, pageSize: 2 })).toHaveLength(3);
    expect(await client.calls.list({ parentCallSid: call.sid, status: 'completed' })).toEqual([]);
    expect(await client.calls.list({ to: lineNumber })).toMatchObject([{ sid: call.sid, status: 'ringing', direction: 'inbound', parentCallSid: null }]);
  });

  test('shows an ended call with its times', async () => {
    desk.answer('/voice', '<Say>Hello</Say><Pause length="7"/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(20000);
    const shown = await client.calls(call.sid).fetch();
    expect(shown).toMatchObject({ status: 'completed', duration: '7', from, to: lineNumber });
    expect(shown.startTime).toBeInstanceOf(Date);
    await expect(client.calls(call.sid).update({ status: 'completed' })).rejects.toMatchObject({ code: 21220 });
  });

  test('hangs up a call in the middle of a document', async () => {
    desk.answer('/voice', '<Say>Hello</Say><Pause length="60"/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(2000);
    await client.calls(call.sid).update({ status: 'completed' });
    await desk.pass(0);
    await call.ended;
    expect(desk.at('/status')[0]?.params.CallStatus).toBe('completed');
  });

  test('sends a talking caller elsewhere: the old action is asked in vain, then the new document runs', async () => {
    const wang = robotPhone((offer) => void offer.accept());
    desk.carrier.phones.register('wang', wang);
    desk.answer('/voice', '<Dial answerOnBridge="true" action="/after"><Client>wang</Client></Dial>');
    desk.answer('/after', '<Say>Never run</Say>');
    desk.answer('/new', '<Say>Moved</Say>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(2000);
    await client.calls(call.sid).update({ url: `${desk.url}/new`, method: 'POST' });
    await desk.pass(1000);
    expect(desk.received.map((one) => one.path)).toEqual(['/voice', '/after', '/new', '/status']);
    expect(wang.stops.map((one) => one.reason)).toEqual(['other-leg-hung-up']);
    expect(call.story.some((line) => line.en.includes('Never run'))).toBe(false);
    expect(call.story.some((line) => line.en.includes('Moved'))).toBe(true);
  });

  test('sends the agent’s leg elsewhere: the Dial ends without a duration, and the leg goes on alone', async () => {
    const wang = robotPhone((offer) => void offer.accept());
    desk.carrier.phones.register('wang', wang);
    desk.answer('/voice', '<Dial answerOnBridge="true" action="/after"><Client>wang</Client></Dial>');
    desk.answer('/after', '<Pause length="30"/>');
    desk.answer('/alone', '<Say>Please hold</Say><Pause length="3"/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(2000);
    const leg = wang.offers[0]?.legSid ?? '';
    await client.calls(leg).update({ url: `${desk.url}/alone` });
    await desk.pass(500);
    expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'completed', CallStatus: 'in-progress' });
    expect(desk.at('/after')[0]?.params).not.toHaveProperty('DialCallDuration');
    expect(desk.at('/alone')[0]?.params).toMatchObject({ CallSid: leg, ParentCallSid: call.sid });
    expect(wang.stops).toHaveLength(0);
    await desk.pass(10000);
    expect(wang.stops.map((one) => one.reason)).toEqual(['carrier-hung-up']);
    expect(call.status).toBe('in-progress');
  });

  test('changes a call to TwiML given inline, in which relative URLs have nothing to refer to', async () => {
    desk.answer('/voice', '<Say>Hello</Say><Pause length="60"/>');
    desk.answer('/fallback', '<Hangup/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(2000);
    await client.calls(call.sid).update({ twiml: '<Response><Gather action="/relative"/></Response>' });
    await desk.pass(100);
    expect(call.errors).toMatchObject([{ code: 11100 }]);
  });

  test('places calls: to a client, to a number that answers, and not with faults', async () => {
    const wang = robotPhone((offer) => void offer.accept());
    desk.carrier.phones.register('wang', wang);
    desk.answer('/out', '<Say>Calling</Say><Pause length="5"/>');
    const made = await client.calls.create({ to: 'client:wang', from: lineNumber, url: `${desk.url}/out`, statusCallback: `${desk.url}/leg`, statusCallbackEvent: ['answered', 'completed'] });
    expect(made).toMatchObject({ status: 'queued', direction: 'outbound-api' });
    await desk.pass(3000);
    expect(desk.at('/out')[0]?.params).toMatchObject({ CallSid: made.sid, CallStatus: 'in-progress', Direction: 'outbound-api' });
    await desk.pass(10000);
    expect(desk.at('/leg').map((one) => one.params.CallStatus)).toEqual(['in-progress', 'completed']);
    expect(desk.carrier.findCall(made.sid)?.status).toBe('completed');
    await expect(client.calls.create({ to: 'nobody', from: lineNumber, url: desk.url })).rejects.toMatchObject({ code: 21211 });
    await expect(client.calls.create({ to: '+85230000000', from: '+85239999999', url: desk.url })).rejects.toMatchObject({ code: 21210 });
    await expect(client.calls.create({ to: '+85230000000', from: lineNumber })).rejects.toMatchObject({ code: 21205 });
    const mainland = await client.calls.create({ to: '+8675512345678', from: lineNumber, url: `${desk.url}/out` });
    await desk.pass(2000);
    expect(await client.calls(mainland.sid).fetch()).toMatchObject({ status: 'failed' });
  });

  test('cancelled while still queued a call sends no callbacks at all', async () => {
    const made = await client.calls.create({ to: '+14155550123', from: lineNumber, twiml: '<Response/>', statusCallback: `${desk.url}/leg`, statusCallbackEvent: ['initiated', 'completed'] });
    await client.calls(made.sid).update({ status: 'canceled' });
    await desk.pass(5000);
    expect(desk.at('/leg')).toEqual([]);
  });

  test('gives a recording once it is processed, as a real WAV and an MP3, and deletes it', async () => {
    desk.answer('/voice', `<Record action="/done" recordingStatusCallback="${desk.url}/recorded"/>`);
    desk.answer('/done', '<Hangup/>');
    desk.carrier.placeCall({ from, to: lineNumber, script: { answer: () => ({ do: 'say', text: '请回电', speakMs: 4000, then: 'press-hash' }), talk: [] } });
    await desk.pass(5700);
    const sid = [...desk.carrier.recordings.keys()][0] ?? '';
    const media = (extension: string) => fetch(`${desk.restUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}${extension}`, { headers: basic });
    expect((await media('.wav')).status).toBe(404);
    await desk.pass(2000);
    expect(await client.recordings(sid).fetch()).toMatchObject({ status: 'completed', duration: '5', source: 'RecordVerb', channels: 1 });
    const wav = Buffer.from(await (await media('.wav')).arrayBuffer());
    expect(wavLengthMs(wav)).toBe(5000);
    expect(wav.some((byte, index) => index > 44 && byte !== 0)).toBe(true);
    const mp3 = await media('.mp3');
    expect(mp3.headers.get('content-type')).toBe('audio/mpeg');
    expect(Buffer.from(await mp3.arrayBuffer()).readUInt16BE(0)).toBe(0xfffb);
    expect((await fetch(`${desk.restUrl}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.wav`)).status).toBe(401);
    const rest = openCarrierRest({ accountSid, authToken, apiBaseUrl: desk.restUrl });
    await rest.deleteRecording(sid);
    await expect(rest.deleteRecording(sid)).resolves.toBeUndefined();
    await expect(openCarrierRest({ accountSid, authToken: 'wrong', apiBaseUrl: desk.restUrl }).deleteRecording(sid)).rejects.toMatchObject({ status: 401 });
    expect(await rest.recording(sid)).toBeNull();
    await expect(client.recordings(sid).fetch()).rejects.toMatchObject({ code: 20404 });
  });

  test('provisions a number: finds it, points it at the server, and a call goes there', async () => {
    desk.carrier.setNumber('+85230080123', {});
    const [found] = await client.incomingPhoneNumbers.list({ phoneNumber: '+85230080123' });
    await expect(client.incomingPhoneNumbers(found?.sid ?? '').update({ voiceFallbackUrl: `${desk.url}/fallback` })).rejects.toMatchObject({ code: 21405 });
    await expect(client.incomingPhoneNumbers(found?.sid ?? '').update({ voiceUrl: 'nowhere' })).rejects.toMatchObject({ code: 21502 });
    const url = `${desk.url}/voice#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx`;
    expect(await client.incomingPhoneNumbers(found?.sid ?? '').update({ voiceUrl: url, statusCallback: `${desk.url}/status` })).toMatchObject({ voiceUrl: url });
    desk.answer('/voice', '<Reject/>');
    desk.carrier.placeCall({ from, to: '+85230080123' });
    await desk.pass(100);
    expect(desk.at('/voice')).toHaveLength(1);
    expect(desk.at('/status')).toHaveLength(1);
  });

  test('sends messages and reports their delivery', async () => {
    const sent = await client.messages.create({ to: from, from: lineNumber, body: '【留言】刘敏 13800138001 紧急', statusCallback: `${desk.url}/sms` });
    expect(sent).toMatchObject({ status: 'queued', body: '【留言】刘敏 13800138001 紧急' });
    await desk.pass(3000);
    expect(desk.at('/sms').map((one) => [one.params.MessageStatus, one.signed])).toEqual([
      ['sent', true],
      ['delivered', true],
    ]);
    expect(desk.carrier.messages).toMatchObject([{ to: from }]);
    await expect(client.messages.create({ to: from, from: lineNumber, body: 'x'.repeat(1601) })).rejects.toMatchObject({ code: 21617 });
  });
});
