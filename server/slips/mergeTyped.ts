import type { Slip, SlipBase, SlipContent } from '../contract/slip.ts';
import { slipFields } from '../contract/slipFields.ts';

/** What a patch may write, and the values that somebody else has changed since its writer saw them. */
export interface Merged {
  typed: Partial<SlipContent>;
  conflicts: (keyof SlipContent)[];
}

/** A value that was typed, as it would be stored: numbers are compared as numbers, not as they were written. */
export type AsStored = (name: keyof SlipContent, value: unknown) => unknown;

/**
 * Decides each value of a patch against the slip as it is stored. A value is written when nobody has touched it since the writer saw it (`base`), when it
 * came without a base, or when it says what is stored already (a request that is made again because its answer was lost). Choices and declined fields
 * are merged: what this writer added and took away, done to what is stored. Everything else is a conflict and stays as stored.
 */
export function mergeTyped(stored: Slip, typed: Partial<SlipContent>, base: SlipBase, asStored: AsStored = (_, value) => value): Merged {
  const merged: Merged = { typed: { ...typed }, conflicts: [] };
  for (const name of ['actionsRequested', 'actionsPermitted'] as const) {
    const [mine, seen] = [typed[name], base[name]];
    if (mine && seen) merged.typed[name] = mergeLists(stored[name], seen, mine);
  }
  if (typed.declined && base.declined) {
    const declined = mergeLists(stored.declined, base.declined, typed.declined);
    merged.typed.declined = slipFields.filter((field) => declined.includes(field));
  }
  for (const name of Object.keys(typed) as (keyof SlipContent)[]) {
    const wanted = typed[name];
    if (wanted === undefined || Array.isArray(wanted) || !(name in base)) continue;
    // The recipient is one thing under two names: an id chosen for one name must not replace another that was written meanwhile.
    const touched = isOther(stored[name], base[name]) || (name === 'recipientId' && base.recipient !== undefined && stored.recipient !== base.recipient);
    if (!touched || !isOther(stored[name], asStored(name, wanted))) continue;
    merged.conflicts.push(name);
    delete merged.typed[name];
  }
  return merged;
}

function isOther(stored: unknown, other: unknown): boolean {
  return (stored ?? null) !== (other ?? null);
}

function mergeLists<T>(stored: readonly T[], seen: readonly unknown[], mine: readonly T[]): T[] {
  const kept = stored.filter((one) => mine.includes(one) || !seen.includes(one));
  return [...kept, ...mine.filter((one) => !seen.includes(one) && !kept.includes(one))];
}
