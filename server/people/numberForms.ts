import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const forms = new Map<string, readonly string[]>();
/** Numbers whose forms are remembered; an office has some hundreds. */
const kept = 20_000;

/**
 * The rows of digits as which people write an E.164 number: with and without its country, with the trunk prefix, and for a fixed line of the mainland also without the
 * area code.
 */
export function numberForms(e164: string): readonly string[] {
  const known = forms.get(e164);
  if (known) return known;
  if (forms.size >= kept) forms.clear();
  const made = makeForms(e164);
  forms.set(e164, made);
  return made;
}

function makeForms(e164: string): string[] {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return [e164.replace(/\D/g, '')];
  const { nationalNumber, countryCallingCode: code } = parsed;
  const all = [nationalNumber, `0${nationalNumber}`, `${code}${nationalNumber}`, `${code}0${nationalNumber}`, `00${code}${nationalNumber}`];
  const area = code === '86' && !/^1[3-9]\d{9}$/.test(nationalNumber) ? (/^(?:10|2\d)/.test(nationalNumber) ? 2 : 3) : null;
  const local = area === null ? '' : nationalNumber.slice(area);
  return local.length >= 7 ? [...all, local] : all;
}
