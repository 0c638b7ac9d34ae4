import type { SlipChange } from './ports.ts';

/** Somebody who goes on typing in the same field within this time is still at the same change, ms. */
const sameBreathMs = 60_000;

/** Values that follow from another one that was typed. */
const consequences: Readonly<Record<string, string>> = { callerCity: 'callerNumber', callerExtension: 'callerNumber' };

/** What is no value that a reader of the history would miss. */
const silent = new Set(['id', 'callId', 'unitId', 'sources', 'version', 'missing', 'recipientId']);

/**
 * A slip's history as people read it, oldest first: a word that was saved letter by letter is one change, with the time of its last letter. Every other
 * change stands by itself; values that were never filled are left out of the first one.
 */
export function foldHistory(changes: readonly SlipChange[]): SlipChange[] {
  const folded: SlipChange[] = [];
  for (const change of changes) {
    const seen = { ...change, changed: shownValues(change) };
    const last = folded.at(-1);
    if (last && last.version > 1 && last.by === seen.by && seen.at - last.at <= sameBreathMs && written(last) === written(seen)) {
      folded[folded.length - 1] = { ...seen, changed: { ...last.changed, ...seen.changed } };
    } else if (Object.keys(seen.changed).length > 0) folded.push(seen);
  }
  return folded;
}

function shownValues({ version, changed }: SlipChange): Record<string, unknown> {
  const isNothing = (value: unknown) => value === '' || value === null || value === false || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(changed).filter(([name, value]) => !silent.has(name) && !(version === 1 && isNothing(value))));
}

/** The names that were typed, without what followed from them. */
function written({ changed }: SlipChange): string {
  return Object.keys(changed)
    .filter((name) => !(consequences[name] !== undefined && consequences[name] in changed))
    .sort()
    .join();
}
