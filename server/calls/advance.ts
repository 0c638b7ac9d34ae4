import { blankFact, erasedKey } from './blankFact.ts';
import { deriveCall } from './derive.ts';
import type { Call } from './call.ts';
import type { Effect } from './effect.ts';
import { effectsOf } from './effectsOf.ts';
import type { Fact } from './fact.ts';

/** Everything known of one call: its facts by key, and the effects that were already asked for. */
export interface History {
  id: string;
  facts: ReadonlyMap<string, Fact>;
  effectKeys: ReadonlySet<string>;
}

/** A call of which nothing is known yet. */
export function newHistory(id: string): History {
  return { id, facts: new Map(), effectKeys: new Set() };
}

/** What facts made of a call. */
export interface Advance {
  history: History;
  /** Null until the arrival of the call is among its facts. */
  call: Call | null;
  /** What must be done now and was not asked for before. */
  effects: Effect[];
}

/** Adds facts to a call. A fact whose key is known changes nothing ([C2]): the first that was stored stays. */
export function advance(history: History, ...added: readonly Fact[]): Advance {
  const facts = new Map(history.facts);
  for (const fact of added) if (!facts.has(fact.key)) facts.set(fact.key, fact);
  const isErased = facts.has(erasedKey);
  if (isErased) for (const [key, fact] of facts) facts.set(key, blankFact(fact));
  const call = deriveCall(history.id, facts.values());
  // Only ended calls are erased: what was to be done for them was done, and must not be done again with nothing in it.
  const effects = call && !isErased ? effectsOf(call, facts.values()).filter((effect) => !history.effectKeys.has(effect.key)) : [];
  const effectKeys = effects.length > 0 ? new Set([...history.effectKeys, ...effects.map((effect) => effect.key)]) : history.effectKeys;
  return { history: { id: history.id, facts, effectKeys }, call, effects };
}
