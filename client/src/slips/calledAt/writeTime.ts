import { wallTimeAt } from './wallClock.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = { 'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;

/**
 * A time (ms UTC) as field 7 shows it, by the office's clock: 6月11日 周四 10:43, with the year when it is not this one. `readTime` reads it back.
 * Without the weekday it can be edited without contradicting itself.
 */
export function writeTime(at: number, now: number, zone: string | undefined, language: 'zh-CN' | 'en', hasWeekday: boolean): string {
  const wall = wallTimeAt(at, zone);
  const isThisYear = wall.year === wallTimeAt(now, zone).year;
  const weekday = weekdays[language][new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay()] ?? '';
  const day = language === 'en' ? `${wall.day} ${english[wall.month - 1] ?? ''}${isThisYear ? '' : ` ${wall.year}`}` : `${isThisYear ? '' : `${wall.year}年`}${wall.month}月${wall.day}日`;
  return [day, ...(hasWeekday ? [weekday] : []), `${two(wall.hour)}:${two(wall.minute)}`].join(' ');
}
