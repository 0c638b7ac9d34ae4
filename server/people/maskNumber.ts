import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A private number as a screen and the audit log may show it, so that somebody who knows it recognises it and nobody else can dial
 * it: 136****1102, 0755****1234, +852 91****67. At least four digits are hidden.
 */
export function maskNumber(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  const isMainland = parsed?.countryCallingCode === '86';
  const national = parsed ? (isMainland && !/^1\d{10}$/.test(parsed.nationalNumber) ? `0${parsed.nationalNumber}` : parsed.nationalNumber) : e164.replace(/\D/g, '');
  const code = parsed && !isMainland ? `+${parsed.countryCallingCode} ` : '';
  return `${code}${hidden(national)}`;
}

function hidden(digits: string): string {
  const shown = Math.max(0, digits.length - 4);
  // A Chinese mobile is known by its first three and last four digits; a shorter number shows less.
  const tail = Math.min(4, Math.ceil(shown / 2));
  const head = Math.min(digits.length === 12 ? 4 : 3, shown - tail);
  return `${digits.slice(0, head)}****${tail === 0 ? '' : digits.slice(-tail)}`;
}
