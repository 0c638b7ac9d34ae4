import type { UiLanguage } from './i18n.ts';
import { officeZone } from './officeZone.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** m:ss, as call clocks show it. */
export function callClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

const format = (language: UiLanguage, options: Intl.DateTimeFormatOptions, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { hourCycle: 'h23', timeZone: officeZone(), ...options }).format(at);

const clock = (at: number, language: UiLanguage): string => format(language, { hour: '2-digit', minute: '2-digit' }, at);

/** 周四 10:43; on the office's clock, or on that of `timeZone`. */
export const weekdayClock = (at: number, language: UiLanguage, timeZone = officeZone()): string => `${format(language, { weekday: 'short', timeZone }, at)} ${format(language, { hour: '2-digit', minute: '2-digit', timeZone }, at)}`;

/** 10:43:29 */
export const exactClock = (at: number, language: UiLanguage): string => format(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }, at);

const monthAndDay = (at: number, language: UiLanguage): string => format(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric' }, at);

/** 6月11日 周四; on the office's clock, or on that of `timeZone`. */
export const dayAndWeekday = (at: number, language: UiLanguage, timeZone = officeZone()): string =>
  `${format(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric', timeZone }, at)} ${format(language, { weekday: 'short', timeZone }, at)}`;

/** 6月11日 周四 10:43 */
export const dayAndTime = (at: number, language: UiLanguage): string => `${monthAndDay(at, language)} ${weekdayClock(at, language)}`;

/** Days since 1970 on the office's calendar. */
function dayOf(at: number): number {
  const [year = 0, month = 1, day = 1] = format('en', { year: 'numeric', month: '2-digit', day: '2-digit' }, at).split('/').map(Number).reverse();
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** When something was, as short as it can be: 10:43 today, 昨天 22:39, 11月21日 01:39, 2025年12月30日 09:00. */
export function shortWhen(at: number, now: number, language: UiLanguage): string {
  const days = dayOf(now) - dayOf(at);
  const time = clock(at, language);
  if (days === 0) return time;
  if (days === 1) return language === 'en' ? `yesterday ${time}` : `昨天 ${time}`;
  const isThisYear = format(language, { year: 'numeric' }, at) === format(language, { year: 'numeric' }, now);
  return `${isThisYear ? monthAndDay(at, language) : format(language, { year: 'numeric', month: language === 'en' ? 'short' : 'long', day: 'numeric' }, at)} ${time}`;
}

/** When somebody is back: 今天 14:00, 明天（周五）09:00 */
export function backAt(at: number, now: number, language: UiLanguage): string {
  const time = clock(at, language);
  const days = dayOf(at) - dayOf(now);
  if (days === 0) return language === 'en' ? `today ${time}` : `今天 ${time}`;
  const weekday = format(language, { weekday: 'short' }, at);
  if (days === 1) return language === 'en' ? `tomorrow (${weekday}) ${time}` : `明天（${weekday}）${time}`;
  if (days < 7 && days > 1) return language === 'en' ? `${weekday} ${time}` : `${monthAndDay(at, language)}（${weekday}）${time}`;
  return dayAndTime(at, language);
}

/** When it is said aloud: 明天上午9点 reads better than 明天 09:00. */
export function spokenBackAt(at: number, now: number, language: UiLanguage): string {
  if (language === 'en') return backAt(at, now, language);
  const [hour = 0, minute = 0] = clock(at, language).split(':').map(Number);
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  const days = dayOf(at) - dayOf(now);
  const day = days === 0 ? '今天' : days === 1 ? '明天' : days === 2 ? '后天' : monthAndDay(at, language);
  return `${day}${part}${hour > 12 ? hour - 12 : hour}点${minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`}`;
}

/** A moment close by, before or behind: 10:50 today, else with its day. */
export function nearWhen(at: number, now: number, language: UiLanguage): string {
  return at > now && dayOf(at) !== dayOf(now) ? backAt(at, now, language) : shortWhen(at, now, language);
}
