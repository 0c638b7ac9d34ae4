import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PracticeCall, Script } from '../../server/practice/carrier.ts';
import { wavOf } from '../../server/practice/wav.ts';
import type { Desk } from './support/desk.ts';
import { lineNumber, openDesk } from './support/desk.ts';
import { robotPhone } from './support/robot.ts';

describe('the carrier runs', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const call = (document: string, script?: Script): PracticeCall => {
    desk.answer('/voice', document);
    return desk.carrier.placeCall({ from: '+8613800138001', to: lineNumber, ...(script ? { script } : {}) });
  };
  const keys = (digits: string, thinkMs = 800): Script => ({ answer: () => ({ do: 'key', digits, thinkMs }), talk: [] });
  const words = (text: string, thinkMs = 800): Script => ({ answer: () => ({ do: 'say', text, thinkMs, speakMs: 2000 }), talk: [] });
  const nothing: Script = { answer: () => ({ do: 'nothing' }), talk: [] };

  describe('first verbs that answer, and those that do not', () => {
    test.each([
      ['a Say', '<Say>Hello</Say>', 'completed'],
      ['an empty Say', '<Say></Say>', 'no-answer'],
      ['a Pause and nothing after it', '<Pause length="3"/>', 'no-answer'],
      ['a Pause and then a Say', '<Pause length="3"/><Say>Hello</Say>', 'completed'],
      ['a Hangup', '<Hangup/>', 'no-answer'],
      ['a Reject', '<Reject/>', 'no-answer'],
      ['a Reject as busy', '<Reject reason="busy"/>', 'busy'],
      ['nothing at all', '', 'no-answer'],
    ])('%s', async (_name, document, status) => {
      const placed = call(document);
      await desk.pass(10000);
      await placed.ended;
      expect(placed.status).toBe(status);
      expect(desk.at('/status')[0]?.params.CallStatus).toBe(status);
    });

    test('a Pause lets the line ring: the caller is answered after it', async () => {
      const placed = call('<Pause length="5"/><Say language="zh-CN">您好</Say>');
      await desk.pass(4999);
      expect(placed.status).toBe('ringing');
      await desk.pass(2);
      expect(placed).toMatchObject({ status: 'in-progress', answeredInRing: 2 });
    });

    test('a Dial without answerOnBridge, at once; with it, not before somebody is there', async () => {
      const at = call('<Dial><Client>wang</Client></Dial>');
      await desk.pass(10);
      expect(at.status).toBe('in-progress');
      const held = call('<Dial answerOnBridge="true"><Client>wang</Client></Dial>');
      await desk.pass(10);
      expect(held.status).toBe('ringing');
    });

    test('a Dial with answerOnBridge after another verb answers at once, and that is noted on the call', async () => {
      desk.carrier.phones.register('wang', robotPhone());
      const placed = call('<Pause/><Dial answerOnBridge="true"><Client>wang</Client></Dial>');
      await desk.pass(2000);
      expect(placed.status).toBe('in-progress');
      expect(placed.errors).toMatchObject([{ fatal: false, message: expect.stringContaining('not the first verb') }]);
    });
  });

  describe('Gather', () => {
    const gather = (more: string, prompt = '<Say>Number please</Say>') => `<Gather action="/got"${more}>${prompt}</Gather><Say>Nothing came</Say>`;

    test('takes keys until finishOnKey, which is not among the digits', async () => {
      call(gather(''), keys('8012#'));
      await desk.pass(15000);
      expect(desk.at('/got')[0]?.params).toMatchObject({ Digits: '8012', FinishedOnKey: '#', msg: 'Gather End', CallStatus: 'in-progress' });
    });

    test('takes as many keys as numDigits', async () => {
      call(gather(' numDigits="2"'), keys('8012'));
      await desk.pass(15000);
      expect(desk.at('/got')[0]?.params).toMatchObject({ Digits: '80', FinishedOnKey: '' });
    });

    test('with an empty finishOnKey takes # as a digit, and ends by its timeout', async () => {
      call(gather(' finishOnKey="" timeout="2"'), keys('12#'));
      await desk.pass(15000);
      expect(desk.at('/got')[0]?.params).toMatchObject({ Digits: '12#', FinishedOnKey: '' });
    });

    test('falls to the next verb without input, the timeout counted from the end of the prompts', async () => {
      const placed = call(gather(' timeout="3"', '<Pause length="4"/>'), nothing);
      await desk.pass(6900);
      expect(placed.story.at(-1)?.en).not.toBe('hears: Nothing came');
      await desk.pass(200);
      expect(placed.story.at(-1)?.en).toBe('hears: Nothing came');
      expect(desk.at('/got')).toHaveLength(0);
    });

    test('asks its action without input where actionOnEmptyResult says so', async () => {
      call(gather(' timeout="1" actionOnEmptyResult="true" input="dtmf speech"'), nothing);
      await desk.pass(10000);
      expect(desk.at('/got')[0]?.params).toMatchObject({ Digits: '', SpeechResult: '' });
    });

    test('hears speech, its end after speechTimeout, with a confidence', async () => {
      call(gather(' input="speech" speechTimeout="2" language="cmn-Hans-CN"', ''), words('找张伟'));
      await desk.pass(4700);
      expect(desk.at('/got')).toHaveLength(0);
      await desk.pass(200);
      expect(desk.at('/got')[0]?.params).toMatchObject({ SpeechResult: '找张伟', Confidence: '0.9' });
      expect(desk.at('/got')[0]?.params).not.toHaveProperty('Digits');
    });

    test('does not hear speech where it takes keys only, nor keys where it takes speech only', async () => {
      call(gather(' timeout="4"'), words('你好'));
      await desk.pass(20000);
      call(gather(' input="speech" timeout="4"'), keys('1#'));
      await desk.pass(20000);
      expect(desk.at('/got')).toHaveLength(0);
    });

    test('is broken into by a key, so that the rest of the prompts is not heard', async () => {
      const placed = call(gather(' numDigits="1"', '<Say loop="50">Press one</Say><Say>Never heard</Say>'));
      await desk.pass(1000);
      placed.press('1');
      await desk.pass(100);
      expect(desk.at('/got')[0]?.params.Digits).toBe('1');
      expect(placed.story.some((line) => line.en.includes('Never heard'))).toBe(false);
      expect(placed.story.filter((line) => line.en === 'hears: Press one').length).toBeLessThan(5);
    });

    test('with bargeIn off keeps the key until the prompts are over', async () => {
      const placed = call(gather(' numDigits="1" bargeIn="false"', '<Pause length="5"/>'));
      await desk.pass(1000);
      placed.press('7');
      await desk.pass(3000);
      expect(desk.at('/got')).toHaveLength(0);
      await desk.pass(1100);
      expect(desk.at('/got')[0]?.params.Digits).toBe('7');
    });

    test('asks nothing when the caller hangs up in it', async () => {
      const placed = call(gather(''), { answer: () => ({ do: 'hang-up' }), talk: [] });
      await desk.pass(10000);
      await placed.ended;
      expect(desk.at('/got')).toHaveLength(0);
      expect(desk.at('/status')).toHaveLength(1);
    });

    test('without an action asks its own document again', async () => {
      call('<Gather numDigits="1" timeout="2"/><Hangup/>', keys('5'));
      await desk.pass(2000);
      expect(desk.at('/voice').length).toBeGreaterThan(1);
      expect(desk.at('/voice')[1]?.params.Digits).toBe('5');
    });
  });

  describe('Record', () => {
    const record = (more = '') => `<Record action="/done" recordingStatusCallback="${desk.url}/recorded"${more}/><Say>Unreachable</Say>`;

    test('ends by silence after the words, and trims that silence', async () => {
      call(record(' timeout="4"'), words('厨房漏水'));
      desk.answer('/done', '<Hangup/>');
      await desk.pass(500 + 800 + 2000 + 3900);
      expect(desk.at('/done')).toHaveLength(0);
      await desk.pass(200);
      expect(desk.at('/done')[0]?.params).toMatchObject({ RecordingDuration: '3' });
      expect(desk.at('/done')[0]?.params.RecordingUrl).toMatch(/^https:\/\/api\.twilio\.com\/2010-04-01\/Accounts\/AC\w+\/Recordings\/RE[0-9a-f]{32}$/);
      expect(desk.at('/done')[0]?.params).not.toHaveProperty('Digits');
      await desk.pass(2000);
      expect(desk.at('/recorded')[0]?.params).toMatchObject({ RecordingStatus: 'completed', RecordingChannels: '1' });
    });

    test('ends by a key, which is told', async () => {
      call(record(), { answer: () => ({ do: 'say', text: '请回电', then: 'press-hash' }), talk: [] });
      await desk.pass(6000);
      expect(desk.at('/done')[0]?.params.Digits).toBe('#');
    });

    test('ends by maxLength in the middle of a word', async () => {
      call(record(' maxLength="2"'), { answer: () => ({ do: 'say', text: '很长的话', speakMs: 60000 }), talk: [] });
      await desk.pass(2600);
      expect(desk.at('/done')[0]?.params.RecordingDuration).toBe('2');
    });

    test('asks its action with Digits=hangup after the caller hung up, and its document is not run', async () => {
      desk.answer('/done', '<Say>Nobody hears this</Say>');
      const placed = call(record(), { answer: () => ({ do: 'say', text: '我是刘敏', then: 'hang-up' }), talk: [] });
      await desk.pass(10000);
      await placed.ended;
      expect(desk.at('/done')[0]?.params).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
      expect(placed.story.some((line) => line.en.includes('Nobody'))).toBe(false);
      expect([...desk.carrier.recordings.values()][0]?.words).toBe('我是刘敏');
      expect(desk.at('/recorded')).toHaveLength(1);
    });

    test('without an action is warned of: it loops', async () => {
      const placed = call('<Record timeout="1"/>', nothing);
      await desk.pass(3000);
      expect(placed.errors[0]).toMatchObject({ fatal: false, message: expect.stringContaining('loop') });
      expect(desk.at('/voice').length).toBeGreaterThan(1);
    });
  });

  describe('Play', () => {
    test('a WAV for as long as it lasts, fetched without parameters', async () => {
      desk.answer('/hello.wav', () => ({ type: 'audio/x-wav', body: wavOf(3) as unknown as string }));
      const placed = call('<Play>/hello.wav</Play>');
      await desk.pass(2900);
      expect(placed.status).toBe('in-progress');
      await desk.pass(200);
      expect(placed.status).toBe('completed');
      expect(desk.at('/hello.wav')[0]).toMatchObject({ method: 'GET', query: '' });
    });

    test('fails over to the fallback where the sound is missing', async () => {
      desk.answer('/hello.wav', { status: 404 });
      desk.answer('/fallback', '<Hangup/>');
      const placed = call('<Play>/hello.wav</Play>');
      await desk.pass(100);
      expect(desk.at('/fallback')[0]?.params).toMatchObject({ ErrorCode: '11200', ErrorUrl: `${desk.url}/hello.wav` });
      expect(placed.errors).toHaveLength(1);
    });
  });

  describe('Dial', () => {
    test('falls to the next verb where it has no action', async () => {
      const placed = call('<Dial answerOnBridge="true" timeout="5"><Client>nobody</Client></Dial><Say>Sorry</Say>');
      await desk.pass(11000);
      expect(placed.story.some((line) => line.en === 'hears: Sorry')).toBe(true);
    });

    test('says busy when the agent rejects, and no-answer when he does nothing', async () => {
      desk.carrier.phones.register('wang', robotPhone((offer) => offer.reject()));
      call('<Dial answerOnBridge="true" action="/after"><Client>wang</Client></Dial>');
      await desk.pass(1000);
      expect(desk.at('/after')[0]?.params.DialCallStatus).toBe('busy');
    });

    test('tells who hung up by the status of the caller’s leg', async () => {
      desk.carrier.phones.register('wang', robotPhone((offer) => void offer.accept()));
      const placed = call('<Dial answerOnBridge="true" action="/after"><Client>wang</Client></Dial>', { answer: () => ({ do: 'nothing' }), talk: [{ text: '谢谢' }] });
      await desk.pass(20000);
      await placed.ended;
      expect(desk.at('/after')[0]?.params).toMatchObject({ CallStatus: 'completed', DialCallStatus: 'completed', DialBridged: 'true' });
      expect(desk.received.map((one) => one.path)).toEqual(['/voice', '/after', '/status']);
    });

    test('runs a whisper on the agent’s leg before the bridge; the caller goes on hearing the line ring', async () => {
      const wang = robotPhone((offer) => void offer.accept());
      desk.carrier.phones.register('wang', wang);
      desk.answer('/whisper', '<Gather numDigits="1" action="/accept"><Say>Press one</Say></Gather><Hangup/>');
      desk.answer('/accept', '');
      const placed = call('<Dial answerOnBridge="true" action="/after"><Client url="/whisper">wang</Client></Dial>');
      await desk.pass(1500);
      expect(placed.status).toBe('ringing');
      expect(desk.at('/whisper')[0]?.params).toMatchObject({ CallSid: wang.offers[0]?.legSid, ParentCallSid: placed.sid, CallStatus: 'in-progress' });
      wang.offers[0]?.press('1');
      await desk.pass(100);
      expect(placed.status).toBe('in-progress');
    });

    test('is completed but not bridged when the agent declines in the whisper', async () => {
      desk.carrier.phones.register('wang', robotPhone((offer) => void offer.accept()));
      desk.answer('/whisper', '<Hangup/>');
      desk.answer('/after', '<Hangup/>');
      const placed = call('<Dial answerOnBridge="true" action="/after"><Client url="/whisper">wang</Client></Dial>');
      await desk.pass(1500);
      expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'completed', DialBridged: 'false', CallStatus: 'ringing' });
      expect(placed.answeredAt).toBeNull();
    });

    test('rings one after the other where sequential', async () => {
      const wang = robotPhone();
      const li = robotPhone((offer) => void offer.accept());
      desk.carrier.phones.register('wang', wang);
      desk.carrier.phones.register('li', li);
      const placed = call('<Dial answerOnBridge="true" sequential="true" timeout="5"><Client>wang</Client><Client>li</Client></Dial>');
      await desk.pass(9000);
      expect([wang.offers.length, li.offers.length]).toEqual([1, 0]);
      await desk.pass(2000);
      expect(placed.status).toBe('in-progress');
      expect(wang.stops).toMatchObject([{ reason: 'timed-out' }]);
    });

    test('reaches numbers, but not the mainland unless over a trunk of one’s own', async () => {
      const trunk = `BY${'0'.repeat(32)}`;
      call('<Dial answerOnBridge="true" action="/after"><Number>+8675512345678</Number></Dial>');
      await desk.pass(2000);
      expect(desk.at('/after')[0]?.params.DialCallStatus).toBe('failed');
      const placed = call(`<Dial answerOnBridge="true" action="/after"><Number byoc="${trunk}">+8675512345678</Number></Dial>`);
      await desk.pass(5000);
      expect(placed.status).toBe('in-progress');
      desk.carrier.setCallee('+85230000000', { outcome: 'busy' });
      call('<Dial answerOnBridge="true" action="/after"><Number>+85230000000</Number></Dial>');
      await desk.pass(3000);
      expect(desk.at('/after')[1]?.params.DialCallStatus).toBe('busy');
    });

    test('refuses a callerId that is neither of the call nor of the account', async () => {
      desk.answer('/fallback', '<Hangup/>');
      const placed = call('<Dial callerId="+14155550123"><Number>+85230000000</Number></Dial>');
      await desk.pass(100);
      expect(placed.errors).toMatchObject([{ code: 13214 }]);
    });

    test('ends the agent’s leg when the caller presses * where hangupOnStar', async () => {
      desk.carrier.phones.register('wang', robotPhone((offer) => void offer.accept()));
      const placed = call('<Dial answerOnBridge="true" hangupOnStar="true" action="/after"><Client>wang</Client></Dial>');
      await desk.pass(3000);
      placed.press('*');
      await desk.pass(100);
      expect(desk.at('/after')[0]?.params).toMatchObject({ DialCallStatus: 'completed', CallStatus: 'in-progress' });
    });
  });

  test('a document with a fault as a failure that the fallback saves, and says it loudly', async () => {
    desk.answer('/fallback', '<Say language="zh-CN">您好，这里是管理处</Say>');
    const placed = call('<Dial answerOnBridge="true" timeout="3"><Client>wang</Client></Dial>');
    await desk.pass(10000);
    await placed.ended;
    expect(placed.errors).toMatchObject([{ code: 12200, fatal: true, message: expect.stringContaining('timeout') }]);
    expect(placed.story.map((line) => line.zh).join('\n')).toContain('错误 12200：<Dial> timeout');
    expect(desk.at('/fallback')[0]?.params).toMatchObject({ ErrorCode: '12200', ErrorUrl: `${desk.url}/voice` });
    expect(placed.status).toBe('completed');
  });

  test('Chinese words without a language with a warning: Say would read them as English', async () => {
    const placed = call('<Say>您好</Say>');
    await desk.pass(3000);
    expect(placed.errors).toMatchObject([{ fatal: false, message: expect.stringContaining('language') }]);
  });

  test('a loop of redirects only so long', async () => {
    const placed = call('<Redirect/>');
    desk.answer('/fallback', '<Hangup/>');
    await desk.pass(1000);
    expect(placed.errors[0]?.message).toContain('loop');
  });
});
