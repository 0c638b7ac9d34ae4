/** Word lists: readable patterns over plain text, each proved by a sentence it finds and one it must leave alone. */
import { keptWith, type PlainText } from './plainText.ts';

/**
 * A pattern over plain text (half width, simplified, lower case, no punctuation), a sentence in which it is found, and one in
 * which it is not. Wildcards are always bounded (`.{0,8}`), so that time grows with the length of the text and no faster.
 */
export type Entry = readonly [pattern: string, found: string, notFound: string];

/** Where a list was found in a text. */
export type Hit = { readonly at: number; readonly length: number; readonly words: string };

export type WordList = {
  readonly name: string;
  /** Where the words come from: the clause of a manual, or the usage they were collected from. */
  readonly source: string;
  readonly entries: readonly Entry[];
  readonly test: (text: PlainText | string) => boolean;
  readonly find: (text: PlainText | string, from?: number) => Hit | null;
  readonly all: (text: PlainText | string) => Hit[];
};

/** Builds a list from its entries: one expression, compiled once. */
export function wordList(name: string, source: string, entries: readonly Entry[]): WordList {
  const joined = entries.map(([pattern]) => `(?:${pattern})`).join('|') || '(?!)';
  const first = new RegExp(joined);
  const every = new RegExp(joined, 'g');
  const findIn = (flat: string, from: number): Hit | null => {
    every.lastIndex = from;
    const hit = every.exec(flat);
    return hit ? { at: hit.index, length: hit[0].length, words: hit[0] } : null;
  };
  const allIn = (flat: string): Hit[] => {
    every.lastIndex = 0; // matchAll starts where the expression was left
    return Array.from(flat.matchAll(every), (hit) => ({ at: hit.index, length: hit[0].length, words: hit[0] }));
  };
  /** Keys of what is kept with a text: the first hit, and all of them. */
  const firstKey = {};
  const allKey = {};
  const firstHit = (text: PlainText): Hit | null => keptWith(text, firstKey, () => findIn(text.flat, 0));
  return {
    name,
    source,
    entries,
    test: (text) => (typeof text === 'string' ? first.test(text) : firstHit(text) !== null),
    find: (text, from = 0) => (typeof text === 'string' ? findIn(text, from) : from === 0 ? firstHit(text) : findIn(text.flat, from)),
    all: (text) => (typeof text === 'string' ? allIn(text) : keptWith(text, allKey, () => (firstHit(text) === null ? [] : allIn(text.flat)))),
  };
}
