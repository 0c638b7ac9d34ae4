/** Word lists: readable patterns over plain text, each proved by a sentence it finds and one it must leave alone. */
import type { PlainText } from './plainText.ts';

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

const flatOf = (text: PlainText | string): string => (typeof text === 'string' ? text : text.flat);

/** Builds a list from its entries: one expression, compiled once. */
export function wordList(name: string, source: string, entries: readonly Entry[]): WordList {
  const joined = entries.map(([pattern]) => `(?:${pattern})`).join('|') || '(?!)';
  const first = new RegExp(joined);
  const every = new RegExp(joined, 'g');
  return {
    name,
    source,
    entries,
    test: (text) => first.test(flatOf(text)),
    find: (text, from = 0) => {
      every.lastIndex = from;
      const hit = every.exec(flatOf(text));
      return hit ? { at: hit.index, length: hit[0].length, words: hit[0] } : null;
    },
    all: (text) => Array.from(flatOf(text).matchAll(every), (hit) => ({ at: hit.index, length: hit[0].length, words: hit[0] })),
  };
}
