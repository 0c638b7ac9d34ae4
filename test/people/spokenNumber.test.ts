import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSpokenDigits, readSpokenNumber } from '../../server/people/spokenNumber.ts';

describe('a number that was said', () => {
  test.each([
    ['一三八零零一三八零零零', 'CN', '+8613800138000'],
    ['我的电话是幺三八,零零幺三,八零零零', 'CN', '+8613800138000'],
    ['138 零零一三 8000', 'CN', '+8613800138000'],
    ['13800138000。', 'CN', '+8613800138000'],
    ['我有一个问题,号码是一三八 嗯 零零一三 呃 八千,不对,一三八零零一三八零零零', 'CN', '+8613800138000'],
    ['新的有137三个零二八八五一', 'CN', '+8613700028851'],
    ['零七五五八六零零一二三四', 'CN', '+8675586001234'],
    ['加八五二 二三零一 二三四五', 'CN', '+85223012345'],
    ['my number is two three oh one, two three four five', 'HK', '+85223012345'],
    ['it is nine one double two three treble four thank you', 'HK', '+85291223444'],
    ['plus one two oh two five five five oh one two three', 'HK', '+12025550123'],
    ['two oh two five five five oh one twenty three', 'US', '+12025550123'],
    ['two oh two five five five oh one to three', 'US', '+12025550123'],
    ['one eight hundred three five six nine three seven seven', 'US', '+18003569377'],
    ['九一二三 四五六七', 'HK', '+85291234567'],
    ['我個電話係九一孖二 四五六七', 'HK', '+85291224567'],
  ])('%j, said in %s, is %s', (speech, country, e164) => {
    expect(readSpokenNumber(speech, country)).toMatchObject({ kind: 'number', e164 });
  });

  test('what the speaker takes back does not count', () => {
    expect(readSpokenNumber('零二二五八八六三三一零转八零五哦不对转八零六', 'CN')).toMatchObject({ e164: '+862258863310', extension: '806' });
    expect(readSpokenNumber('138 0013 800 不对 13900139000', 'CN')).toMatchObject({ e164: '+8613900139000' });
  });

  test('an extension said behind the number is kept apart', () => {
    expect(readSpokenNumber('零七五五 八六零零 一二三四 转 八零一二', 'CN')).toMatchObject({ e164: '+8675586001234', extension: '8012' });
  });

  test.each(['我家厨房漏水了', '三栋二单元一二零一', 'one moment please', '不方便说', '', 'the tap has been dripping for two days'])('%j holds no number', (speech) => {
    expect(readSpokenNumber(speech, 'CN').kind).toBe('none');
  });

  test('whoever will not say the number has withheld it', () => {
    expect(readSpokenNumber('保密', 'CN')).toEqual({ kind: 'withheld' });
  });

  test('every mainland mobile number said sign by sign is found again, whatever stands around it', () => {
    const signs = ['零〇0洞', '一1幺', '二2两', '三3', '四4', '五5', '六6', '七7拐', '八8', '九9'];
    const digit = fc.nat(9).chain((value) => fc.constantFrom(...(signs[value] ?? '')).map((sign) => ({ value, sign })));
    fc.assert(
      fc.property(fc.array(digit, { minLength: 8, maxLength: 8 }), fc.constantFrom('', '我的手机是', '您好,打这个号码 '), fc.constantFrom('', ',谢谢', ' 随时都可以'), (rest, before, after) => {
        const speech = `${before}一三八${rest.map((one) => one.sign).join('')}${after}`;
        expect(readSpokenNumber(speech, 'CN')).toMatchObject({ kind: 'number', e164: `+86138${rest.map((one) => one.value).join('')}` });
      }),
    );
  });

  test('any text is borne', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 4096 }), (text) => void readSpokenNumber(text, 'CN')));
  });
});

describe('digits that were said', () => {
  test.each([
    ['八零幺二', '8012'],
    ['8012', '8012'],
    ['eight oh one two', '8012'],
    ['8012 室', null],
    ['张伟', null],
  ])('%j is %j', (speech, digits) => {
    expect(readSpokenDigits(speech)).toBe(digits);
  });
});
