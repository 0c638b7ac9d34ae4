/** 今天下班前, 明天上午, by five: a named day or hour as an instant, by the office's clock and hours. */
import { DateTime } from 'luxon';
import type { Hearing } from './hearing.ts';
import { zhNumber } from './spokenNumber.ts';

const weekdays: readonly (readonly [RegExp, number])[] = [
  [/(?:周|星期|礼拜)一|monday/, 1], [/(?:周|星期|礼拜)二|tuesday/, 2], [/(?:周|星期|礼拜)三|wednesday/, 3], [/(?:周|星期|礼拜)四|thursday/, 4],
  [/(?:周|星期|礼拜)五|friday/, 5], [/(?:周|星期|礼拜)六|saturday/, 6], [/(?:周|星期|礼拜)[日天末]|sunday/, 7],
];
/** The end of a named part of the day. */
const parts: readonly (readonly [RegExp, number])[] = [
  [/早上|明早|上午|morning/, 12], [/中午|noon|midday|lunch/, 12], [/傍晚|evening/, 20], [/今晚|明晚|晚上|tonight|midnight/, 22],
];
const enHours = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** The hour named in the words, on the 24-hour clock: an hour that has passed means the afternoon. */
function hourNamed(words: string, now: DateTime, isToday: boolean): { hour: number; minute: number } | null {
  const zh = /([\d一二两三四五六七八九十]{1,3})(?:点|:(\d\d))(半)?/.exec(words);
  const en = /\b(?:by|before) (half past )?(?:about |around )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/.exec(words);
  let hour: number | null = null;
  let minute = 0;
  if (zh) {
    hour = zhNumber(zh[1] ?? '');
    minute = zh[3] ? 30 : Number(zh[2] ?? 0);
  } else if (en) {
    const word = en[2] ?? '';
    hour = /\d/.test(word) ? Number(word) : enHours.indexOf(word) + 1;
    minute = en[1] ? 30 : 0;
  }
  if (hour === null || hour > 24) return null;
  const isAfternoon = /下午|晚|pm|p m|afternoon|tonight|evening/.test(words) || (isToday && hour < 12 && hour * 60 + minute <= now.hour * 60 + now.minute) || (hour < 7 && !/早|am|morning/.test(words));
  return { hour: isAfternoon && hour < 12 ? hour + 12 : hour, minute };
}

/**
 * The latest instant that keeps the promise, as ISO with the office's offset; null where the call's clock is not known or no day
 * and hour were named. 明天 alone means closing time of tomorrow.
 */
export function dueAt(words: string, hearing: Pick<Hearing, 'call' | 'office'>): string | null {
  const { arrivedAt } = hearing.call;
  if (arrivedAt === undefined) return null;
  const now = DateTime.fromISO(arrivedAt, { zone: hearing.office.timeZone });
  if (!now.isValid) return null;
  const { closes, workingDays } = hearing.office.hours;
  let day = now.startOf('day');
  let isNamed = /今|当天|today|tonight|this (?:morning|afternoon|evening)|下班|close of|end of (?:the )?day/.test(words);
  if (/后天|day after tomorrow/.test(words)) day = day.plus({ days: 2 });
  else if (/明|听日|tomorrow/.test(words)) day = day.plus({ days: 1 });
  else {
    const weekday = weekdays.find(([name]) => name.test(words))?.[1];
    if (weekday !== undefined) {
      day = day.plus({ days: (weekday - now.weekday + 7) % 7 });
      if (/下周|下星期|下个星期|下礼拜|next/.test(words)) day = day.startOf('week').plus({ days: 6 + weekday });
      isNamed = true;
    }
  }
  const isToday = day.hasSame(now, 'day');
  const hour = hourNamed(words, now, isToday);
  if (!isNamed && isToday && !hour) return null;
  // 下班前 on a day off means the next working day's end.
  if (/下班|close of|end of (?:the )?(?:business )?day/.test(words)) while (!workingDays.includes(day.weekday) && workingDays.length > 0) day = day.plus({ days: 1 });
  const part = parts.find(([name]) => name.test(words))?.[1];
  const [closeHour = 18, closeMinute = 0] = closes.split(':').map(Number);
  const due = hour ? day.set(hour) : part !== undefined && !/下班/.test(words) ? day.set({ hour: part, minute: 0 }) : day.set({ hour: closeHour, minute: closeMinute });
  return due.toISO({ suppressMilliseconds: true, suppressSeconds: true });
}
