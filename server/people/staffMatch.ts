import type { StaffMember } from './people.ts';

/** A person that a caller or a colleague asked for, as found. */
export interface StaffMatch {
  staff: StaffMember;
  /** 1 = certain (extension, exact name), lower for sound-alikes. */
  score: number;
}

/** Order of every list of matches: score, then extension. */
export function bestFirst(a: StaffMatch, b: StaffMatch): number {
  return b.score - a.score || compare(a.staff.extension, b.staff.extension) || compare(a.staff.id, b.staff.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Below every score. */
export const certainlyNobody = 0;

/** Below this a match is a question to ask, not an answer. */
const sureScore = 0.75;
/** How far the best must be ahead of the second. */
const sureLead = 0.1;

/** The one person meant, or null where a listener would have to ask again: a message must never go to the wrong person (DOMAIN 4). */
export function surelyMeant(matches: readonly StaffMatch[]): StaffMatch | null {
  const [best, second] = matches;
  if (!best || best.score < sureScore) return null;
  return second && best.score - second.score < sureLead ? null : best;
}

/** Those of whom each fits about as well as the best: a listener would ask which of them. Empty when nobody fits well enough to ask. */
export function couldBeMeant(matches: readonly StaffMatch[]): StaffMatch[] {
  const best = matches[0]?.score ?? 0;
  return best < sureScore ? [] : matches.filter(({ score }) => best - score < sureLead);
}
