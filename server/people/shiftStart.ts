import type { PresenceState } from '../contract/people.ts';

/** Who comes back after less than this was on a break, ms: it is the same shift. */
const longestBreakMs = 4 * 60 * 60_000;

interface Standing {
  /** When he last said that he had seen what waited, ms UTC; null: never. */
  seenAt: number | null;
  signedInAt: number;
  presence: PresenceState;
  /** Since when his presence is what it is. */
  presenceSince: number;
}

/**
 * Whether somebody stands at the start of his shift and has not yet seen what waited (DOMAIN 13: before the shift, messages left by others):
 * he signed in since, or, still signed in from yesterday, became available after a long time.
 */
export function isShiftStart({ seenAt, signedInAt, presence, presenceSince }: Standing): boolean {
  if (seenAt === null || signedInAt > seenAt) return true;
  return presence === 'available' && presenceSince - seenAt >= longestBreakMs;
}
