import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNumber } from '../../server/people/phoneNumber.ts';
import { writtenNumber, writtenNumbers } from '../../server/residents/writtenNumbers.ts';

const how = { at: 5, source: 'desk' } as const;

/** A real number, and ways in which offices, carriers and people write it. */
const mobile = fc.tuple(fc.constantFrom('138', '139', '150', '186', '137'), fc.integer({ min: 0, max: 99_999_999 })).map(([head, rest]) => head + String(rest).padStart(8, '0'));
const landline = fc.integer({ min: 2_000_0000, max: 8_999_9999 }).map((local) => ({ national: `0755${local}`, e164: `+86755${local}` }));
const spaced = (text: string) => fc.array(fc.constantFrom('', '', ' ', '-', '–', '　', '.'), { minLength: text.length, maxLength: text.length }).map((gaps) => [...text].map((sign, at) => (at === 0 || sign === '+' || text[at - 1] === '+' ? '' : (gaps[at] ?? '')) + sign).join(''));
const wide = (text: string) => text.replace(/[0-9+]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('numbers of a file', () => {
  test('any writing of a mobile number is the number by which its caller is matched', () => {
    const writing = mobile.chain((digits) => fc.tuple(fc.constant(`+86${digits}`), fc.constantFrom(digits, `+86${digits}`, `0086${digits}`, `0${digits}`, `86${digits}`).chain(spaced), fc.boolean(), fc.constantFrom('', 'tel:', '手机: ', 'Mobile ')));
    fc.assert(
      fc.property(writing, ([e164, text, isWide, label]) => {
        const typed = label + (isWide ? wide(text) : text);
        expect({ typed, read: writtenNumber(typed, 'CN', { ...how, label: '' }) }).toEqual({ typed, read: { e164, label: '', since: 5, source: 'desk' } });
        // The carrier writes it like this.
        expect(readNumber(`sip:${e164}@carrier.example`, 'CN')).toMatchObject({ e164 });
      }),
    );
  });

  test('any writing of a landline too: with the area code, with the country, with a trunk 0 in brackets', () => {
    const writing = landline.chain(({ national, e164 }) => fc.tuple(fc.constant(e164), fc.constantFrom(national, `(${national.slice(0, 4)})${national.slice(4)}`, `${national.slice(0, 4)}-${national.slice(4)}`, `+86 ${e164.slice(3)}`, `0086${e164.slice(3)}`)));
    fc.assert(fc.property(writing, ([e164, typed]) => expect(writtenNumber(typed, 'CN', { ...how, label: '' })).toMatchObject({ e164 })));
  });

  test('an extension, which no caller’s number carries, goes to the label', () => {
    expect(writtenNumbers([{ number: '0755-8600 1234 转 8012', label: '公司' }], 'CN', [], how)).toEqual([{ e164: '+8675586001234', label: '公司 转8012', since: 5, source: 'desk' }]);
  });

  test('what is none is refused with the reason, each by its place', () => {
    const refused = (): unknown => writtenNumbers([{ number: '13800138001', label: '' }, { number: '前台代转', label: '' }, { number: '123', label: '' }, { number: '匿名', label: '' }], 'CN', [], how);
    expect(refused).toThrow(expect.objectContaining({ code: 'bad_input', fields: { 'numbers.1.number': 'no-number: words', 'numbers.2.number': 'no-number: not-a-number', 'numbers.3.number': 'withheld' } }));
  });

  test('a number stands once, and one that was there keeps since when it is known', () => {
    const known = { e164: '+8613800138001', label: '旧', since: 1, source: 'registration' } as const;
    expect(writtenNumbers([{ number: '138 0013 8001', label: '手机' }, { number: '+8613800138001', label: '' }], 'CN', [known], how)).toEqual([{ ...known, label: '手机' }]);
  });
});
