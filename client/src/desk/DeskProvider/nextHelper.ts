import type { WantedPerson } from '../../../../server/contract/card.ts';
import type { HelperView } from '../../../../server/contract/people.ts';

/** Whom the key for others takes next: each who can help in his turn, then (null) the one who was asked for again; undefined where nobody else can be asked. */
export function nextHelper(wanted: WantedPerson | null, helpers: readonly HelperView[]): HelperView | null | undefined {
  if (!wanted) return undefined;
  if (!wanted.insteadOf) return helpers[0];
  const at = helpers.findIndex(({ id }) => id === wanted.staffId);
  return at === -1 ? null : (helpers[at + 1] ?? null);
}

/** Somebody who was just asked for by hand: `from` whom, to whom it goes, and who was asked for at `first` (ids of the staff). */
export interface AskedInstead {
  from: string;
  to: string;
  first: string;
}

/** Who is wanted once the card that is on its way is here: a key that is pressed again before it came goes on from there. Null asked, or a card that has come: as it stands. */
export function wantedAsAsked(wanted: WantedPerson | null, asked: AskedInstead | null, helpers: readonly HelperView[]): WantedPerson | null {
  if (!wanted || asked?.from !== wanted.staffId) return wanted;
  const { insteadOf, ...rest } = wanted;
  const name = helpers.find(({ id }) => id === asked.to)?.name ?? insteadOf?.name ?? wanted.name;
  if (asked.to === asked.first) return { ...rest, staffId: asked.to, name };
  return { ...rest, staffId: asked.to, name, insteadOf: insteadOf ?? { staffId: wanted.staffId, name: wanted.name } };
}
