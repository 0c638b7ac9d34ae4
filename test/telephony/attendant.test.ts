import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Slip } from '../../server/contract/slip.ts';
import { alwaysClosed, anIncomingCall, attributes, harbour, openHouse, verbs } from '../support/house.ts';
import type { Console, House, Params } from '../support/house.ts';

let house: House;
let desk: Console;
beforeEach(async () => {
  house = await openHouse();
  desk = await house.signIn('supervisor');
});
afterEach(() => house.close());

/** The caller's side of a conversation: each answer goes to where the last document asked. */
async function conversation(over: Params = {}): Promise<{ call: ReturnType<typeof anIncomingCall>; heard: string[]; answer: (given: Params) => Promise<string>; asked: () => string }> {
  const call = anIncomingCall({ To: alwaysClosed, ...over });
  const heard = [(await house.post('/twilio/voice', call)).xml];
  const asked = (): string => [...attributes(heard.at(-1) ?? '', 'Gather', 'action'), ...attributes(heard.at(-1) ?? '', 'Record', 'action')][0] ?? '';
  return {
    call,
    heard,
    asked,
    async answer(given) {
      const { xml } = await house.post(asked(), { ...call, CallStatus: 'in-progress', ...given });
      heard.push(xml);
      return xml;
    },
  };
}

async function slipOf(callSid: string): Promise<Slip | undefined> {
  await house.app.settled();
  const { items } = (await (await desk.fetch(`/api/slips?callId=${callSid}`)).json()) as { items: Slip[] };
  return items[0];
}

describe('the attendant', () => {
  test('takes a whole message for 张伟, who is away: says when he is back, reads back, thanks, waits ten seconds, and the slip is complete', async () => {
    const { call, heard, answer, asked } = await conversation();
    expect(asked()).toMatch(/\/attendant\/recipient#/);
    await answer({ Digits: '8012', FinishedOnKey: '#' });
    expect(heard.at(-1)).toMatch(/张伟现在不在,明天上午9点回来/);
    expect(asked()).toMatch(/\/attendant\/caller#/);
    await answer({ SpeechResult: '我姓李 三栋一五零二的', Confidence: '0.9' });
    expect(heard.at(-1)).toMatch(/1 3 5, 1 0 9 0, 2 7 1 6/);
    expect(asked()).toMatch(/\/attendant\/number#/);
    await answer({ Digits: '1' });
    expect(verbs(heard.at(-1) ?? '')).toEqual(['Say', 'Record', 'Redirect']);
    expect(attributes(heard.at(-1) ?? '', 'Record', 'maxLength')).toEqual(['120']);
    expect(asked()).toMatch(/\/attendant\/message#/);
    await answer({ RecordingSid: `RE${'a'.repeat(32)}`, RecordingDuration: '12', RecordingUrl: 'http://elsewhere.example/stolen', Digits: '#' });
    expect(heard.at(-1)).toMatch(/我重复一下:留言给张伟,来电人李/);
    expect(asked()).toMatch(/\/attendant\/confirm#/);
    await answer({ Digits: '1' });
    expect(heard.at(-1)).toMatch(/谢谢您的来电,再见/);
    expect(verbs(heard.at(-1) ?? '')).toEqual(['Say', 'Pause', 'Hangup']);
    expect(attributes(heard.at(-1) ?? '', 'Pause', 'length')).toEqual(['10']);
    await house.post('/twilio/status', { ...call, CallStatus: 'completed', CallDuration: '80' });
    expect(await slipOf(call.CallSid)).toMatchObject({
      state: 'taken',
      recipient: '张伟',
      callerName: '李 三栋一五零二的',
      callerNumber: '+8613510902716',
      callerCity: expect.stringContaining('深圳') as unknown as string,
      recordingUrl: `/api/recordings/RE${'a'.repeat(32)}`,
      actionsRequested: ['call-back'],
      recordedBy: '自动接听',
      readBack: true,
      missing: [],
      sources: { recipient: 'directory', callerNumber: 'carrier', callerCity: 'numbering-plan', callerName: 'speech', actionsRequested: 'keypad', calledAt: 'clock' },
    });
    const card = (await (await desk.fetch(`/api/calls/${call.CallSid}`)).json()) as Record<string, unknown>;
    expect(card).toMatchObject({ state: 'ended', outcome: 'attendant-message', hungUpBy: 'caller', opener: { order: 'ok' } });
  });

  test('every document begins with a Say outside Gather and goes on when the caller is silent', async () => {
    const { heard, answer } = await conversation();
    for (const given of [{ SpeechResult: '找张伟' }, { SpeechResult: '王芳' }, {}, { Digits: '13800138000' }]) await answer(given);
    for (const [place, xml] of heard.entries()) {
      expect(verbs(xml)[0]).toBe(place === 0 ? 'Pause' : 'Say');
      if (xml.includes('<Gather')) expect(verbs(xml).at(-1)).toBe('Redirect');
    }
  });

  test('[L1] hangs up in the middle: what was said is a slip at once, and says what is missing', async () => {
    const { call, answer } = await conversation();
    await answer({ SpeechResult: '我家厨房漏水了水已经流到客厅' });
    expect(await slipOf(call.CallSid)).toMatchObject({ state: 'draft', message: '我家厨房漏水了水已经流到客厅', recipient: '阳光花园管理处前台' });
    await house.post('/twilio/status', { ...call, CallStatus: 'completed', CallDuration: '20' });
    expect(await slipOf(call.CallSid)).toMatchObject({ state: 'taken', readBack: false, missing: ['caller', 'actions'] });
  });

  test('[L1] hangs up during the recording: the action still comes with Digits=hangup, the recording is the message', async () => {
    const { call, answer } = await conversation();
    for (const given of [{ SpeechResult: '找张伟' }, { SpeechResult: '李' }, { Digits: '1' }]) await answer(given);
    const xml = await answer({ CallStatus: 'completed', Digits: 'hangup', RecordingSid: `RE${'b'.repeat(32)}`, RecordingDuration: '4' });
    expect(verbs(xml)).toEqual([]);
    expect(await slipOf(call.CallSid)).toMatchObject({ state: 'taken', recipient: '张伟', recordingUrl: `/api/recordings/RE${'b'.repeat(32)}` });
  });

  test('[O2][L3] says nothing at all: asked twice for the person, then for the message, goodbye, no slip', async () => {
    const { call, answer, asked } = await conversation();
    await answer({});
    expect(asked()).toMatch(/\/attendant\/recipient#/);
    await answer({});
    expect(asked()).toMatch(/\/attendant\/message#/);
    const xml = await answer({ RecordingSid: `RE${'c'.repeat(32)}`, RecordingDuration: '0' });
    expect(verbs(xml)).toEqual(['Say', 'Pause', 'Hangup']);
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    expect(await slipOf(call.CallSid)).toBeUndefined();
    expect(await (await desk.fetch(`/api/calls/${call.CallSid}`)).json()).toMatchObject({ outcome: 'attendant-no-message' });
  });

  test('another number is keyed: kept as E.164 with its own city', async () => {
    const { call, answer } = await conversation();
    await answer({ SpeechResult: '找张伟' });
    await answer({ SpeechResult: '陈国强' });
    await answer({ Digits: '02085550123' });
    expect(await slipOf(call.CallSid)).toMatchObject({ callerNumber: '+862085550123', callerCity: expect.stringContaining('广州') as unknown as string, sources: { callerNumber: 'keypad' } });
  });

  test('a withheld number is asked for, and its lack is missing, never guessed', async () => {
    const { call, heard, answer } = await conversation({ From: 'anonymous', Caller: 'anonymous' });
    await answer({ SpeechResult: '找张伟' });
    await answer({ SpeechResult: '王先生' });
    expect(heard.at(-1)).toMatch(/请按您的电话号码/);
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    expect(await slipOf(call.CallSid)).toMatchObject({ callerNumber: '', missing: ['number', 'city', 'message', 'actions'] });
  });

  test('would not say his name: declined, not a name, and not missing', async () => {
    const { call, heard, answer } = await conversation();
    await answer({ SpeechResult: '找张伟' });
    await answer({ SpeechResult: '我不方便说' });
    expect(heard.at(-1)).toMatch(/您的电话是/);
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    expect(await slipOf(call.CallSid)).toMatchObject({ callerName: '', declined: ['caller'], missing: ['message', 'actions'] });
  });

  test('a number that the caller denies is asked for, and is not on the slip', async () => {
    const { call, heard, answer } = await conversation();
    await answer({ SpeechResult: '找张伟' });
    await answer({ SpeechResult: '我姓李' });
    await answer({ SpeechResult: '不对不是这个号码' });
    expect(heard.at(-1)).toMatch(/请按您的电话号码/);
    await answer({});
    await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
    expect(await slipOf(call.CallSid)).toMatchObject({ callerNumber: '', missing: ['number', 'city', 'message', 'actions'] });
  });

  test('an English voice is given no Chinese characters', async () => {
    const { heard, answer } = await conversation();
    await answer({ Digits: '2' });
    await answer({ SpeechResult: 'I want to speak to Mr. Zhang Wei' });
    const english = [...(heard.at(-1) ?? '').matchAll(/<Say language="en-US"[^>]*>([^<]*)</g)].map((match) => match[1] ?? '').join(' ');
    expect(english).toMatch(/Zhang Wei is away and will be back .+\. I will take a message\. To leave it for the deputy, Liu Yang, press 2\. May I have your name/);
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  test('speaks English from the start in Harbour View, Cantonese on key 2, and reads the slip in that language', async () => {
    const { heard, answer } = await conversation({ To: harbour, From: '+85291234567', Caller: '+85291234567' });
    expect(attributes(heard[0] ?? '', 'Gather', 'language')).toEqual(['en-US']);
    await answer({ Digits: '2' });
    expect(attributes(heard.at(-1) ?? '', 'Say', 'language')).toEqual(['yue-HK']);
    expect(attributes(heard.at(-1) ?? '', 'Gather', 'language')).toEqual(['yue-Hant-HK']);
    expect(heard.at(-1)).toMatch(/請講您搵邊位/);
  });

  test('[C2] a repeated answer gets the same document and writes nothing twice', async () => {
    const { call, heard, asked } = await conversation();
    const action = asked();
    const first = await house.post(action, { ...call, CallStatus: 'in-progress', SpeechResult: '找张伟' });
    const second = await house.post(action, { ...call, CallStatus: 'in-progress', SpeechResult: '找张伟' });
    expect(second.xml).toBe(first.xml);
    expect(heard).toHaveLength(1);
    expect(await slipOf(call.CallSid)).toMatchObject({ version: 1 });
  });

  test('what a caller says is never spoken back unescaped or at length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 4000 }), fc.constantFrom('<Say>x</Say><Hangup/>', ']]><Dial>+1</Dial>', '&amp;&#x0;', 'A'.repeat(4000))), async (name) => {
        const { answer } = await conversation();
        await answer({ SpeechResult: '找张伟' });
        await answer({ SpeechResult: name });
        await answer({ Digits: '1' });
        const xml = await answer({ RecordingSid: `RE${'d'.repeat(32)}`, RecordingDuration: '5' });
        const said = /来电人([^,。]*)/.exec(xml)?.[1] ?? '';
        expect(said.length).toBeLessThanOrEqual(20);
        expect(verbs(xml).filter((verb) => !['Say', 'Gather', 'Redirect', 'Record'].includes(verb))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
