/** How long: durations and deadlines named in speech. */
import { enNumberOf, zhNumber } from './spokenNumber.ts';

/** A stretch of time named in a text. `minutes` is null where the number is vague (几分钟). `hasBound` says 之内, within and the like. */
export type Duration = { readonly at: number; readonly length: number; readonly minutes: number | null; readonly hasBound: boolean };

const zhCount = '(?:\\d{1,3}(?:\\.\\d)?|[一二两俩三四五六七八九十廿卅百几数]{1,4})';
const zhUnit = '个?工作日|个?半?小时|个?半?钟头|个半?钟|分钟|分半钟|刻钟|个字|天|日|个?星期|个?礼拜|周|个月';
const zhPattern = new RegExp(
  `(?:(?:${zhCount})(?:到|至|-|~|或者?))?(?:(半)(?:个|粒)?(小时|钟头|钟|天|日|月)|(${zhCount})(多|来)?(${zhUnit})(半)?)(?:左右|上下)?(之?内|以内|里)?`,
  'g',
);
const zhMinutes: readonly (readonly [RegExp, number])[] = [
  [/分钟/, 1],
  [/刻钟/, 15],
  [/字/, 5],
  [/小时|钟/, 60],
  [/工作日|天|日/, 1440],
  [/星期|礼拜|周/, 10_080],
  [/月/, 43_200],
];

const enCount = '(?:\\d{1,3}(?:\\.\\d)?|(?:(?:a |an )?(?:couple(?: of)?|few)|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)';
const enPattern = new RegExp(
  `\\b(within|in|under|inside|less than|no more than)?(?: about| around| the next| roughly)? ?(?:${enCount}(?: to | or |-))?(half an hour|half hour|three[ -]quarters of an hour|(?:a )?quarter of an hour|an hour and a half|the (?:next )?(?:hour|day|week)|next hour|(${enCount}) ?(?:full |working |business )?(minutes?|mins?|hours?|hrs?|days?|weeks?)(?: and a half)?)\\b`,
  'g',
);
const enMinutes = (unit: string): number => (unit.startsWith('m') ? 1 : unit.startsWith('h') ? 60 : unit.startsWith('d') ? 1440 : 10_080);

function zhDurations(flat: string): Duration[] {
  return Array.from(flat.matchAll(zhPattern), (hit) => {
    const [words, half, halfUnit, count, , unit = '', tail, bound] = hit;
    let minutes: number | null;
    if (half) minutes = halfUnit === '月' ? 21_600 : /天|日/.test(halfUnit ?? '') ? null : 30;
    else {
      const size = zhMinutes.find(([name]) => name.test(unit))?.[1] ?? 0;
      const number = zhNumber(count ?? '');
      const extra = unit.includes('半') || (tail && /钟|小时|天/.test(unit)) ? 0.5 : 0;
      minutes = number === null ? null : (number + extra) * size;
    }
    return { at: hit.index, length: words.length, minutes, hasBound: bound !== undefined };
  }).filter((found) => {
    // 三日 in a date (十月三日), 一天到晚 and 天天 are no durations.
    const before = flat.slice(Math.max(0, found.at - 2), found.at);
    const after = flat.slice(found.at + found.length, found.at + found.length + 2);
    return !/月$|第$|前$|星期$|礼拜$|周$/.test(before) && !/^到晚|^.{0,1}[一两二三四五六几\d][次趟遍回]/.test(flat.slice(found.at + found.length, found.at + found.length + 4)) && !/^到晚/.test(after);
  });
}

function enDurations(flat: string): Duration[] {
  if (!/[a-z]/.test(flat)) return [];
  return Array.from(flat.matchAll(enPattern), (hit) => {
    const [words, bound, whole = '', count, unit = ''] = hit;
    let minutes: number | null;
    if (whole.startsWith('half')) minutes = 30;
    else if (whole.includes('quarters')) minutes = 45;
    else if (whole.includes('quarter')) minutes = 15;
    else if (whole === 'next hour') minutes = 60;
    else if (whole.startsWith('the ')) minutes = bound === 'within' || whole.startsWith('the next') ? enMinutes(whole.replace(/^the (?:next )?/, '')) : null;
    else if (whole === 'an hour and a half') minutes = 90;
    else {
      const number = enNumberOf((count ?? '').trim());
      minutes = number === null ? null : (number + (words.endsWith('and a half') ? 0.5 : 0)) * enMinutes(unit);
    }
    return { at: hit.index, length: words.length, minutes, hasBound: bound !== undefined };
  }).filter(({ minutes, hasBound, at, length }) => !/^the (?!next)/.test(flat.slice(at, at + length)) && (minutes !== null || hasBound || /few|couple/.test(flat.slice(at, at + length))));
}

const worthLooking = /分|钟|时|天|日|周|星期|礼拜|月|字|min|hour|hr|day|week/;

/** Every duration named in a plain text, in the order of speech. */
export function durations(flat: string): Duration[] {
  if (!worthLooking.test(flat)) return [];
  return [...zhDurations(flat), ...enDurations(flat)].sort((a, b) => a.at - b.at);
}
