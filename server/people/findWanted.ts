import type { StaffEntry } from './findStaff.ts';
import type { StaffMatch } from './staffMatch.ts';

/** What the caller said or keyed when asked whom he wants. Nobody is better than the wrong one. */
export function findWanted(spoken: { speech: string | null; digits: string | null }, entries: readonly StaffEntry[]): StaffMatch[] {
  const keyed = spoken.digits?.replace(/\D/g, '') ?? '';
  return entries.filter((entry) => keyed !== '' && entry.staff.extension === keyed).map((entry) => ({ staff: entry.staff, score: 1 }));
}
