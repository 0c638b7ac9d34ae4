/** What two speakers' words have in common: pairs of characters by sound, stems of English words, matters under any name. */
import type { Reading } from '../hearing.ts';
import { keptKey, keptWith } from '../plainText.ts';
import { soundOf } from '../sound.ts';
import { concepts } from '../words/matters.ts';
import { deskWords, englishGrammar, grammarChars, identityWords } from '../words/restating.ts';

/** Words that can carry a matter, with their places: Chinese pairs of characters, English stems. */
export type Content = { readonly pairs: readonly { readonly word: string; readonly at: number }[]; readonly stems: readonly { readonly word: string; readonly at: number }[]; readonly chars: ReadonlySet<string> };

const isHan = (char: string): boolean => char >= '㐀' && char <= '鿿';
const stemOf = (word: string): string => word.replace(/'s$|'$/, '').replace(/(?:ing|ed|es|s)$/, (tail, at: number) => (at >= 3 ? '' : tail)).replace(/([a-z])\1$/, '$1').replace(/e$/, '');

/** Numbers and times belong to a record: only the barest grammar is left out. */
const recordStop = new Set(Array.from('的了吗呢吧啊呀哦嗯嘛我你您他她们是在有那这就都也请问好'));
const recordKey = keptKey();
/** Pairs of characters with names, numbers and times left in: what a record holds. */
export const recordPairs = (text: Reading): ReadonlySet<string> => keptWith(text, recordKey, () => readRecord(text));

function readRecord(text: Reading): ReadonlySet<string> {
  const pairs = new Set<string>();
  const { flat } = text;
  if (/[一-鿿]/.test(flat)) {
    for (let i = 0; i + 1 < flat.length; i++) {
      const pair = flat.slice(i, i + 2);
      if (!recordStop.has(pair.charAt(0)) && !recordStop.has(pair.charAt(1))) pairs.add(pair);
    }
  } else for (const word of flat.split(' ')) if (/\d/.test(word) || (word.length > 3 && !englishGrammar.has(word))) pairs.add(stemOf(word));
  return pairs;
}

const contentKey = keptKey();
/** The words that carry a matter; names, flats and times are left out, since repeating them restates nothing. Kept with the text. */
export const contentOf = (text: Reading): Content => keptWith(text, contentKey, () => readContent(text));

function readContent(text: Reading): Content {
  // Names, flats, times: who and where, not what. Replaced by a mark of the same length, so that places stay.
  const flat = text.flat.replace(identityWords, (words) => '#'.repeat(words.length));
  const pairs: { word: string; at: number }[] = [];
  const chars = new Set<string>();
  for (let i = 0; i < flat.length; i++) {
    const a = flat.charAt(i);
    if (!isHan(a) || grammarChars.has(a)) continue;
    chars.add(a);
    const b = flat.charAt(i + 1);
    if (!isHan(b) || grammarChars.has(b) || deskWords.has(a + b)) continue;
    // By sound: a recogniser may write the caller's 岗亭 as 港亭.
    pairs.push({ word: `${soundOf(a)} ${soundOf(b)}`, at: i });
  }
  const stems = Array.from(flat.matchAll(/[a-z][a-z']{2,}/g), (hit) => ({ raw: hit[0], at: hit.index }))
    .filter(({ raw }) => !englishGrammar.has(raw.replace(/'(?:s|re|ve|ll|d|m)$/, '')) && !/n't$/.test(raw))
    .map(({ raw, at }) => ({ word: stemOf(raw), at }));
  return { pairs, stems, chars };
}

const conceptsKey = keptKey();
/** Names of the matters a text speaks of, in whatever words. Kept with the text. */
export const conceptsOf = (text: Reading): ReadonlySet<string> => keptWith(text, conceptsKey, () => conceptsIn(text.flat));

const conceptNames = concepts.map(([name]) => name);
/** All concepts in one expression: the group that matched tells which. */
const conceptPattern = new RegExp(concepts.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

function conceptsIn(flat: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const hit of flat.matchAll(conceptPattern)) {
    const group = hit.findIndex((words, i) => i > 0 && words !== undefined);
    const name = conceptNames[group - 1];
    if (name !== undefined) found.add(name);
  }
  return found;
}

/** How much of the caller's matter one stretch of the agent's words takes up again. */
export type Overlap = { readonly han: number; readonly english: number; readonly chars: number; readonly share: number; readonly total: number; /** matters named in any words */ readonly matters: number };

/** A stretch in which a restatement stands together: longer overlaps are chance. */
const stretch = 18;
const stretchEnglish = 70;

/** How much of what the caller said (`pairs`, `stems`, `chars`, `matters`) stands together in one stretch of the agent's words. */
export function overlapOf(agent: Content, concepts: ReadonlySet<string>, pairs: ReadonlySet<string>, stems: ReadonlySet<string>, chars: ReadonlySet<string>, matters: ReadonlySet<string>): Overlap {
  const places = [...new Set(agent.pairs.flatMap(({ word, at }) => (pairs.has(word) ? [at, at + 1] : [])))].sort((a, b) => a - b);
  const most = (list: readonly number[], width: number) => {
    let best = 0;
    for (let i = 0, j = 0; j < list.length; j++) {
      while ((list[j] ?? 0) - (list[i] ?? 0) > width) i++;
      best = Math.max(best, j - i + 1);
    }
    return best;
  };
  const seen = new Set<string>();
  const words = agent.stems.filter(({ word }) => stems.has(word) && !seen.has(word) && seen.add(word)).map(({ at }) => at);
  let shared = 0;
  for (const char of agent.chars) if (chars.has(char)) shared++;
  let named = 0;
  for (const each of concepts) if (matters.has(each)) named++;
  return { matters: named, han: most(places, stretch), english: most(words, stretchEnglish), chars: shared, share: shared / Math.max(1, agent.chars.size), total: places.length + words.length * 2 };
}

/** How many of the first are among the second. */
export const sharedOf = (some: ReadonlySet<string>, all: ReadonlySet<string>): number => {
  let shared = 0;
  for (const each of some) if (all.has(each)) shared++;
  return shared;
};
