import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { restClient } from './support/restClient.ts';
import { robotPhone } from './support/robot.ts';

const recorded = JSON.parse(readFileSync(`${__dirname}/data/recordedParameterNames.json`, 'utf8')) as Record<string, string[]>;
const names = (name: string, without: string[] = []) => (recorded[name] ?? []).filter((one) => !without.includes(one)).sort();
const usLine = '+12125550100';

describe('the parameters of a request', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    desk.carrier.setNumber(usLine, { voiceUrl: `${desk.url}/voice`, statusCallback: `${desk.url}/status` });
  });
  afterEach(() => desk.close());

  test('are those of a recorded first voice request from the USA', async () => {
    desk.answer('/voice', '<Reject/>');
    desk.carrier.placeCall({ from: '+14155550123', to: usLine });
    await desk.pass(100);
    expect(Object.keys(desk.at('/voice')[0]?.params ?? {}).sort()).toEqual(names('inbound-ringing-us-stir-a'));
    expect(desk.at('/voice')[0]?.params).toMatchObject({ FromCity: 'SAN FRANCISCO', StirVerstat: 'TN-Validation-Passed-A', Caller: '+14155550123' });
    expect(Object.keys(desk.at('/status')[0]?.params ?? {}).sort()).toEqual(names('inbound-completed-with-callername', ['CallerName']));
  });

  test('from China say the country with empty cities and have no StirVerstat', async () => {
    desk.answer('/voice', '<Reject/>');
    desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/voice')[0]?.params).toMatchObject({ FromCountry: 'CN', FromCity: '', FromState: '', ToCountry: 'CN' });
    expect(desk.at('/voice')[0]?.params).not.toHaveProperty('StirVerstat');
  });

  test('of a withheld number carry the word and no geography of the caller', async () => {
    desk.answer('/voice', '<Reject/>');
    desk.carrier.placeCall({ from: 'anonymous', to: lineNumber });
    await desk.pass(100);
    expect(desk.at('/voice')[0]?.params).toMatchObject({ From: 'anonymous', Caller: 'anonymous' });
    expect(desk.at('/voice')[0]?.params).not.toHaveProperty('FromCountry');
  });

  test('of a call over SIP carry its fields, with dashes in the names, and what a test adds', async () => {
    desk.answer('/voice', '<Reject/>');
    const call = desk.carrier.placeCall({
      from: 'sip:+8613800138001@carrier.example',
      to: lineNumber,
      sip: { domain: 'office.sip.example', headers: { 'X-Correlation-Id': '7f' } },
      extraParams: { ForwardedFrom: '+8675586009999', Odd: '奇怪 \u{1f600}' },
    });
    await desk.pass(100);
    expect(desk.at('/voice')[0]).toMatchObject({
      signed: true,
      params: { SipDomain: 'office.sip.example', 'SipHeader_X-Correlation-Id': '7f', From: 'sip:+8613800138001@carrier.example', ForwardedFrom: '+8675586009999', Odd: '奇怪 \u{1f600}', CallSid: call.sid },
    });
  });

  test('of a child leg are those recorded, without geography', async () => {
    desk.carrier.phones.register('wang', robotPhone((offer) => void offer.accept()));
    desk.answer('/voice', `<Dial answerOnBridge="true"><Client statusCallback="${desk.url}/leg" statusCallbackEvent="answered">wang</Client></Dial>`);
    desk.carrier.placeCall({ from: '+14155550123', to: usLine });
    await desk.pass(2000);
    expect(Object.keys(desk.at('/leg')[0]?.params ?? {}).sort()).toEqual(names('child-leg-in-progress-forwarded', ['CalledVia', 'ForwardedFrom']));
    expect(desk.at('/leg')[0]?.params).toMatchObject({ SequenceNumber: '0', CallbackSource: 'call-progress-events', CallStatus: 'in-progress' });
    expect(desk.at('/leg')[0]?.params.Timestamp).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
  });

  test('of an outgoing call are those recorded, to a client without its geography', async () => {
    const client = restClient(desk.restUrl);
    const events = { statusCallback: `${desk.url}/leg`, statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'] };
    await client.calls.create({ to: '+14155550123', from: usLine, twiml: '<Response><Say>Hi</Say></Response>', ...events });
    await desk.pass(10000);
    expect(desk.at('/leg').map((one) => one.params.CallStatus)).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    expect(Object.keys(desk.at('/leg')[0]?.params ?? {}).sort()).toEqual(names('outbound-api-initiated'));
    expect(Object.keys(desk.at('/leg')[3]?.params ?? {}).sort()).toEqual(names('outbound-api-completed-sip200'));
    desk.received.length = 0;
    desk.carrier.phones.register('b888', robotPhone());
    await client.calls.create({ to: 'client:b888', from: usLine, twiml: '<Response/>', timeout: 10, statusCallback: `${desk.url}/leg` });
    await desk.pass(15000);
    expect(Object.keys(desk.at('/leg')[0]?.params ?? {}).sort()).toEqual(names('outbound-api-no-answer-to-client-487'));
    expect(desk.at('/leg')[0]?.params).toMatchObject({ CallStatus: 'no-answer', SipResponseCode: '487' });
  });

  test('of recordings are those recorded', async () => {
    desk.carrier.phones.register('wang', robotPhone((offer) => void offer.accept()));
    desk.answer('/voice', `<Dial record="record-from-answer-dual" recordingStatusCallback="${desk.url}/recording" timeLimit="5"><Client>wang</Client></Dial><Record action="/done" recordingStatusCallback="${desk.url}/recorded"/>`);
    desk.answer('/done', '<Hangup/>');
    desk.carrier.placeCall({ from: '+14155550123', to: usLine });
    await desk.pass(30000);
    expect(Object.keys(desk.at('/recording')[0]?.params ?? {}).sort()).toEqual(names('recording-status-dialverb-dual'));
    expect(desk.at('/recording')[0]?.params).toMatchObject({ RecordingChannels: '2', RecordingDuration: '5', RecordingSource: 'DialVerb' });
    expect(Object.keys(desk.at('/recorded')[0]?.params ?? {}).sort()).toEqual(names('recording-status-recordverb-2021'));
  });
});
