/** Word lists: readable patterns over plain text, each proved by a sentence it finds and one it must leave alone. */
import { keptKey, keptWith, scriptOf, type PlainText, type Script } from './plainText.ts';

/**
 * A pattern over plain text (half width, simplified, lower case, no punctuation), a sentence in which it is found, and one in
 * which it is not. Wildcards are always bounded (`.{0,8}`), so that time grows with the length of the text and no faster.
 */
export type Entry = readonly [pattern: string, found: string, notFound: string];

/** Where a list was found in a text. */
export type Hit = { readonly at: number; readonly length: number; readonly words: string };

/** A list ready to search. A plain string is searched too, but nothing is kept with it; `at` of a hit counts in the plain text. */
export type WordList = {
  readonly name: string;
  /** Where the words come from: the clause of a manual, or the usage they were collected from. */
  readonly source: string;
  readonly entries: readonly Entry[];
  readonly test: (text: PlainText | string) => boolean;
  readonly find: (text: PlainText | string, from?: number) => Hit | null;
  readonly all: (text: PlainText | string) => Hit[];
};

/** Which writing a pattern needs: an entry all Chinese finds nothing in a text without a Chinese character, nor an English one without a letter. */
const han = /[㐀-鿿]/;

function scriptNeeded(pattern: string): Script {
  const bare = pattern.replace(/\\u[0-9a-f]{4}|\\k?<[a-z]+>|\\[a-zA-Z]|\[[^\]]*\]|\(\?<[a-z]+>/g, '');
  const needsHan = han.test(pattern);
  const needsLatin = /[a-z]/.test(bare);
  if (needsHan && !/[a-z]/.test(bare)) return 'han';
  return needsLatin && !needsHan && !/\\d|\d/.test(pattern.replace(/\{\d*,?\d*\}/g, '')) ? 'latin' : 'both';
}

type Searcher = { readonly first: RegExp; readonly every: RegExp };
const searcher = (patterns: readonly string[]): Searcher => {
  const joined = patterns.map((pattern) => `(?:${pattern})`).join('|') || '(?!)';
  return { first: new RegExp(joined), every: new RegExp(joined, 'g') };
};

/** Builds a list from its entries: one expression for each writing, compiled once. */
export function wordList(name: string, source: string, entries: readonly Entry[]): WordList {
  const scripts = entries.map(([pattern]) => ({ pattern, script: scriptNeeded(pattern) }));
  const only = (leftOut: Script | null) => searcher(scripts.filter(({ script }) => script !== leftOut).map(({ pattern }) => pattern));
  const searchers: Readonly<Record<Script, Searcher>> = { both: only(null), han: only('latin'), latin: only('han') };
  const findIn = (flat: string, script: Script, from: number): Hit | null => {
    const { every } = searchers[script];
    every.lastIndex = from;
    const hit = every.exec(flat);
    return hit ? { at: hit.index, length: hit[0].length, words: hit[0] } : null;
  };
  const allIn = (flat: string, script: Script): Hit[] => {
    const { every } = searchers[script];
    const hits: Hit[] = [];
    every.lastIndex = 0;
    for (let hit = every.exec(flat); hit; hit = every.exec(flat)) {
      hits.push({ at: hit.index, length: hit[0].length, words: hit[0] });
      if (hit[0] === '') every.lastIndex++;
    }
    return hits;
  };
  /** Keys of what is kept with a text: the first hit, and all of them. */
  const firstKey = keptKey();
  const allKey = keptKey();
  const firstHit = (text: PlainText): Hit | null => keptWith(text, firstKey, () => findIn(text.flat, text.script, 0));
  return {
    name,
    source,
    entries,
    test: (text) => (typeof text === 'string' ? searchers[scriptOf(text)].first.test(text) : firstHit(text) !== null),
    find: (text, from = 0) => (typeof text === 'string' ? findIn(text, scriptOf(text), from) : from === 0 ? firstHit(text) : findIn(text.flat, text.script, from)),
    all: (text) => (typeof text === 'string' ? allIn(text, scriptOf(text)) : keptWith(text, allKey, () => (firstHit(text) === null ? [] : allIn(text.flat, text.script)))),
  };
}
