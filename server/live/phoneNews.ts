import type { Floor } from '../people/floor.ts';

/**
 * Of several windows of one user one has the phone: tells the one that has it now and the one that had it before.
 * @returns the way to stop
 */
export function watchPhones(floor: Floor, tell: (connectionId: string, here: boolean) => void): () => void {
  const holders = new Map<string, string>();
  return floor.onChange((userId) => {
    const before = holders.get(userId) ?? null;
    const now = floor.phoneOn(userId);
    if (before === now) return;
    if (now === null) holders.delete(userId);
    else holders.set(userId, now);
    if (before !== null) tell(before, false);
    if (now !== null) tell(now, true);
  });
}
