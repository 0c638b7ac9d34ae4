import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Slip, SlipField } from '../../server/contract/slip.ts';
import { missingOf, slipFields } from '../../server/contract/slipFields.ts';
import { emptySlip } from '../../server/slips/slip.ts';
import { cleanLine, cleanText, cut } from '../../server/slips/text.ts';

/** What fills each of the eight fields. */
const filling: Record<SlipField, Partial<Slip>> = {
  recipient: { recipient: '张伟' },
  caller: { callerName: '王建军' },
  number: { callerNumber: '+8613800138000' },
  city: { callerCity: '北京市' },
  message: { message: '厨房漏水' },
  actions: { actionsRequested: ['call-back'] },
  calledAt: { calledAt: '2026-10-14T02:00:00.000Z' },
  recordedBy: { recordedBy: '李静' },
};
const empty = emptySlip({ id: 's1', callId: null, unitId: 'sunshine' });

describe('a slip without all eight is incomplete and says which are missing (DOMAIN 4)', () => {
  test('of an empty slip all eight are missing, in their order', () => {
    expect(empty.missing).toEqual(['recipient', 'caller', 'number', 'city', 'message', 'actions', 'calledAt', 'recordedBy']);
  });

  test('missing is what is neither filled nor declined, for every mixture', () => {
    const some = fc.subarray([...slipFields]);
    fc.assert(
      fc.property(some, some, (filled, declined) => {
        const slip = Object.assign({}, empty, ...filled.map((field) => filling[field]), { declined }) as Slip;
        expect(missingOf(slip)).toEqual(slipFields.filter((field) => !filled.includes(field) && !declined.includes(field)));
      }),
    );
  });

  test('a recording is a message; company and extension may stay empty; what the recipient may do is no requested action', () => {
    expect(missingOf({ ...empty, recordingUrl: '/api/recordings/RE1' })).not.toContain('message');
    const optional: Slip = { ...empty, callerCompany: 'XX 公司', callerExtension: '5', actionsPermitted: ['pass-on'] };
    expect(missingOf(optional)).toEqual(empty.missing);
  });

  test('blanks are nothing written', () => {
    expect(missingOf({ ...empty, recipient: ' \t', callerName: '\u3000', message: '\n' })).toEqual(empty.missing);
  });
});

describe('text as it is kept', () => {
  test.each([
    ['e\u0301', '\u00e9'],
    ['a\u0000b\u0007c\u009f', 'abc'],
    ['one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour'],
    ['\ud800x\udc00', '\ufffdx\ufffd'],
    ['👨‍👩‍👧 家', '👨‍👩‍👧 家'],
    ['\u202e00083100831\u202c', '00083100831'],
    ['\ufefftab\tkept', 'tab\tkept'],
  ])('%j becomes %j', (text, kept) => {
    expect(cleanText(text)).toBe(kept);
  });

  test('on one line, breaks and tabs are spaces', () => {
    expect(cleanLine('王\n建\t军')).toBe('王 建 军');
  });

  test('cleaning what is clean changes nothing, and the result is whole Unicode without control characters', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud83d', '\ude00', '\r', '\u0000', 'e\u0301', '\u202e'))).map((parts) => parts.join('')), (text) => {
        const kept = cleanText(text);
        expect(cleanText(kept)).toBe(kept);
        expect(kept).not.toMatch(/\p{Surrogate}|[^\P{Cc}\n\t]/u);
        expect(kept).toBe(kept.normalize('NFC'));
      }),
    );
  });

  test('a cut never leaves half a character', () => {
    expect(cut('ab👍', 3)).toBe('ab');
    expect(cut('ab👍', 4)).toBe('ab👍');
    expect(cut('abc', 2)).toBe('ab');
  });
});
