// ITU-T E.180 supplement: one cycle of the ringback tone, in milliseconds, by country code. China rings 1 s on, 4 s off.
const cycles: readonly (readonly [prefix: string, cycleMs: number])[] = [
  ['+852', 4000],
  ['+86', 5000],
  ['+81', 3000],
  ['+44', 3000],
  ['+1', 6000],
];

/** The length of one ring that a caller of this number hears, in milliseconds; 5 s where the country is not listed. */
export function ringCycleMs(number: string): number {
  return cycles.find(([prefix]) => number.startsWith(prefix))?.[1] ?? 5000;
}
