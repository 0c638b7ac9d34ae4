import { DateTime } from 'luxon';

/** From (inclusive) and to (exclusive), ms UTC. */
export interface Span {
  from: number;
  to: number;
}

type Unit = 'day' | 'week' | 'month' | 'year';
type Clock = DateTime;

const spanOf = (start: DateTime, unit: Unit): Span | null => (start.isValid ? { from: start.startOf(unit).toMillis(), to: start.startOf(unit).plus({ [unit]: 1 }).toMillis() } : null);

/** Days and weeks that are told from today on. */
const named: readonly (readonly [RegExp, Unit, number])[] = [
  [/^(?:今天|今日|today)$/, 'day', 0],
  [/^(?:昨天|昨日|yesterday)$/, 'day', 1],
  [/^前天$/, 'day', 2],
  [/^(?:本周|这周|这个?星期|this week)$/, 'week', 0],
  [/^(?:上周|上个?星期|last week)$/, 'week', 1],
  [/^(?:本月|这个月|this month)$/, 'month', 0],
  [/^(?:上个?月|last month)$/, 'month', 1],
  [/^(?:今年|this year)$/, 'year', 0],
  [/^(?:去年|last year)$/, 'year', 1],
];

const weekdays = [/^(?:上?周|上?星期|礼拜)一$|^mon(?:day)?$/, /^(?:上?周|上?星期|礼拜)二$|^tue(?:sday)?$/, /^(?:上?周|上?星期|礼拜)三$|^wed(?:nesday)?$/, /^(?:上?周|上?星期|礼拜)四$|^thu(?:rsday)?$/, /^(?:上?周|上?星期|礼拜)五$|^fri(?:day)?$/, /^(?:上?周|上?星期|礼拜)六$|^sat(?:urday)?$/, /^(?:上?周|上?星期|礼拜)[日天]$|^sun(?:day)?$/];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day or month of the calendar; without a year the latest that is not in the future. */
function calendar(year: number | null, month: number, day: number | null, now: Clock): Span | null {
  const unit = day === null ? 'month' : 'day';
  const of = (inYear: number): DateTime => DateTime.fromObject({ year: inYear, month, day: day ?? 1 }, { zone: now.zone });
  if (year !== null) return spanOf(of(year), unit);
  // 29 February is in one of eight years at worst.
  for (let back = 0; back <= 8; back += 1) {
    const start = of(now.year - back);
    if (start.isValid && start <= now) return spanOf(start, unit);
  }
  return null;
}

function one(text: string, now: Clock): Span | null {
  for (const [pattern, unit, back] of named) if (pattern.test(text)) return spanOf(now.minus({ [unit]: back }), unit);
  const weekday = weekdays.findIndex((pattern) => pattern.test(text));
  if (weekday >= 0) {
    const inLastWeek = text.startsWith('上');
    const days = (now.weekday - 1 - weekday + 7) % 7;
    return spanOf(inLastWeek ? now.startOf('week').minus({ week: 1 }).plus({ day: weekday }) : now.minus({ day: days }), 'day');
  }
  const lately = /^(?:最近|近|last )(\d{1,3})(?:天| ?days?)$/.exec(text);
  if (lately) return { from: now.startOf('day').minus({ day: Math.max(0, Number(lately[1]) - 1) }).toMillis(), to: now.startOf('day').plus({ day: 1 }).toMillis() };
  const chinese = /^(?:((?:19|20)\d\d)年)?(\d{1,2})月(?:(\d{1,2})[日号])?$/.exec(text);
  if (chinese) return calendar(chinese[1] ? Number(chinese[1]) : null, Number(chinese[2]), chinese[3] ? Number(chinese[3]) : null, now);
  const whole = /^((?:19|20)\d\d)([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (whole) return calendar(Number(whole[1]), Number(whole[3]), whole[4] ? Number(whole[4]) : null, now);
  const year = /^((?:19|20)\d\d)年$/.exec(text);
  if (year) return spanOf(DateTime.fromObject({ year: Number(year[1]) }, { zone: now.zone }), 'year');
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (short) return calendar(null, Number(short[1]), Number(short[2]), now);
  const english = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]*(?: (\d{1,2}))?(?: ((?:19|20)\d\d))?$/.exec(text);
  if (english && (english[1] ?? english[3]) && months.includes(english[2] ?? '')) return calendar(english[4] ? Number(english[4]) : null, months.indexOf(english[2] ?? '') + 1, Number(english[1] ?? english[3]), now);
  return null;
}

/**
 * A day, week, month, year or span as people write it: 昨天, 上周, 6月11日, 2026-11-20, 11/20, last week, 6月1日到6月11日. Null for what is none.
 * @param text plain, of at most some words
 */
export function readDates(text: string, clock: { now: number; timeZone: string }): Span | null {
  const now = DateTime.fromMillis(clock.now, { zone: clock.timeZone });
  const single = one(text, now);
  if (single) return single;
  const ends = /^(.+?)\s*(?:到|至|~|–|—|--| - |\bto\b)\s*(.+)$/.exec(text) ?? /^(\d{1,2}\/\d{1,2})-(\d{1,2}\/\d{1,2})$/.exec(text);
  const first = ends?.[1] === undefined ? null : one(ends[1], now);
  const last = ends?.[2] === undefined ? null : one(ends[2], now);
  return first && last && first.from < last.to ? { from: first.from, to: last.to } : null;
}
