import type { UiLanguage } from '../../i18n/i18n.ts';

/** Time zones to choose from, the usual ones of our offices first; `chosen` is always among them. These few carry their name in words (中国标准时间); to name all takes a second. */
export function timeZones(chosen: string, language: UiLanguage): { value: string; label: string }[] {
  const named = [...new Set(['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei', 'Asia/Singapore', ...(chosen === '' ? [] : [chosen])])];
  const words = (timeZone: string): string => {
    const name = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
    return name === undefined ? timeZone : `${name} ${timeZone}`;
  };
  return [...named.map((value) => ({ value, label: words(value) })), ...Intl.supportedValuesOf('timeZone').filter((zone) => !named.includes(zone)).map((value) => ({ value, label: value }))];
}
