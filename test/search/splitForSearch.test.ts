import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverOf } from '../../server/search/grams.ts';
import { fits, split } from '../../server/search/fits.ts';
import { markMatches, snippetOf } from '../../server/search/markMatches.ts';
import { parseQuery, termsOf } from '../../server/search/parseQuery.ts';
import { piecesOf } from '../../server/search/pieces.ts';
import type { Searchable } from '../../server/search/searchable.ts';
import { splitForSearch } from '../../server/search/splitForSearch.ts';

const clock = { now: Date.UTC(2026, 10, 23, 4), timeZone: 'Asia/Shanghai' };
const aRecord = (over: Partial<Searchable>): Searchable => ({ names: [], numbers: [], texts: [], unitId: 'u', recipientIds: [], facets: [], at: clock.now, ...over });

/** Whether a query finds a record: by the index of one of its readings, and then by the record itself. */
function finds(query: string, record: Searchable): boolean {
  const index = new Set(splitForSearch(record));
  return parseQuery(query, clock).readings.some((reading) => {
    const { all, some } = termsOf(reading);
    return all.every((term) => index.has(term)) && some.every((any) => any.some((term) => index.has(term))) && fits(split(record), reading);
  });
}

const han = fc.constantFrom(...'水漏厨房张伟陳國強電話请回電乾隆发髮后後里裡里頭头今天昨日未读急办完一二三月日号栋');
const mixed = fc.oneof(han, fc.constantFrom(...'0123456789０１８abcZＡé，。 -/()㎡🏠'));
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 15 });

describe('what was indexed is found', () => {
  test('by every part of a text that has a Chinese character in it, traditional or simplified, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(mixed, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat({ max: 20 }), fc.boolean(), (characters, start, length, isName) => {
        const from = start % characters.length;
        // Digits at the edges are parts of numbers, letters parts of words: those have rules of their own below.
        const part = characters.slice(from, from + length + 1).join('').replace(/^[^\p{Script=Han}]+|[^\p{Script=Han}]+$/gu, '');
        fc.pre(part !== '' && !/[0-9０１８a-zA-ZＡé㎡]/u.test(part));
        const text = characters.join('');
        expect(finds(part, aRecord(isName ? { names: [text] } : { texts: [text] }))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('a number by every part of three digits or more, stored or written in a message, in any grouping', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.nat(), fc.constantFrom('', ' ', '-', '－', ' - '), fc.constantFrom('+', '+86', ''), (number, start, length, gap, country) => {
        const from = start % (number.length - 2);
        const part = number.slice(from, from + 3 + (length % (number.length - from - 2)));
        const query = part.replace(/(\d{3})(?=\d)/g, `$1${gap.trim() === '' ? gap : ''}`);
        expect(finds(part, aRecord({ numbers: [`${country}${number}`] }))).toBe(true);
        expect(finds(part, aRecord({ texts: [`电话${number}，谢谢`] }))).toBe(true);
        if (part.length >= 7) expect(finds(query, aRecord({ texts: [`电话${number}`] }))).toBe(true);
        if (number.length >= 7) expect(finds(part, aRecord({ texts: [`打${number.replace(/(\d{4})(?=\d)/g, `$1${gap}`)}找我`] }))).toBe(true);
      }),
      { numRuns: 1000, examples: [['017000000', 0, 4, ' ', '+']] },
    );
  });

  test.each([
    ['陳國強', ['陈国强', '国强', '强', 'chenguoqiang', 'chenguo', 'guoqiang', 'cgq', 'CHEN']],
    ['张伟', ['zhangwei', 'zw', 'zhang', 'wei', '張偉', '张']],
    ['Carmen Chan', ['carmen', 'Chan', 'car', 'carmen chan']],
    ['José Müller', ['jose', 'muller', 'Müll']],
  ])('a name, %s, by its characters, its sound, its initials, and by the beginning of a word', (name, queries) => {
    for (const query of queries) expect([query, finds(query, aRecord({ names: [name] }))]).toEqual([query, true]);
  });

  test.each([
    ['+8675586001234', ['0755-8600 1234', '075586001234', '86001234', '+86 755 8600 1234', '008675586001234', '(0755) 86001234', '1234']],
    ['+8613800138003', ['138 0013 8003', '13800138003', '013800138003', '8003', '+86 138-0013-8003', '１３８００１３８００３']],
  ])('the number %s in every writing', (number, queries) => {
    for (const query of queries) expect([query, finds(query, aRecord({ numbers: [number] }))]).toEqual([query, true]);
  });

  test('and what is not there is not found, though all its grams are', () => {
    const record = aRecord({ texts: ['水管漏了，漏水的是厨房', '8012345'], names: ['张伟'] });
    for (const query of ['管漏水', '801345', '伟张', 'weizhang', '房厨', '厨房 客厅']) expect([query, finds(query, record)]).toEqual([query, false]);
    for (const query of ['漏水 厨房', '厨房8012', '“水管漏了”', '水管，漏水']) expect([query, finds(query, record)]).toEqual([query, true]);
  });
});

describe('the terms of the index', () => {
  test('hold letters, digits, characters beyond ASCII and _ only, each once and short, whatever the record holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), fc.string({ unit: 'binary' }), (texts, id) => {
        const terms = splitForSearch(aRecord({ names: texts, texts, numbers: texts, unitId: id, recipientIds: [id] }));
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms) expect(term).toMatch(/^_?(?:[a-z0-9]|[^\x00-\x7f\s])+$|^_x$/);
      }),
    );
  });

  test('of a long query are few', () => {
    const { readings } = parseQuery('漏水厨房'.repeat(200), clock);
    expect(termsOf(readings.at(-1) ?? { wanted: [], exact: null, facets: [], span: null }).all.length).toBeLessThanOrEqual(11);
    expect(coverOf({ kind: 'gram', text: '厨房漏水了' })).toEqual(['厨房', '漏水', '水了']);
    expect(piecesOf('3栋１５02室ABC').map(({ text, from, to }) => [text, from, to])).toEqual([['3', 0, 1], ['栋', 1, 2], ['1502', 2, 6], ['室', 6, 7], ['abc', 7, 10]]);
  });
});

describe('what was found is marked where it stands', () => {
  const marks = (text: string, query: string, isName = false): string[] => {
    const reading = parseQuery(query, clock).readings.at(-1);
    return reading ? markMatches(text, reading, { isName }).marks.map(([from, to]) => text.slice(from, to)) : [];
  };
  test('in the writing of the text, spaced numbers and names by their sound too', () => {
    expect(marks('請張偉回電，漏水漏水', '漏水 张伟')).toEqual(['張偉', '漏水漏水']);
    expect(marks('打 138-0013 8003 找我', '1380013')).toEqual(['138-0013']);
    expect(marks('张伟', 'zw', true)).toEqual(['张伟']);
    expect(marks('The lift, LIFTS', 'lift')).toEqual(['lift', 'LIFT']);
    expect(marks('𠮷𠮷漏水', '漏水')).toEqual(['漏水']);
  });
  test('a long text is cut around the first place, never through a character, with ranges inside of it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('𠮷', '好', 'a', '\n', '🏠', '漏水'), { maxLength: 200 }), (parts) => {
        const found = snippetOf(`${parts.join('')}漏水`, { wanted: [{ kind: 'gram', text: '漏水' }], exact: null });
        expect(found?.text).not.toMatch(/\p{Surrogate}/u);
        expect(found?.text.length).toBeLessThanOrEqual(83);
        for (const [from, to] of found?.marks ?? []) expect(found?.text.slice(from, to)).toMatch(/^(?:漏水)+…?$|^漏$/);
        expect(found?.marks.length).toBeGreaterThan(0);
      }),
    );
  });
});
