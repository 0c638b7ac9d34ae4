import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { letterOf } from '../../server/delivery/letter.ts';
import type { LetterFrame } from '../../server/delivery/letter.ts';
import { openSlipLinks } from '../../server/channels/slipLink.ts';
import { aTakenSlip, start } from './aMessage.ts';

const frame: LetterFrame = { language: 'zh', office: '阳光花园管理处', timeZone: 'Asia/Shanghai', place: '3栋2单元1502', part: 'recipient' };
const slip = aTakenSlip({ actionsRequested: ['call-back', 'urgent'], actionsPermitted: ['use-this-number', 'pass-on', '晚上别打'], callerCity: '广东深圳', callerExtension: '8', readBack: true });

describe('a letter', () => {
  test('says in its first line who, where, number, how urgent and what to do', () => {
    expect(letterOf(slip, frame).headline).toBe('【急】李女士请您回电 3栋2单元1502 +8613510902716 转 8');
    expect(letterOf(slip, { ...frame, language: 'en', place: null }).headline).toBe('[URGENT] 李女士 asks you to call back +8613510902716 ext. 8');
  });

  test('then the words, and the fields on the office’s clock', () => {
    expect(letterOf(slip, frame).body).toBe(
      ['厨房水管昨天修完又漏，地上都是水', '电话：+8613510902716 转 8，号码归属 广东深圳', '要求：请回电，急', '可以：打这个号码，可以转给别人办，晚上别打', '来电：6月11日 10:43', '核对：已念给对方听', '记录：林晓燕，阳光花园管理处'].join('\n'),
    );
  });

  test('tells whoever gets it in another’s place why', () => {
    expect(letterOf(slip, { ...frame, part: 'deputy' }).body).toMatch(/^给张伟的留言，他还没确认，请您代办\n/);
    expect(letterOf({ ...slip, recipient: '' }, { ...frame, part: 'supervisor', language: 'en' }).body).toMatch(/^Nobody has confirmed this message for the office/);
  });

  test('is one line at the top whatever a caller calls himself', () => {
    const hostile = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(hostile, hostile, hostile, fc.constantFrom('zh' as const, 'en' as const), (callerName, callerCompany, callerExtension, language) => {
        const { headline } = letterOf({ ...slip, callerName: `${callerName}\r\nBcc: all@example.com`, callerCompany, callerExtension }, { ...frame, language });
        expect(headline).not.toMatch(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/);
      }),
    );
  });
});

describe('a link', () => {
  const links = openSlipLinks('secret', 'https://desk.example.com');
  const link = { sendingId: 'D0123456789abcdef01', expiresAt: start };

  test('says what was put in, to the second', () => {
    expect(links.read(links.token(link))).toEqual(link);
    expect(links.url(link)).toBe(`https://desk.example.com/m/${links.token(link)}`);
    expect(links.token(link)).toMatch(/^[\w-]{40,60}$/);
  });

  test('changed in any place, or made by another server, is none', () => {
    const token = links.token(link);
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'0aZ-_9b'), (place, letter) => {
        const changed = token.slice(0, place) + letter + token.slice(place + 1);
        expect(links.read(changed)).toEqual(changed === token ? link : null);
      }),
    );
    expect(openSlipLinks('another', 'https://desk.example.com').read(token)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => expect(links.read(text)).toBeNull()));
  });
});
