import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskedResult } from '../../server/channels/maskedResult.ts';

const wordsOf = (words: string, address: string, masked: string): string => {
  const result = maskedResult({ kind: 'failed', failure: { kind: 'wrong-address', code: '550', words } }, address, masked);
  return result.kind === 'failed' ? result.failure.words : '';
};
const number = '+8613600001102';
const mail = 'zhang.wei@example.com';

describe('[V11] a channel’s words', () => {
  test.each([
    ["The 'To' number +8613600001102 is not a valid phone number.", "The 'To' number 136****1102 is not a valid phone number."],
    ['8613600001102 is unsubscribed', '136****1102 is unsubscribed'],
    ['no route to 0086 136 0000 1102', 'no route to 136****1102'],
    ['13600001102/136-0000-1102', '136****1102/136****1102'],
    ['error 30003, queued as 20261123080012', 'error 30003, queued as 20261123080012'],
  ])('“%s” hides the number and nothing else', (words, expected) => {
    expect(wordsOf(words, number, '136****1102')).toBe(expected);
  });

  test.each([
    ['550 <zhang.wei@example.com>: Recipient address rejected', '550 <zh***@example.com>: Recipient address rejected'],
    ['550 5.1.1 ZHANG.WEI@EXAMPLE.COM... User unknown', '550 5.1.1 zh***@example.com... User unknown'],
    ['550 zhang.wei@example.com -> zhang@home.example.net bounced', '550 zh***@example.com -> ***@home.example.net bounced'],
    ['250 2.0.0 Ok: queued as 4XyZ12345678', '250 2.0.0 Ok: queued as 4XyZ12345678'],
  ])('“%s” hides the mail address, and one that it leads to', (words, expected) => {
    expect(wordsOf(words, mail, 'zh***@example.com')).toBe(expected);
  });

  test('of success and of silence as well', () => {
    expect(maskedResult({ kind: 'sent', words: `250 accepted <${mail}>`, ref: '<D1@desk>' }, mail, 'zh***')).toEqual({ kind: 'sent', words: '250 accepted <zh***>', ref: '<D1@desk>' });
    expect(maskedResult({ kind: 'unsure', words: `no answer for ${number}` }, number, '136****')).toEqual({ kind: 'unsure', words: 'no answer for 136****' });
  });

  test('wherever it stands, however it is written: the address is there no more', () => {
    const writing = fc.constantFrom(number, number.slice(1), '13600001102', '136 0000 1102', mail, mail.toUpperCase());
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), writing, fc.string({ maxLength: 20 }), (before, address, after) => {
        const said = wordsOf(`${before} ${address} ${after}`, address.includes('@') ? mail : number, 'MASKED');
        expect(said.toLowerCase()).not.toContain(address.toLowerCase());
      }),
    );
  });
});
