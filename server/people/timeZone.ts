/** The country of a number written without one, where the office's clock tells it. */
const countries: Record<string, string> = {
  'Asia/Shanghai': 'CN',
  'Asia/Chongqing': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Macau': 'MO',
  'Asia/Taipei': 'TW',
  'Asia/Singapore': 'SG',
  'Asia/Tokyo': 'JP',
  'Europe/London': 'GB',
};

/** ISO 3166-1 alpha-2; null where the zone is of no country that we know of. */
export const countryOfZone = (timeZone: string): string | null => countries[timeZone] ?? null;

/** Whether this is the name of a time zone (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    // Intl tells an unknown zone by a RangeError and by nothing else.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
