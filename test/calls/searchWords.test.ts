import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchTerms, searchWords } from '../../server/calls/searchWords.ts';
import { aCard } from '../live/aCard.ts';

const card = {
  ...aCard(),
  caller: {
    number: '+8675526608008',
    matches: [
      { residentId: 'r1', name: '刘敏', title: '女士', address: '3栋1单元1502', occupancy: 'owner' as const },
      { residentId: 'r2', name: '欧阳慧敏', title: '女士', address: '6栋2单元2101', occupancy: 'owner' as const },
      { residentId: 'r3', name: 'Sarah Thompson', title: 'Ms', address: '6栋1单元1801', occupancy: 'tenant' as const },
    ],
    city: '深圳',
    confirmedId: null,
  },
  notes: { remark: '师傅电话 138–0013 8003，下午打' },
  missed: { state: 'dismissed' as const, by: { id: 'agent', name: '李静' }, at: 1, reason: '骚扰：卖保险' },
};
const found = (typed: string): boolean => searchTerms(typed).every((term) => searchWords(card).includes(term));

describe('what is looked for among calls', () => {
  test.each([
    ['0755 2660 8008'],
    ['0755-26608008'],
    ['(0755) 2660'],
    ['+86 755 2660'],
    ['+86 (0755) 2660 8008'],
    ['+86-0755-26608008'],
    ['0086 755 2660 8008'],
    ['２６６０－８００８'],
    ['2660–8008'],
    ['8008'],
    ['+86755-26608008 刘敏'],
    ['刘女士'],
    ['刘敏女士'],
    ['刘敏 女士'],
    ['欧阳女士'],
    ['sarah THOMPSON'],
    ['3栋1单元1502'],
    ['1502 刘'],
    ['13800138003'],
    ['138 0013 8003'],
    ['138-0013-8003 师傅'],
    ['保险'],
    ['李静'],
    ['深圳'],
    ['  '],
  ])('finds a call by %s', (typed) => expect(found(typed)).toBe(true));

  test.each([['0755 2661'], ['敏女士 王'], ['%'], ['_'], ["' or 1=1 --"], ['欧女士'], ['13800138004']])('does not find it by %s', (typed) => expect(found(typed)).toBe(false));

  test('the number that called is found by any part of itself, however its digits are grouped', () => {
    const digits = '75526608008';
    fc.assert(
      fc.property(fc.nat(digits.length - 3), fc.integer({ min: 3, max: digits.length }), fc.array(fc.constantFrom('', ' ', '-', '.', '–', ' ('), { minLength: digits.length, maxLength: digits.length }), (from, length, gaps) => {
        const typed = [...digits.slice(from, from + length)].map((digit, place) => digit + (gaps[place] ?? '')).join('');
        expect(found(typed)).toBe(true);
      }),
    );
  });
});
