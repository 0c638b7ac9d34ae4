import type { LetterLanguage } from './letterWords.ts';

const format = (at: number, language: LetterLanguage, timeZone: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { hourCycle: 'h23', timeZone, ...options }).format(at);

/** 10:43 on the office's clock. */
export const clockOf = (at: number, language: LetterLanguage, timeZone: string): string => format(at, language, timeZone, { hour: '2-digit', minute: '2-digit' });

/** 6月11日 周四 10:43 on the office's clock. */
export function dayAndClock(at: number, language: LetterLanguage, timeZone: string): string {
  return `${format(at, language, timeZone, { month: language === 'en' ? 'short' : 'long', day: 'numeric' })} ${format(at, language, timeZone, { weekday: 'short' })} ${clockOf(at, language, timeZone)}`;
}

/** 10:43 today, 6月11日 周四 10:43 on another day. */
export function shortClock(at: number, now: number, language: LetterLanguage, timeZone: string): string {
  const day = (one: number): string => format(one, 'en', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return day(at) === day(now) ? clockOf(at, language, timeZone) : dayAndClock(at, language, timeZone);
}
