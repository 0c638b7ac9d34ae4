/** A stored number as people write it: with the country, with the mainland's trunk 0, and at home without either. Digits only. */
export function numberWritings(number: string): string[] {
  const digits = number.normalize('NFKC').replace(/\D/g, '');
  if (digits === '') return [];
  const national = /^\s*[+＋]86/.test(number) ? digits.slice(2) : null;
  if (national === null) return [digits];
  return /^1[3-9]/.test(national) ? [digits, national] : [digits, `0${national}`, national];
}

/** What somebody typed of a number, as it would stand in one of the writings: without 00 or a trunk 0 before a mobile. */
export function typedNumber(typed: string): string {
  return typed
    .replace(/^\+86[\s\-.]*\(?0\)?/, '86')
    .replace(/\D/g, '')
    .replace(/^00(?=\d{8})/, '')
    .replace(/^0(?=1[3-9]\d)/, '');
}
