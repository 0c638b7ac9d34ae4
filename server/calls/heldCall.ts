import type { CallCard } from '../contract/card.ts';
import { advance, newHistory } from './advance.ts';
import type { Advance, History } from './advance.ts';
import type { Call } from './call.ts';
import { cardOf } from './card.ts';
import type { Effect } from './effect.ts';
import type { Fact } from './fact.ts';

/** What memory has of one call. */
export interface HeldCall {
  history: History;
  /** Null until its arrival is known. */
  call: Call | null;
  card: CallCard | null;
  /** The records were read, so `history` is all that is known. */
  loaded: boolean;
  /** Keys of facts that neither records nor journal hold. */
  inMemoryOnly: Set<string>;
  /** What this card looked like when it was last told to the listeners; its version only grows. */
  told: CallCard | null;
  toldEnded: boolean;
  /** Ends when all that was handed in so far is kept. */
  keeping: Promise<unknown>;
}

/** A call of which nothing is known yet. */
export const newHeldCall = (callId: string): HeldCall => ({ history: newHistory(callId), call: null, card: null, loaded: false, inMemoryOnly: new Set(), told: null, toldEnded: false, keeping: Promise.resolve() });

/** Adds facts to it. @returns what follows from them */
export function fold(held: HeldCall, facts: readonly Fact[]): Advance {
  const step = advance(held.history, ...facts);
  held.history = step.history;
  held.call = step.call;
  held.card = step.call ? cardOf(step.call) : null;
  return step;
}

/** Facts from the records: what they call for was stored together with them, so their effects are not asked for again. */
export function absorb(held: HeldCall, facts: readonly Fact[]): Effect[] {
  const isFirst = held.history.facts.size === 0;
  const step = fold(held, facts);
  return isFirst ? [] : step.effects;
}

/** Kinds of which the order counts. */
const ordered: ReadonlySet<Fact['kind']> = new Set(['step', 'wanted', 'muted', 'matter', 'noted', 'callerIs', 'attached', 'wrappedUp', 'followedUp']);

/** What a hand did is put in order by its time: two of one millisecond would lose theirs. @returns the fact, 1 ms after the last of its kind where it has to be */
export function inOrder({ history }: HeldCall, fact: Fact): Fact {
  const { kind } = fact;
  if (!ordered.has(kind)) return fact;
  const last = Math.max(0, ...[...history.facts.values()].filter((known) => known.kind === kind).map((known) => known.at));
  return fact.at > last ? fact : { ...fact, at: last + 1 };
}
