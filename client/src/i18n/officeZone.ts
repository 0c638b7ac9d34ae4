/** The clock of an office by the country of its line; what is not listed goes by this computer's clock. */
const zones: readonly (readonly [prefix: string, zone: string])[] = [
  ['+86', 'Asia/Shanghai'],
  ['+852', 'Asia/Hong_Kong'],
  ['+853', 'Asia/Macau'],
  ['+886', 'Asia/Taipei'],
  ['+65', 'Asia/Singapore'],
  ['+81', 'Asia/Tokyo'],
  ['+44', 'Europe/London'],
];
const key = 'three-rings.office-zone';

let zone: string | undefined = localStorage.getItem(key) ?? undefined;

/** Every time on the screen is the office's, wherever this computer stands. */
export function keepOfficeZone(lineNumber: string): void {
  const [, found] = zones.find(([prefix]) => lineNumber.startsWith(prefix)) ?? [];
  if (found === undefined || found === zone) return;
  zone = found;
  localStorage.setItem(key, found);
}

export const officeZone = (): string | undefined => zone;
