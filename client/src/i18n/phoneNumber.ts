/** A number as it is read aloud: grouped, without the country where it is the mainland. */
export function groupedNumber(e164: string): string {
  const mobile = /^\+861(\d{2})(\d{4})(\d{4})$/.exec(e164);
  if (mobile) return `1${mobile[1] ?? ''} ${mobile[2] ?? ''} ${mobile[3] ?? ''}`;
  const twoDigitArea = /^\+86(10|2\d)(\d{4})(\d{4})$/.exec(e164);
  if (twoDigitArea) return `0${twoDigitArea[1] ?? ''} ${twoDigitArea[2] ?? ''} ${twoDigitArea[3] ?? ''}`;
  const landline = /^\+86(\d{3})(\d{3,4})(\d{4})$/.exec(e164);
  if (landline) return `0${landline[1] ?? ''} ${landline[2] ?? ''} ${landline[3] ?? ''}`;
  const small = /^\+(852|853)(\d{4})(\d{4})$/.exec(e164);
  if (small) return `+${small[1] ?? ''} ${small[2] ?? ''} ${small[3] ?? ''}`;
  const northAmerica = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  if (northAmerica) return `+1 ${northAmerica[1] ?? ''} ${northAmerica[2] ?? ''} ${northAmerica[3] ?? ''}`;
  return e164;
}
