import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { seededRandom } from '../../server/practice/random.ts';
import { formatStoryLine } from '../../server/practice/story.ts';
import type { StoryLine } from '../../server/practice/story.ts';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { robotPhone } from './support/robot.ts';

const from = '+8613800138001';

describe('the practice carrier', () => {
  let desk: Desk;
  const lines: StoryLine[] = [];
  beforeEach(async () => {
    lines.length = 0;
    desk = await openDesk({ speed: 10, onStory: (line) => lines.push(line) });
  });
  afterEach(() => desk.close());

  test('runs its own times faster by the speed, and tells them as lived', async () => {
    desk.carrier.phones.register('wang', robotPhone());
    desk.answer('/voice', '<Dial answerOnBridge="true" timeout="9" action="/after"><Client>wang</Client></Dial>');
    desk.answer('/after', '<Say language="zh-CN">您好</Say><Pause length="20"/>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(1390);
    expect(call.status).toBe('ringing');
    await desk.pass(20);
    expect(call).toMatchObject({ status: 'in-progress', answeredInRing: 3 });
    await desk.pass(3000);
    expect(desk.at('/status')[0]?.params.CallDuration).toBe('20');
    expect(lines.map((line) => formatStoryLine(line))).toEqual([
      '0:00 第1声 来电 +8613800138001 → +8675586001234（一声 5 秒）',
      '0:00 第1声 振铃：wang',
      '0:14 第3声 振铃超时，无人接听',
      '0:14 接通：自动应答',
      '0:14 听到：您好',
      '0:34 运营商挂断（文档执行完毕）',
    ]);
    expect(formatStoryLine(lines[1] ?? lines[0]!, 'en')).toBe('0:00 ring 1 rings: wang');
  });

  test('with the same seed makes the same calls', async () => {
    const other = await openDesk({ random: seededRandom(7) });
    desk.answer('/voice', '<Reject/>');
    other.answer('/voice', '<Reject/>');
    expect(other.carrier.placeCall({ from, to: lineNumber }).sid).toBe(desk.carrier.placeCall({ from, to: lineNumber }).sid);
    await other.close();
  });

  test('points a number at the server’s own paths where nothing else is said', async () => {
    desk.carrier.setNumber('+8675586001235');
    desk.answer('/twilio/voice', '<Reject/>');
    desk.carrier.placeCall({ from, to: '+8675586001235' });
    await desk.pass(100);
    expect(desk.received.map((one) => one.path)).toEqual(['/twilio/voice', '/twilio/status']);
  });

  test('refuses a call to a number that points nowhere, and an address that is none', () => {
    expect(() => desk.carrier.placeCall({ from, to: '+14155550199' })).toThrow('setNumber');
    expect(() => desk.carrier.setNumber(lineNumber, { voiceUrl: 'not a url' })).toThrow('not a url');
  });

  test('keeps every request as data, with its answer', async () => {
    desk.answer('/voice', '<Say>Hello</Say>');
    const call = desk.carrier.placeCall({ from, to: lineNumber });
    await desk.pass(5000);
    expect(desk.carrier.requests).toMatchObject([
      { kind: 'voice', callSid: call.sid, method: 'POST', url: `${desk.url}/voice`, status: 200, failure: null, attempt: 0, body: expect.stringContaining('<Say>Hello</Say>'), params: { CallStatus: 'ringing' } },
      { kind: 'call-status', status: 204, params: { CallStatus: 'completed' } },
    ]);
    expect(desk.carrier.findCall(call.sid)?.status).toBe('completed');
    expect(desk.carrier.findCall('CA0')).toBeUndefined();
  });

  test('closed in the middle of everything sends nothing more and leaves no timer', async () => {
    const wang = robotPhone();
    desk.carrier.phones.register('wang', wang);
    desk.answer('/hang', { hang: true });
    desk.answer('/voice', (one) => (one.params.From === from ? '<Dial answerOnBridge="true" action="/after"><Client statusCallback="/leg">wang</Client></Dial>' : '<Record action="/after"/>'));
    const ringing = desk.carrier.placeCall({ from, to: lineNumber });
    const recording = desk.carrier.placeCall({ from: 'anonymous', to: lineNumber });
    await desk.pass(500);
    desk.carrier.setNumber(lineNumber, { voiceUrl: `${desk.url}/hang` });
    const waiting = desk.carrier.placeCall({ from, to: lineNumber });
    while (desk.at('/hang').length === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    const sent = desk.carrier.requests.length;
    await desk.carrier.close();
    await Promise.all([ringing.ended, recording.ended, waiting.ended]);
    expect(desk.carrier.requests).toHaveLength(sent);
    expect(desk.clock.pending).toBe(0);
    expect(wang.stops.map((one) => one.reason)).toEqual(['carrier-closed']);
    await desk.carrier.close();
  });

  test('carries many calls at once, each to its own end', async () => {
    for (const identity of ['wang', 'li', 'zhao']) desk.carrier.phones.register(identity, robotPhone((offer) => void offer.accept()));
    desk.answer('/voice', '<Dial answerOnBridge="true" timeout="9" action="/after"><Client>wang</Client><Client>li</Client><Client>zhao</Client></Dial>');
    desk.answer('/after', '<Say language="zh-CN">您好</Say>');
    const calls = Array.from({ length: 50 }, (_, index) => desk.carrier.placeCall({ from: `+861380013${8000 + index}`, to: lineNumber, script: { answer: () => ({ do: 'nothing' }), talk: [{ text: '喂' }] } }));
    await desk.pass(60_000);
    await Promise.all(calls.map((call) => call.ended));
    expect(calls.every((call) => call.answeredInRing !== null && call.answeredInRing <= 3 && call.errors.length === 0)).toBe(true);
    expect(desk.at('/status')).toHaveLength(50);
  });
});
