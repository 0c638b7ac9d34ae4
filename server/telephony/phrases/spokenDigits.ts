/** Digits one by one, in groups, so that a voice reads them as one reads a telephone number. */
export function spokenDigits(number: string): string {
  const digits = number.replace(/\D/g, '');
  const national = digits.startsWith('86') && digits.length === 13 ? digits.slice(2) : digits;
  const groups = national.match(national.length === 11 ? /^(...)(....)(....)$/ : /.{1,4}/g) ?? [];
  return (national.length === 11 ? groups.slice(1) : groups).map((group) => [...group].join(' ')).join(', ');
}
