import type { WantedPerson } from '../../../../server/contract/card.ts';
import type { HelperView } from '../../../../server/contract/people.ts';

/** Whom the key for others takes next: each who can help in his turn, then (null) the one who was asked for again; undefined where nobody else can be asked. */
export function nextHelper(wanted: WantedPerson | null, helpers: readonly HelperView[]): HelperView | null | undefined {
  if (!wanted) return undefined;
  if (!wanted.insteadOf) return helpers[0];
  const at = helpers.findIndex(({ id }) => id === wanted.staffId);
  return at === -1 ? null : (helpers[at + 1] ?? null);
}
