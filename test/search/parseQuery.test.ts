import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery } from '../../server/search/parseQuery.ts';
import { readDates } from '../../server/search/readDates.ts';

// Monday, 23 November 2026, 12:00 in Shanghai.
const clock = { now: Date.UTC(2026, 10, 23, 4), timeZone: 'Asia/Shanghai' };
const day = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const span = (text: string): string | null => {
  const found = readDates(text, clock);
  return found && `${day(found.from)} ${day(found.to)}`;
};
const words = (text: string): string[] => parseQuery(text, clock).readings.map(({ wanted, exact, facets, span: found }) => [exact === null ? '' : `=${exact}`, wanted.map((one) => one.text).join('+'), facets.flat().join('|'), found ? `${day(found.from)} ${day(found.to)}` : ''].filter(Boolean).join(' '));

describe('days and spans', () => {
  test.each([
    ['今天', '2026-11-23 2026-11-24'],
    ['昨天', '2026-11-22 2026-11-23'],
    ['yesterday', '2026-11-22 2026-11-23'],
    ['前天', '2026-11-21 2026-11-22'],
    ['上周', '2026-11-16 2026-11-23'],
    ['last week', '2026-11-16 2026-11-23'],
    ['本月', '2026-11-01 2026-12-01'],
    ['上个月', '2026-10-01 2026-11-01'],
    ['6月11日', '2026-06-11 2026-06-12'],
    ['6月11号', '2026-06-11 2026-06-12'],
    ['12月3日', '2025-12-03 2025-12-04'],
    ['6月', '2026-06-01 2026-07-01'],
    ['2月29日', '2024-02-29 2024-03-01'],
    ['2025年12月3日', '2025-12-03 2025-12-04'],
    ['2025年', '2025-01-01 2026-01-01'],
    ['2026-11-20', '2026-11-20 2026-11-21'],
    ['2026/11/20', '2026-11-20 2026-11-21'],
    ['2026-10', '2026-10-01 2026-11-01'],
    ['11/20', '2026-11-20 2026-11-21'],
    ['nov 20', '2026-11-20 2026-11-21'],
    ['20 november 2025', '2025-11-20 2025-11-21'],
    ['最近7天', '2026-11-17 2026-11-24'],
    ['last 7 days', '2026-11-17 2026-11-24'],
    ['周五', '2026-11-20 2026-11-21'],
    ['上周五', '2026-11-20 2026-11-21'],
    ['friday', '2026-11-20 2026-11-21'],
    ['6月1日到6月11日', '2026-06-01 2026-06-12'],
    ['2026-11-01~2026-11-20', '2026-11-01 2026-11-21'],
    ['11/1-11/20', '2026-11-01 2026-11-21'],
  ])('%s', (text, expected) => expect(span(text)).toBe(expected));

  test.each(['漏水', '13月1日', '2月30日', '2026-13-40', '3-1502', '8012', '6月11日到6月1日', 'may be', 'march', '', '99/99'])('%s is none', (text) => expect(span(text)).toBeNull());
});

describe('a query', () => {
  test('is read as words, numbers, a time and states; a whole name or number comes first, and last what the words say themselves', () => {
    expect(words('张伟')).toEqual(['=张伟', '张伟']);
    expect(words('漏水 昨天')).toEqual(['=漏水 2026-11-22 2026-11-23', '漏水 2026-11-22 2026-11-23', '漏水+昨天']);
    expect(words('昨天漏水').slice(1)).toEqual(['漏水 2026-11-22 2026-11-23', '昨天漏水']);
    expect(words('未读')).toEqual(['unread', '未读']);
    expect(words('草稿 急')).toEqual(['slip-draft|urgent', '草稿+急']);
    expect(words('last week done').slice(0, 1)).toEqual(['slip-done|missed-called-back|missed-dismissed 2026-11-16 2026-11-23']);
    expect(words('138 0013 8003')).toEqual(['=13800138003', '13800138003']);
    expect(words('3栋1502')).toEqual(['=3栋1502', '3+栋+1502']);
    expect(words('未讀 張偉').slice(0, 2)).toEqual(['=张伟 unread', '张伟 unread']);
    expect(words('昨天到今天')).toEqual(['2026-11-22 2026-11-24', '昨天到今天']);
  });

  test('in quotation marks is words only', () => {
    for (const query of ['"未读"', '“昨天”', '「急」']) expect(parseQuery(query, clock).understood).toEqual([]);
    expect(words('“昨天 漏水”')).toEqual(['=昨天漏水', '昨天+漏水']);
  });

  test('of nothing but signs asks for nothing', () => {
    for (const query of ['', '  ', '"', '()*', '🏠', '-', '\0']) expect(parseQuery(query, clock).readings).toEqual([]);
  });

  test('of any kind is read in bounded work', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { readings } = parseQuery(text, clock);
        expect(readings.length).toBeLessThanOrEqual(3);
        for (const { wanted } of readings) expect(wanted.length).toBeLessThanOrEqual(12);
      }),
    );
    for (const text of ['1'.repeat(100), '1 '.repeat(50), '到'.repeat(100), '11/1-'.repeat(20), 'a'.repeat(100), '1月'.repeat(50)]) expect(parseQuery(text, clock).readings.length).toBeGreaterThan(0);
  });
});
