import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTime } from '../../client/src/slips/calledAt/readTime.ts';
import { instantOf, wallTimeAt } from '../../client/src/slips/calledAt/wallClock.ts';
import { writeTime } from '../../client/src/slips/calledAt/writeTime.ts';

const shanghai = (text: string) => Date.parse(`${text}+08:00`);
/** Friday, 20 November 2026, 11:30 in Shenzhen; the slip says 10:43 of the day before. */
const now = shanghai('2026-11-20T11:30:00');
const at = shanghai('2026-11-19T10:43:00');
const read = (text: string, over: Partial<Parameters<typeof readTime>[1]> = {}) => readTime(text, { now, at, zone: 'Asia/Shanghai', isMonthFirst: true, ...over });

describe('a time as people write it, by the clock of the office', () => {
  test.each([
    ['6月11日 10:43', '2026-06-11T10:43'],
    ['6月11日10点43分', '2026-06-11T10:43'],
    ['６月１１日　１０：４３', '2026-06-11T10:43'],
    ['6月11日 周四 10:43', '2026-06-11T10:43'],
    ['10:43', '2026-11-19T10:43'],
    ['9:05', '2026-11-19T09:05'],
    ['9:05:33', '2026-11-19T09:05'],
    ['下午3点', '2026-11-19T15:00'],
    ['下午3点半', '2026-11-19T15:30'],
    ['3点一刻', '2026-11-19T03:15'],
    ['中午12点', '2026-11-19T12:00'],
    ['凌晨12:10', '2026-11-19T00:10'],
    ['晚上8:15', '2026-11-19T20:15'],
    ['3pm', '2026-11-19T15:00'],
    ['3:05 p.m.', '2026-11-19T15:05'],
    ['12:30 am', '2026-11-19T00:30'],
    ['昨天 16:20', '2026-11-19T16:20'],
    ['昨天', '2026-11-19T10:43'],
    ['昨晚9点', '2026-11-19T21:00'],
    ['今天 8点20', '2026-11-20T08:20'],
    ['前天下午2:00', '2026-11-18T14:00'],
    ['yesterday 4:20 pm', '2026-11-19T16:20'],
    ['today 09:00', '2026-11-20T09:00'],
    ['周一 9:00', '2026-11-16T09:00'],
    ['星期五 9:00', '2026-11-20T09:00'],
    ['Mon 9:00', '2026-11-16T09:00'],
    ['2026-11-20 9:05', '2026-11-20T09:05'],
    ['2026/11/20 09:05', '2026-11-20T09:05'],
    ['2026年11月20号 9时05分', '2026-11-20T09:05'],
    ['11/18 9:05', '2026-11-18T09:05'],
    ['11-18 9:05', '2026-11-18T09:05'],
    ['11月18日', '2026-11-18T10:43'],
    ['11 Jun 10:43', '2026-06-11T10:43'],
    ['Jun 11, 10:43', '2026-06-11T10:43'],
    ['11th June 2025, 10:43', '2025-06-11T10:43'],
    ['12月31日 23:50', '2025-12-31T23:50'],
    ['11月21日 9:00', '2026-11-21T09:00'],
    ['2027-01-02 9:00', '2027-01-02T09:00'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(read(text) ?? 0).toISOString()).toBe(new Date(shanghai(`${expected}:00`)).toISOString());
  });

  test.each(['', '10', '10:4', '1043', '25:00', '10:75', '2月30日 9:00', '13月1日', '6月11日 1', '马上', '上周一', '上午15点', '晚上1点', '10:43 张伟', '2026', '2026-', '<b>10:43</b>', '10:43 11:00'])('%j is no time', (text) => {
    expect(read(text)).toBeNull();
  });

  test('6/11 is not guessed at where nobody knows which is the month', () => {
    expect(read('6/11 10:43', { isMonthFirst: false })).toBeNull();
  });

  test('without a time in the field, a clock time is of today', () => {
    expect(read('10:43', { at: null })).toBe(shanghai('2026-11-20T10:43:00'));
  });

  test('where an hour is lived twice it is the first; where it is left out, the clocks had gone on', () => {
    const newYork = (text: string) => read(text, { zone: 'America/New_York', now: Date.UTC(2026, 11, 1) });
    expect(newYork('2026-11-01 1:30')).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(newYork('2026-03-08 2:30')).toBe(Date.UTC(2026, 2, 8, 7, 30));
  });

  const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Hong_Kong', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC', undefined);
  const minute = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 }).map((minutes) => minutes * 60_000);

  test('what the field shows is read back as the same time, in every zone and both languages', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 300 * 24 * 60 }), zone, fc.constantFrom('zh-CN' as const, 'en' as const), fc.boolean(), (instant, minutesLater, inZone, language, hasWeekday) => {
        const later = instant + minutesLater * 60_000;
        const text = writeTime(instant, later, inZone, language, hasWeekday);
        const back = readTime(text, { now: later, at: null, zone: inZone, isMonthFirst: language === 'zh-CN' });
        // An hour that is lived twice reads as its first time.
        expect(wallTimeAt(back ?? 0, inZone)).toEqual(wallTimeAt(instant, inZone));
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  test('a wall clock shows the instant that was made of what it shows', () => {
    fc.assert(
      fc.property(minute, zone, (instant, inZone) => {
        const wall = wallTimeAt(instant, inZone);
        expect(wallTimeAt(instantOf(wall, inZone), inZone)).toEqual(wall);
      }),
    );
  });

  test('whatever is typed is a time or none, never a fault', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9:月日点半下午昨 /.-]{0,16}$/)), (text) => void expect(Number.isNaN(read(text) ?? 0)).toBe(false)));
  });
});
