import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readCalendar } from '../../server/people/calendarFile.ts';
import type { CalendarReading } from '../../server/people/calendarFile.ts';
import { calendarWhy } from '../../server/people/calendarWhy.ts';

const zone = 'Asia/Shanghai';
const at = (local: string, inZone = zone): number => DateTime.fromISO(local, { zone: inZone }).toMillis();
const window = { fromAt: at('2026-01-01'), toAt: at('2027-02-01') };

let named = 0;
const event = (...rows: string[]): string => ['BEGIN:VEVENT', ...(rows.some((row) => row.startsWith('UID')) ? [] : [`UID:${(named += 1)}`]), ...rows, 'END:VEVENT'].join('\r\n');
const file = (...parts: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const read = (text: string, inZone = zone): CalendarReading => readCalendar(text, inZone, window);
/** From and to on the office's clock, and why. */
function times(text: string, inZone = zone): string[] {
  const found = read(text, inZone);
  if (found.kind === 'broken') throw new Error(`${found.code} in line ${found.line}: ${found.detail}`);
  const wall = (instant: number) => DateTime.fromMillis(instant, { zone: inZone }).toFormat('MM-dd HH:mm');
  return found.busy.map(({ fromAt, toAt, why }) => `${wall(fromAt)} – ${wall(toAt)} ${why}`);
}

describe('what is busy', () => {
  test('a meeting in UTC, on the clock of its zone, on no clock at all, with a duration', () => {
    expect(times(file(event('DTSTART:20260302T010000Z', 'DTEND:20260302T020000Z', 'SUMMARY:周会')))).toEqual(['03-02 09:00 – 03-02 10:00 meeting']);
    expect(times(file(event('DTSTART;TZID=Europe/London:20260302T090000', 'DTEND;TZID=Europe/London:20260302T100000')))).toEqual(['03-02 17:00 – 03-02 18:00 other']);
    expect(times(file(event('DTSTART:20260302T090000', 'DURATION:PT1H30M')))).toEqual(['03-02 09:00 – 03-02 10:30 other']);
    expect(times(file(event('DTSTART;TZID="China Standard Time":20260302T090000', 'DURATION:PT1H')))).toEqual(['03-02 09:00 – 03-02 10:00 other']);
    expect(times(file(event('DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20260302T090000', 'DURATION:PT1H')))).toEqual(['03-02 08:00 – 03-02 09:00 other']);
  });

  test('whole days are days of the office; the last one is not among them', () => {
    expect(times(file(event('DTSTART;VALUE=DATE:20260302', 'DTEND;VALUE=DATE:20260305', 'SUMMARY:年假')))).toEqual(['03-02 00:00 – 03-05 00:00 leave']);
    expect(times(file(event('DTSTART;VALUE=DATE:20260302', 'SUMMARY:出差')))).toEqual(['03-02 00:00 – 03-03 00:00 outside']);
  });

  test('a flight begins on one clock and ends on another', () => {
    expect(times(file(event('DTSTART;TZID=Asia/Shanghai:20260302T090000', 'DTEND;TZID=Europe/London:20260302T130000')))).toEqual(['03-02 09:00 – 03-02 21:00 other']);
  });

  test('free, transparent and cancelled ones do not count; out of the office does, as outside', () => {
    const one = (...rows: string[]) => event('DTSTART:20260302T010000Z', 'DTEND:20260302T020000Z', ...rows);
    expect(times(file(one('TRANSP:TRANSPARENT'), one('STATUS:CANCELLED'), one('X-MICROSOFT-CDO-BUSYSTATUS:FREE')))).toEqual([]);
    expect(times(file(one('X-MICROSOFT-CDO-BUSYSTATUS:OOF')))).toEqual(['03-02 09:00 – 03-02 10:00 outside']);
    expect(times(file(one('X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'SUMMARY:Annual leave')))).toEqual(['03-02 09:00 – 03-02 10:00 leave']);
  });

  test('times that meet for one reason are one; an event of no length is none; what is over, or two years ahead, is left out', () => {
    expect(times(file(event('DTSTART:20260302T010000Z', 'DTEND:20260302T020000Z'), event('DTSTART:20260302T020000Z', 'DTEND:20260302T030000Z'), event('DTSTART:20260302T013000Z', 'DTEND:20260302T014000Z')))).toEqual(['03-02 09:00 – 03-02 11:00 other']);
    expect(times(file(event('DTSTART:20260302T010000Z'), event('DTSTART:20240302T010000Z', 'DTEND:20240302T020000Z'), event('DTSTART:20290302T010000Z', 'DTEND:20290302T020000Z')))).toEqual([]);
  });

  test('folded lines, small letters, a byte order mark and Unix ends of line are read', () => {
    const text = `\uFEFF${file(event('dtstart:20260302T0100', ' 00Z', 'DTEND:20260302T020000Z', 'SUMMARY:产品评', ' 审')).replace(/\r\n/g, '\n')}`;
    expect(times(text)).toEqual(['03-02 09:00 – 03-02 10:00 meeting']);
  });
});

describe('what comes again', () => {
  const weekly = ['UID:weekly', 'DTSTART;TZID=Asia/Shanghai:20260302T090000', 'DTEND;TZID=Asia/Shanghai:20260302T100000', 'SUMMARY:例会'];

  test('so many times, or until a moment that is told in UTC: the last one is among them', () => {
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3')))).toEqual(['03-02 09:00 – 03-02 10:00 meeting', '03-09 09:00 – 03-09 10:00 meeting', '03-16 09:00 – 03-16 10:00 meeting']);
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20260309T010000Z')))).toHaveLength(2);
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20260309T005959Z')))).toHaveLength(1);
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;UNTIL=20260309')))).toHaveLength(2);
    expect(times(file(event('DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20260306')))).toHaveLength(3);
  });

  test('with additions, without exceptions, whether they are told on the same clock, in UTC or as a day', () => {
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Asia/Shanghai:20260309T090000', 'EXDATE:20260316T010000Z', 'EXDATE;VALUE=DATE:20260323', 'RDATE:20260304T010000Z')))).toEqual(['03-02 09:00 – 03-02 10:00 meeting', '03-04 09:00 – 03-04 10:00 meeting']);
  });

  test('one that was moved stands where it was moved to, one that was cancelled is gone', () => {
    const moved = event('UID:weekly', 'RECURRENCE-ID;TZID=Asia/Shanghai:20260309T090000', 'DTSTART;TZID=Asia/Shanghai:20260310T140000', 'DTEND;TZID=Asia/Shanghai:20260310T150000', 'SUMMARY:例会');
    const cancelled = event('UID:weekly', 'RECURRENCE-ID:20260316T010000Z', 'DTSTART:20260316T010000Z', 'DTEND:20260316T020000Z', 'STATUS:CANCELLED');
    expect(times(file(event(...weekly, 'RRULE:FREQ=WEEKLY;COUNT=3'), moved, cancelled))).toEqual(['03-02 09:00 – 03-02 10:00 meeting', '03-10 14:00 – 03-10 15:00 meeting']);
    expect(times(file(moved))).toEqual(['03-10 14:00 – 03-10 15:00 meeting']);
  });

  test('of several versions of an event the last one counts', () => {
    expect(times(file(event('UID:a', 'SEQUENCE:2', 'DTSTART:20260302T030000Z', 'DURATION:PT1H'), event('UID:a', 'SEQUENCE:1', 'DTSTART:20260302T010000Z', 'DURATION:PT1H')))).toEqual(['03-02 11:00 – 03-02 12:00 other']);
  });

  test('a rule of many years ago reaches today, in step with its beginning', () => {
    expect(times(file(event('DTSTART:20100101T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')))).toHaveLength(396);
    expect(times(file(event('DTSTART:20240101T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=100')))).toEqual(['03-11 09:00 – 03-11 10:00 other', '06-19 09:00 – 06-19 10:00 other', '09-27 09:00 – 09-27 10:00 other', '01-05 09:00 – 01-05 10:00 other']);
    for (const rule of ['FREQ=WEEKLY;INTERVAL=20;BYDAY=MO,WE', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,TU;WKST=SU', 'FREQ=DAILY;INTERVAL=5;BYMONTH=3,9', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=WEEKLY;INTERVAL=2']) {
      // What is counted is gone through from its beginning.
      const series = (counted: string) => times(file(event('DTSTART:20240102T010000Z', 'DURATION:PT1H', `RRULE:${rule}${counted}`)));
      expect(series('')).toEqual(series(';COUNT=400'));
    }
  });

  test.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Shanghai'])('a leave that comes each week begins at the same hour of the clock in %s, before and behind a change of the clock', (inZone) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 2, max: 40 }), (dayOfYear, quarter, hours) => {
        const start = DateTime.fromObject({ year: 2026, month: 1, day: 1 }, { zone: 'UTC' }).plus({ days: dayOfYear, minutes: quarter * 15 });
        const written = start.toFormat("yyyyMMdd'T'HHmmss");
        const found = readCalendar(file(event(`DTSTART;TZID=${inZone}:${written}`, `DTEND;TZID=${inZone}:${start.plus({ hours }).toFormat("yyyyMMdd'T'HHmmss")}`, 'RRULE:FREQ=WEEKLY;COUNT=12')), 'UTC', { fromAt: 0, toAt: at('2028-01-01') });
        if (found.kind === 'broken') throw new Error(found.code);
        // An hour that comes twice is the first of both, one that is skipped begins where the clock goes on: Luxon is asked at a moment before.
        const expected = Array.from({ length: 12 }, (_, week) => {
          const wall = start.plus({ weeks: week });
          const before = DateTime.fromMillis(wall.toMillis() - 86_400_000, { zone: inZone }).offset;
          const first = DateTime.fromMillis(wall.toMillis() - before * 60_000, { zone: inZone });
          const behind = DateTime.fromMillis(wall.toMillis() - DateTime.fromMillis(wall.toMillis() + 86_400_000, { zone: inZone }).offset * 60_000, { zone: inZone });
          return first.toFormat('HH:mm') === wall.toFormat('HH:mm') || behind.toFormat('HH:mm') !== wall.toFormat('HH:mm') ? first.toMillis() : behind.toMillis();
        });
        expect(found.busy.map(({ fromAt }) => fromAt)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('a zone that only the file knows counts as the file says, with its summer time', () => {
    const kiwi = [
      'BEGIN:VTIMEZONE', 'TZID:Kiwi', 'BEGIN:STANDARD', 'DTSTART:20070401T030000', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU', 'TZOFFSETFROM:+1300', 'TZOFFSETTO:+1200', 'END:STANDARD',
      'BEGIN:DAYLIGHT', 'DTSTART:20070930T020000', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU', 'TZOFFSETFROM:+1200', 'TZOFFSETTO:+1300', 'END:DAYLIGHT', 'END:VTIMEZONE',
    ];
    const found = read(file(...kiwi, event('DTSTART;TZID=Kiwi:20260902T090000', 'DTEND;TZID=Kiwi:20260902T100000', 'RRULE:FREQ=WEEKLY;COUNT=10')));
    if (found.kind === 'broken') throw new Error(found.code);
    expect(found.busy.map(({ fromAt }) => DateTime.fromMillis(fromAt, { zone: 'Pacific/Auckland' }).toFormat('HH:mm'))).toEqual(Array.from({ length: 10 }, () => '09:00'));
  });
});

describe('a file with a fault', () => {
  const sound = event('DTSTART:20260302T010000Z', 'DTEND:20260302T020000Z');
  test.each<[string, string, string, number | null]>([
    ['an empty file', '', 'no-calendar', null],
    ['a web page', '<!doctype html>\n<p>Sign in</p>', 'no-calendar', 1],
    ['one that broke off', file(sound).slice(0, -30), 'cut-off', 7],
    ['one without its end', file(sound).replace('END:VCALENDAR\r\n', ''), 'cut-off', 9],
    ['an event that does not end', file('BEGIN:VEVENT', 'DTSTART:20260302T010000Z'), 'nesting', 6],
    ['a line that is none', file(event('DTSTART:20260302T010000Z', 'hello')), 'bad-line', 7],
    ['an event without a beginning', file(sound, event('SUMMARY:x')), 'no-start', 9],
    ['the 31st of February', file(event('DTSTART;VALUE=DATE:20260231')), 'bad-time', 4],
    ['words for a time', file(event('DTSTART:tomorrow')), 'bad-time', 4],
    ['a zone nobody knows', file(event('DTSTART;TZID=Mars:20260302T090000')), 'unknown-zone', 4],
    ['a rule that is none', file(event('DTSTART:20260302T090000', 'RRULE:FREQ=SOMETIMES')), 'bad-rule', 4],
    ['a day that never comes', file(event('DTSTART:20260302T090000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')), 'bad-rule', 4],
    ['every second', file(event('DTSTART:20200302T090000', 'RRULE:FREQ=SECONDLY')), 'bad-rule', 4],
    ['a clock that changes every second', file('BEGIN:VTIMEZONE', 'TZID:Mad', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'RRULE:FREQ=SECONDLY', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE', event('DTSTART;TZID=Mad:20260302T090000')), 'unknown-zone', 13],
  ])('%s is not read, and where it is wrong is said', (_what, text, code, line) => {
    expect(read(text)).toMatchObject({ kind: 'broken', code, line });
  });

  test('whatever is cut out of a file, or put into it, ends in times or in a reason', () => {
    const whole = file(sound, event('DTSTART;TZID=Europe/London:20260302T090000', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=9', 'EXDATE;TZID=Europe/London:20260327T090000'), event('DTSTART;VALUE=DATE:20260501', 'DURATION:P3D'));
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(80), fc.string({ maxLength: 20 }), (from, length, put) => {
        const found = read(whole.slice(0, from) + put + whole.slice(from + length));
        if (found.kind === 'read') for (const { fromAt, toAt } of found.busy) expect(toAt).toBeGreaterThan(fromAt);
        else expect(found.line === null || found.line > 0).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

test.each<[string, string]>([
  ['部门会议', 'meeting'], ['周会', 'meeting'], ['和业委会面谈', 'meeting'], ['Weekly sync', 'meeting'],
  ['病假', 'sick'], ['Dentist', 'sick'], ['年假', 'leave'], ['Vacation', 'leave'], ['消防培训', 'training'], ['去广州出差', 'outside'], ['site visit', 'outside'],
  ['午饭', 'other'], ['Callisto', 'other'], ['', 'other'],
])('“%s” is likely: %s', (words, why) => {
  expect(calendarWhy(words, false)).toBe(why);
});
