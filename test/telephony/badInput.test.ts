import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import twilio from 'twilio';
import { aLegCallback, anIncomingCall, authToken, legSidOf, openHouse, sunshine, verbs } from '../support/house.ts';
import type { House, Params } from '../support/house.ts';
import recorded from './data/webhooks.json';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A document that the carrier can run: well-formed, and somebody speaks or rings in it unless the caller is gone. */
function expectDocument({ status, xml }: { status: number; xml: string }): void {
  expect(status).toBe(200);
  expect(XMLValidator.validate(xml)).toBe(true);
}

const samples = recorded as unknown as { name: string; kind: string; method: string; params: Params }[];

describe('requests that the carrier really sent', () => {
  test.each(samples.filter(({ kind }) => kind === 'voice-request'))('$name to the voice webhook: the caller hears an answer', async ({ params }) => {
    const reply = await house.post('/twilio/voice', params);
    expectDocument(reply);
    expect(verbs(reply.xml).some((verb) => verb === 'Say' || verb === 'Dial')).toBe(true);
    expectDocument(await house.post('/twilio/voice/fallback', { ...params, ErrorCode: '11200', ErrorUrl: 'http://x/' }));
  });

  test.each(samples.filter(({ kind }) => kind === 'status-callback'))('$name to the status webhooks: taken without complaint', async ({ params }) => {
    expect((await house.post('/twilio/status', params)).status).toBe(204);
    expect((await house.post('/twilio/round/0/leg', params)).status).toBe(204);
  });

  test.each(samples.filter(({ kind }) => kind === 'dial-action'))('$name as a Dial action: a document, whether the call is known or not', async ({ params }) => {
    expectDocument(await house.post('/twilio/round/0/ended', params));
  });

  test.each(samples.filter(({ kind }) => kind === 'gather-action'))('$name as an attendant’s turn: the conversation goes on', async ({ params }) => {
    const reply = await house.post('/twilio/turn/1/attendant/recipient', params);
    expectDocument(reply);
    expect(verbs(reply.xml)[0]).toBe('Say');
  });

  test.each(samples.filter(({ kind }) => kind === 'recording-status' || kind === 'transcription'))('$name to the recording webhook: taken without complaint', async ({ params }) => {
    expect((await house.post('/twilio/recording', params)).status).toBe(204);
  });

  test.each(samples)('$name as a GET with everything in the query: signed over the query alone, answered', async ({ params }) => {
    const target = `/twilio/voice?${new URLSearchParams(params).toString()}`;
    const publicUrl = `http://localhost:${new URL(house.url).port}`;
    const response = await fetch(house.url + target, { headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, publicUrl + target, {}) } });
    expectDocument({ status: response.status, xml: await response.text() });
  });
});

describe('signed but odd', () => {
  test.each<[string, Params]>([
    ['no CallSid', { CallSid: '' }],
    ['a CallSid of another form', { CallSid: 'CA123' }],
    ['a CallSid that is no id at all', { CallSid: '../../etc/passwd' }],
    ['no To', { To: '', Called: '' }],
    ['no From', { From: '', Caller: '' }],
    ['withheld', { From: 'anonymous' }],
    ['Anonymous', { From: 'Anonymous' }],
    ['withheld as digits', { From: '+266696687' }],
    ['SIP-shaped both ways', { From: 'sip:+8613510902716@trunk.example;user=phone', To: `sip:${sunshine}@office.sip.twilio.com` }],
    ['a SIP caller without a number', { From: 'sip:reception@192.0.2.7' }],
    ['an unknown status', { CallStatus: 'dreaming' }],
    ['4 KB of odd Unicode', { From: '\u202E\u0000👩‍👩‍👧\uFEFF'.repeat(400), CallerName: '﷽'.repeat(1300) }],
    ['parameters called like members of every object', { constructor: '1', toString: '1', __proto__x: '1', hasOwnProperty: '', valueOf: '1' }],
    ['unknown parameters', { Zodiac: 'ox', 'SipHeader_X-Weird': '<b>', '': 'nameless' }],
  ])('%s: the caller still gets a correct answer', async (_name, over) => {
    const reply = await house.post('/twilio/voice', anIncomingCall(over));
    expectDocument(reply);
    expect(verbs(reply.xml)).toContain('Say');
  });

  test('a SIP-shaped To finds its line all the same', async () => {
    const { xml } = await house.post('/twilio/voice', anIncomingCall({ To: `sip:${sunshine}@office.sip.twilio.com` }));
    expect(xml).toMatch(/阳光花园管理处/);
  });

  test('any parameters whatever: never an error, always a document', async () => {
    const names = ['CallSid', 'From', 'To', 'CallStatus', 'Digits', 'SpeechResult', 'DialCallStatus', 'DialCallSid', 'DialBridged', 'RecordingSid', 'RecordingDuration', 'ParentCallSid', 'Direction', 'ErrorCode', 'x'];
    const targets = ['/twilio/voice', '/twilio/voice/fallback', '/twilio/client', '/twilio/round/0/ended', '/twilio/turn/1/attendant/recipient', '/twilio/turn/2/attendant/number', '/twilio/turn/9/attendant/message', '/twilio/turn/3/attendant/confirm', '/twilio/outgoing/ended'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...targets), fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('CA' + 'a'.repeat(32), 'completed', 'in-progress', '8012', '1', 'true', sunshine))), async (target, params) => {
        expectDocument(await house.post(target, params));
      }),
      { numRuns: 150 },
    );
  });

  test('a path that is not ours among the webhooks still gives the caller the attendant', async () => {
    const reply = await house.post('/twilio/turn/zwei/attendant/recipient', anIncomingCall());
    expectDocument(reply);
    expect(reply.xml).toMatch(/您好/);
  });

  test('a leg callback of a call that nobody knows is taken and changes nothing', async () => {
    expect((await house.post('/twilio/round/0/leg', aLegCallback(anIncomingCall(), 'agent', 'in-progress', legSidOf('stray')))).status).toBe(204);
  });
});

describe('unsigned', () => {
  test.each(['/twilio/voice', '/twilio/voice/fallback', '/twilio/status', '/twilio/client', '/twilio/round/0/ended', '/twilio/turn/1/attendant/recipient', '/twilio/recording'])('%s: 403, nothing stored, counted', async (target) => {
    const call = anIncomingCall();
    const before = /three_rings_webhook_seconds_count\{[^}]*result="refused"[^}]*\} \d+/g;
    for (const signature of ['', 'bm9uc2Vuc2U=', '🙈']) {
      const response = await fetch(house.url + target, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...(signature === '' ? {} : { 'x-twilio-signature': encodeURIComponent(signature) }) }, body: new URLSearchParams(call).toString() });
      expect(response.status).toBe(403);
    }
    const supervisor = await house.signIn('supervisor');
    expect((await supervisor.fetch(`/api/calls/${call.CallSid}`)).status).toBe(404);
    expect((await (await fetch(`${house.url}/metrics`)).text()).match(before)?.length).toBeGreaterThan(0);
    supervisor.socket.disconnect();
  });

  test('Host and X-Forwarded-* do not move the address that the signature is checked against', async () => {
    const reply = await house.post('/twilio/voice', anIncomingCall(), { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' });
    expect(reply.status).toBe(200);
  });

  test('a body beyond all bounds is refused with 413 before it is read', async () => {
    const response = await fetch(`${house.url}/twilio/voice`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `From=${'x'.repeat(400_000)}` });
    expect(response.status).toBe(413);
  });
});

describe('our own fault', () => {
  test('a handler that throws: the caller hears the attendant, the same moment', async () => {
    const broken = house.app.directory;
    const real = broken.lineByNumber.bind(broken);
    broken.lineByNumber = () => {
      throw new Error('broken on purpose');
    };
    try {
      const reply = await house.post('/twilio/voice', anIncomingCall());
      expectDocument(reply);
      expect(verbs(reply.xml)).toEqual(['Say', 'Record', 'Say']);
      expect(reply.xml).toMatch(/您好,物业服务热线,请问有什么可以帮您/);
    } finally {
      broken.lineByNumber = real;
    }
  });

  test('the fallback takes over a call that rings, and goes on with one that is attended where it was', async () => {
    const call = anIncomingCall();
    const attended = await house.post('/twilio/voice/fallback', { ...call, ErrorCode: '11205', ErrorUrl: 'http://localhost/twilio/voice' });
    expect(verbs(attended.xml)[0]).toBe('Say');
    expect(attended.xml).toMatch(/您好,阳光花园管理处,请问有什么可以帮您/);
    await house.post('/twilio/turn/1/attendant/recipient', { ...call, CallStatus: 'in-progress', SpeechResult: '找张伟' });
    const resumed = await house.post('/twilio/voice/fallback', { ...call, CallStatus: 'in-progress', ErrorCode: '11200', ErrorUrl: 'http://localhost/x' });
    expect(resumed.xml).toMatch(/请问您贵姓/);
  });
});
