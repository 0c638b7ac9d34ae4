import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import twilio from 'twilio';
import { CarrierError } from '../../server/practice/carrierError.ts';
import { parseTwiml } from '../../server/practice/twiml.ts';
import { rules } from '../../server/practice/verbs/index.ts';

const parse = (inner: string) => parseTwiml(`<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`, rules, 'http://desk/doc');
const refusal = (inner: string): string => {
  try {
    parse(inner);
  } catch (error) {
    if (error instanceof CarrierError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'accepted';
};

describe('a TwiML document', () => {
  test('of the twilio package’s builder is taken as it is, escapes and Chinese included', () => {
    const response = new twilio.twiml.VoiceResponse();
    response.say({ language: 'zh-CN', voice: 'Polly.Zhiyu' }, '您好 <阳光花园> & "管理处" \'1\'');
    const dial = response.dial({ answerOnBridge: true, timeout: 9, action: 'https://desk.example/a?x=1&y=2#ct=800&rt=2000' });
    const client = dial.client({ statusCallback: 'https://desk.example/leg', statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'] });
    client.identity('u_1');
    client.parameter({ name: 'unit', value: '阳光花园 +1 & "x"' });
    const document = parseTwiml(response.toString(), rules);
    expect(document.children[0]?.text).toBe('您好 <阳光花园> & "管理处" \'1\'');
    expect(document.children[1]?.attributes.action).toBe('https://desk.example/a?x=1&y=2#ct=800&rt=2000');
    expect(document.children[1]?.children[0]?.children[1]?.attributes.value).toBe('阳光花园 +1 & "x"');
  });

  test.each([
    ['an empty one', '', 12100],
    ['plain words', 'hello', 12100],
    ['an unclosed element', '<Response><Say>', 12100],
    ['another root', '<Reply/>', 12100],
    ['a second root', '<Response/><Response/>', 12100],
    ['a doctype', '<!DOCTYPE a [<!ENTITY b "c">]><Response><Say>&b;</Say></Response>', 12100],
    ['an HTML entity', '<Response><Say>a&nbsp;b</Say></Response>', 12100],
    ['a name of the object prototype', '<Response><constructor/></Response>', 12100],
    ['a bare ampersand in an attribute', '<Response><Dial action="/a?b=1&c=2"><Client>x</Client></Dial></Response>', 12100],
  ])('that is %s is a parse failure', (_name, source, code) => {
    expect(() => parseTwiml(source, rules)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['an unknown verb', '<Speak>hi</Speak>', /Speak/],
    ['a verb in small letters', '<say>hi</say>', /say/],
    ['an attribute in the wrong case', '<Say Language="en-US">hi</Say>', /Language/],
    ['an unknown attribute', '<Dial whisper="x"><Client>a</Client></Dial>', /whisper/],
    ['a Dial timeout below five', '<Dial timeout="4"><Client>a</Client></Dial>', /timeout/],
    ['a Dial timeout above 600', '<Dial timeout="601"><Client>a</Client></Dial>', /timeout/],
    ['a Dial timeout in halves', '<Dial timeout="9.5"><Client>a</Client></Dial>', /timeout/],
    ['more than ten nouns', `<Dial>${'<Client>a</Client>'.repeat(11)}</Dial>`, /ten/],
    ['a Dial of nobody', '<Dial/>', /noun/],
    ['a Client of strange letters', '<Dial><Client>a b</Client></Dial>', /identity/],
    ['a Client with two identities', '<Dial><Client><Identity>a</Identity><Identity>b</Identity></Client></Dial>', /Identity/],
    ['an event that does not exist', '<Dial><Client statusCallback="/s" statusCallbackEvent="started">a</Client></Dial>', /statusCallbackEvent/],
    ['a relative recordingStatusCallback', '<Record action="/a" recordingStatusCallback="/r"/>', /absolute/],
    ['a relative recordingStatusCallback on Dial', '<Dial record="true" recordingStatusCallback="/r"><Client>a</Client></Dial>', /absolute/],
    ['a host with an underscore', '<Redirect>http://my_host/voice</Redirect>', /underscore/],
    ['a Redirect to another protocol', '<Redirect>ftp://host/voice</Redirect>', /http/],
    ['a voice that does not speak the language', '<Say voice="Polly.Zhiyu" language="en-US">hi</Say>', /does not speak/],
    ['a Mandarin voice for Cantonese', '<Say voice="Google.cmn-CN-Standard-A" language="yue-HK">hi</Say>', /does not speak/],
    ['a voice of Google’s that does not exist', '<Say voice="Google.cmn-CN-Neural2-A" language="cmn-CN">hi</Say>', /does not exist/],
    ['a recognition language given to Say', '<Say language="cmn-Hans-CN">hi</Say>', /language/],
    ['a speaking language given to Gather', '<Gather language="cmn-CN"/>', /language/],
    ['a Gather with speechModel and auto', '<Gather input="speech" speechModel="deepgram_nova-2" speechTimeout="auto"/>', /auto/],
    ['a model that has no Chinese', '<Gather input="speech" language="cmn-Hans-CN" speechModel="phone_call" speechTimeout="2"/>', /Chinese/],
    ['a finishOnKey of two keys', '<Gather finishOnKey="*#"/>', /finishOnKey/],
    ['a Dial inside a Gather', '<Gather><Dial>+14155550123</Dial></Gather>', /inside/],
    ['a Record inside a Gather', '<Gather><Record/></Gather>', /inside/],
    ['an invalid Say inside a Gather', '<Gather><Say voice="nobody">x</Say></Gather>', /nobody/],
    ['a Pause of nothing', '<Pause length="0"/>', /length/],
    ['words between verbs', 'hello <Hangup/>', /no text/],
    ['a Reject for another reason', '<Reject reason="no"/>', /reason/],
  ])('with %s is refused by name', (_name, inner, words) => {
    expect(refusal(inner)).toMatch(/^12200 /);
    expect(refusal(inner)).toMatch(words);
  });

  test('keeps the voices that the demo lines would use', () => {
    for (const [voice, language] of [
      ['Polly.Zhiyu', 'cmn-CN'],
      ['Polly.Zhiyu-Neural', 'zh-CN'],
      ['Google.cmn-CN-Chirp3-HD-Kore', 'cmn-CN'],
      ['Google.yue-HK-Standard-A', 'yue-HK'],
      ['Polly.Hiujin-Neural', 'yue-HK'],
      ['Polly.Amy', 'en-GB'],
      ['Google.en-US-Neural2-C', 'en-US'],
      ['alice', 'zh-HK'],
    ]) {
      expect(refusal(`<Say voice="${voice}" language="${language}">x</Say>`)).toBe('accepted');
    }
  });

  test('with any attribute it does not know is refused, on every element', () => {
    const element = fc.constantFrom('Say', 'Play', 'Pause', 'Gather', 'Record', 'Dial', 'Redirect', 'Hangup', 'Reject');
    const attribute = fc.stringMatching(/^x[a-zA-Z]{3,12}$/);
    fc.assert(
      fc.property(element, attribute, (name, extra) => {
        const text = name === 'Dial' ? '+14155550123' : name === 'Play' || name === 'Redirect' ? '/x' : '';
        expect(refusal(`<${name}>${text}</${name}>`)).toBe('accepted');
        expect(refusal(`<${name} ${extra}="1">${text}</${name}>`)).toMatch(extra);
      }),
    );
  });

  test('of any bytes is either read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((text) => `<Response>${text}</Response>`)), (source) => {
        try {
          parseTwiml(source, rules);
        } catch (error) {
          expect(error).toBeInstanceOf(CarrierError);
        }
      }),
    );
  });
});
