import { daysOn, instantOf, isDay, wallTimeAt, weekdayOf } from './wallClock.ts';
import type { WallTime } from './wallClock.ts';

/** By what a typed time is understood. */
export interface TimeContext {
  /** ms UTC, the server's. */
  now: number;
  /** The time that stands in the field, ms UTC: a clock time alone is of its day, a day alone keeps its clock time. Null: of now. */
  at: number | null;
  /** The office's zone, IANA name. */
  zone: string | undefined;
  /** How 6/11 is read: by month and day, or not at all. */
  isMonthFirst: boolean;
}

const dayMs = 86_400_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays: readonly RegExp[] = ['日天', '一', '二', '三', '四', '五', '六'].map((signs, at) => new RegExp(`(?:周|星期|礼拜)[${signs}]|\\b${['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][at] ?? ''}[a-z]*\\b\\.?`));
const relative: readonly (readonly [RegExp, number])[] = [
  [/大前天/, -3],
  [/前天|前日/, -2],
  [/昨天|昨日|\byesterday\b/, -1],
  [/今天|今日|\btoday\b/, 0],
];
/** A part of the day that names its day too. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/昨晚|昨夜/, '昨天晚上'],
  [/今早|今晨/, '今天早上'],
  [/今晚/, '今天晚上'],
];
const parts = '凌晨|早上|早晨|清晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|am|pm';
const clock = new RegExp(`(${parts})?\\s*(?<![\\d:])(\\d{1,2})\\s*(?::\\s*(\\d{2})(?::\\d{2})?|[点时]\\s*(半|一刻|三刻|\\d{1,2})?\\s*分?)\\s*(am|pm)?(?![\\d:])`);
const clockByHour = /(?<![\d:])(\d{1,2})\s*(am|pm)\b/;

/**
 * The instant (ms UTC) that somebody means who writes 10:43, 昨天 16:20, 6月11日 10:43, 下午3点半, 2026-11-20 9:05, 11 Jun 10:43, yesterday 4:20 pm at the office.
 * Without a year it is the last time that was so. Null for what is no time, or is left half written.
 */
export function readTime(text: string, { now, at, zone, isMonthFirst }: TimeContext): number | null {
  let rest = text.normalize('NFKC').toLowerCase().replace(/[\u200b-\u200f\u2066-\u2069\u202a-\u202e]/g, '').replace(/點/g, '点').replace(/時/g, '时').replace(/[號号]/g, '日').replace(/\b([ap])\.m\.?/g, '$1m').replace(/[,，。、;]/g, ' ').trim();
  for (const [word, plain] of joined) rest = rest.replace(word, plain);
  const start = wallTimeAt(at ?? now, zone);
  const today = wallTimeAt(now, zone);

  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };

  const time = takeClock(take);
  if (time === 'wrong') return null;
  const date = takeDate(take, today, isMonthFirst);
  if (date === 'wrong') return null;
  // 6月11日 周四: the date counts. A weekday alone is its last one.
  const weekday = weekdays.findIndex((pattern) => take(pattern) !== null);
  if (rest.replace(/[\s的\-/]+/g, '') !== '' || (!time && !date && weekday < 0)) return null;

  const day = date?.day ?? (weekday < 0 ? start : lastWeekday(today, weekday));
  const wall: WallTime = { year: day.year, month: day.month, day: day.day, hour: time?.hour ?? start.hour, minute: time?.minute ?? start.minute };
  if (!isDay(wall)) return null;
  const instant = instantOf(wall, zone);
  return date?.isYearOpen === true && instant > now + dayMs ? instantOf({ ...wall, year: wall.year - 1 }, zone) : instant;
}

type Take = (pattern: RegExp) => RegExpExecArray | null;

function takeClock(take: Take): { hour: number; minute: number } | 'wrong' | null {
  const found = take(clock);
  const bare = found ? null : take(clockByHour);
  if (!found && !bare) return null;
  const part = found?.[1] ?? found?.[5] ?? bare?.[2];
  const said = found?.[3] ?? found?.[4] ?? '0';
  const minute = said === '半' ? 30 : said === '一刻' ? 15 : said === '三刻' ? 45 : Number(said);
  const hour = hourOf(Number(found?.[2] ?? bare?.[1]), part);
  return hour === null || minute > 59 ? 'wrong' : { hour, minute };
}

/** 下午3点 is 15; null where hour and part of the day contradict each other. */
function hourOf(hour: number, part: string | undefined): number | null {
  if (hour > 23) return null;
  switch (part) {
    case undefined:
      return hour;
    case 'am':
    case '凌晨':
      return hour === 12 ? 0 : hour < 12 ? hour : null;
    case '早上':
    case '早晨':
    case '清晨':
    case '早':
    case '上午':
      return hour <= 12 ? hour : null;
    case '中午':
      return hour < 3 ? hour + 12 : hour > 10 && hour < 15 ? hour : null;
    case 'pm':
    case '下午':
    case '傍晚':
      return hour < 12 ? hour + 12 : hour;
    default:
      return hour >= 18 ? hour : hour >= 5 && hour < 12 ? hour + 12 : null;
  }
}

interface FoundDay {
  day: Pick<WallTime, 'year' | 'month' | 'day'>;
  isYearOpen: boolean;
}

function takeDate(take: Take, today: WallTime, isMonthFirst: boolean): FoundDay | 'wrong' | null {
  const found = (year: string | undefined, month: number, day: string | undefined): FoundDay | 'wrong' => {
    const made = { day: { year: year === undefined ? today.year : Number(year), month, day: Number(day) }, isYearOpen: year === undefined };
    // 29 February without a year is of a leap year, or of none.
    return isDay(made.day) || (made.isYearOpen && isDay({ ...made.day, year: today.year - 1 })) ? made : 'wrong';
  };
  const full = take(/(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?/);
  if (full) return found(full[1], Number(full[2]), full[3]);
  const short = take(/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})(?!\d)\s*日?/) ?? (isMonthFirst ? take(/(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{1,2})(?![\d/.-])/) : null);
  if (short) return found(undefined, Number(short[1]), short[2]);
  const named = `(${months.join('|')})[a-z]*\\.?`;
  const english = take(new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${named}(?:\\s+(\\d{4})(?![\\d:]))?`));
  if (english) return found(english[3], months.indexOf(english[2] ?? '') + 1, english[1]);
  const american = take(new RegExp(`\\b${named}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:\\s+(\\d{4})(?![\\d:]))?`));
  if (american) return found(american[3], months.indexOf(american[1] ?? '') + 1, american[2]);
  for (const [word, days] of relative) if (take(word)) return { day: daysOn(today, days), isYearOpen: false };
  return null;
}

function lastWeekday(today: WallTime, weekday: number): WallTime {
  return daysOn(today, -((weekdayOf(today) - weekday + 7) % 7));
}
