import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNumber } from '../../server/people/phoneNumber.ts';

const shenzhen = '+8675586001234';
const mobile = '+8613800138000';

describe('one reader of numbers for every writing', () => {
  test.each([
    ['+8675586001234', 'CN', shenzhen, null],
    ['8675586001234', 'CN', shenzhen, null],
    ['008675586001234', 'CN', shenzhen, null],
    ['008675586001234', 'US', shenzhen, null],
    ['0755 8600 1234', 'CN', shenzhen, null],
    ['(0755)86001234', 'CN', shenzhen, null],
    ['0755-86001234', 'CN', shenzhen, null],
    ['75586001234', 'CN', shenzhen, null],
    ['+86 (0)755 8600 1234', 'CN', shenzhen, null],
    ['0755-8600-1234-8012', 'CN', shenzhen, '8012'],
    ['0755-86001234转8012', 'CN', shenzhen, '8012'],
    ['075586001234 轉 8012', 'CN', shenzhen, '8012'],
    ['0755-86001234转分机8012', 'CN', shenzhen, '8012'],
    ['0755-86001234 分机:8012', 'CN', shenzhen, '8012'],
    ['0755 8600 1234 ext. 5', 'CN', shenzhen, '5'],
    ['0755 8600 1234 Extension 5', 'CN', shenzhen, '5'],
    ['+8675586001234x5', 'CN', shenzhen, '5'],
    ['+8675586001234,,5', 'CN', shenzhen, '5'],
    ['0755-8600-1234#5', 'CN', shenzhen, '5'],
    ['13800138000', 'CN', mobile, null],
    ['013800138000', 'CN', mobile, null],
    ['8613800138000', 'HK', mobile, null],
    ['电话:138 0013 8000', 'CN', mobile, null],
    ['\u202a+86 138 0013 8000\u202c', 'CN', mobile, null],
    ['138‑0013—8000', 'CN', mobile, null],
    ['tel:+86-138-0013-8000', 'CN', mobile, null],
    ['tel:+86-755-8600-1234;ext=8012', 'CN', shenzhen, '8012'],
    ['tel:86001234;phone-context=+86755', 'CN', shenzhen, null],
    ['sip:+8613800138000@gateway.example.com;user=phone', 'CN', mobile, null],
    ['sip:%2B8613800138000@203.0.113.5:5060', 'CN', mobile, null],
    ['sip:013800138000@10.0.0.1;transport=udp', 'CN', mobile, null],
    ['sips:+8613800138000;npdi@gateway.example.com', 'CN', mobile, null],
    ['"Wang Fang" <sip:13800138000@pbx.example.com>;tag=1', 'CN', mobile, null],
    ['2301 2345', 'HK', '+85223012345', null],
    ['+852 2301 2345', 'CN', '+85223012345', null],
    ['00852 2301 2345', 'CN', '+85223012345', null],
    ['(202) 555-0123', 'US', '+12025550123', null],
    ['020 7946 0123', 'GB', '+442079460123', null],
  ])('%j, written in %s, is %s with extension %s', (raw, country, e164, extension) => {
    expect(readNumber(raw, country)).toMatchObject({ kind: 'number', e164, extension });
  });

  test.each([
    'anonymous', 'Anonymous', 'ANONYMOUS', 'unknown', 'Restricted', 'private', 'Unavailable', 'withheld', 'No Caller ID', 'Private Number', 'Out of Area', '未知号码', '匿名',
    '+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253', 'sip:anonymous@anonymous.invalid', 'sip:+266696687@gateway.example.com', '"Anonymous" <sip:anonymous@anonymous.invalid>',
  ])('%j says that the number is withheld', (raw) => {
    expect(readNumber(raw, 'CN')).toEqual({ kind: 'withheld' });
  });

  test.each([
    ['', 'empty'],
    ['   \u200b ', 'empty'],
    ['client:agent', 'client'],
    ['sip:alice@example.com', 'words'],
    ['不方便说', 'words'],
    ['我的电话是13800138000', 'words'],
    ['8012', 'not-a-number'],
    ['12345', 'not-a-number'],
    ['13800138000/13900139000', 'not-a-number'],
    ['+', 'words'],
    ['sip:', 'empty'],
    ['sip:@', 'empty'],
  ])('%j is no number: %s', (raw, why) => {
    expect(readNumber(raw, 'CN')).toEqual({ kind: 'none', why });
  });

  test('more than 200 characters are no number: too-long', () => {
    expect(readNumber('1'.repeat(201), 'CN')).toEqual({ kind: 'none', why: 'too-long' });
  });

  test('long parameters behind the user part of a URI are not read', () => {
    expect(readNumber(`sip:+8613800138000@gateway.example.com;x=${'y'.repeat(4000)}`, 'CN')).toMatchObject({ kind: 'number', e164: mobile });
  });

  test('a ten-digit number of Austin, Texas is not mistaken for the keypad word RESTRICTED', () => {
    expect(readNumber('7378742833', 'US')).toMatchObject({ kind: 'number', e164: '+17378742833' });
  });
});

const country = fc.constantFrom('CN', 'HK', 'US', 'GB', 'JP', 'AR', 'MX', 'BR', 'IT', 'xx', '');
const digits = fc.array(fc.constantFrom(...'0123456789'), { maxLength: 18 }).map((found) => found.join(''));

describe('the reader bears everything', () => {
  test('reading what was read gives the same, in any country', () => {
    fc.assert(
      fc.property(fc.tuple(fc.constantFrom('', '+', '+86', '+852', '0', '00', '+44', '+54', '+52'), digits, country, country), ([prefix, rest, here, there]) => {
        const reading = readNumber(prefix + rest, here);
        if (reading.kind === 'number') expect(readNumber(reading.e164, there)).toEqual({ ...reading, extension: null });
      }),
      { numRuns: 3000 },
    );
  });

  test('separators and full-width digits change nothing', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', '—');
    fc.assert(
      fc.property(fc.array(separator, { minLength: 11, maxLength: 11 }), fc.boolean(), (between, wide) => {
        const written = [...'13800138000'].map((digit, at) => (wide ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit) + (at < 10 ? between[at] : '')).join('');
        expect(readNumber(written, 'CN')).toMatchObject({ kind: 'number', e164: mobile });
      }),
    );
  });

  test('4 KB of odd Unicode neither throws nor takes long', () => {
    const odd = fc.string({ unit: 'binary', maxLength: 4096 });
    fc.assert(
      fc.property(fc.constantFrom('', 'sip:', 'tel:', '+', '"', '<sip:', 'sip:%'), odd, country, (prefix, text, here) => {
        readNumber(prefix + text, here);
      }),
    );
    for (const unit of ['1', ' ', '+', '转', '-', '1-', 'x1', '(', '\ud800', '%2', ';ext=1', '\ufdfa', '1 ', '转1']) {
      const began = performance.now();
      for (const prefix of ['', 'sip:', '1', '"', 'tel:1']) readNumber(prefix + unit.repeat(4096), 'CN');
      for (const prefix of ['', 'sip:', '1', '"', 'tel:1']) readNumber((prefix + unit.repeat(200)).slice(0, 200), 'CN');
      expect(performance.now() - began).toBeLessThan(3000);
    }
  });
});
