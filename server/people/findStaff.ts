import { plainText } from './plainText.ts';
import type { StaffEntry } from './staffEntry.ts';
import { bestFirst, type StaffMatch } from './staffMatch.ts';

/** The search box: each word of the query must fit; best first, then by extension. Length of the query is the caller's bound. */
export function findStaff(query: string, entries: readonly StaffEntry[]): StaffMatch[] {
  const words = plainText(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join('');
  const found: StaffMatch[] = [];
  for (const entry of entries) {
    const score = Math.max(scoreOf(whole, entry), words.length > 1 ? Math.min(...words.map((word) => scoreOf(word, entry))) : 0);
    if (score > 0) found.push({ staff: entry.staff, score });
  }
  return found.sort(bestFirst);
}

function scoreOf(word: string, entry: StaffEntry): number {
  if (entry.staff.extension !== '') {
    if (word === entry.staff.extension) return 1;
    if (word.length >= 2 && entry.staff.extension.startsWith(word)) return 0.8;
  }
  if (entry.name === word) return 1;
  if (entry.name.startsWith(word)) return 0.95;
  if (entry.latinWords.some((latin) => latin.startsWith(word))) return 0.9;
  if (/[^a-z0-9]/.test(word) && entry.name.includes(word)) return 0.85;
  if (/^[a-z]+$/.test(word)) {
    for (const syllables of entry.readings) {
      if (syllables.join('') === word) return 0.9;
      if (syllables.map((syllable) => syllable[0]).join('') === word) return 0.85;
    }
    for (const syllables of entry.readings) if (spells(word, syllables)) return 0.75;
    for (const syllables of entry.readings) if (syllables.some((_, from) => from > 0 && spells(word, syllables.slice(from)))) return 0.65;
  }
  if (entry.duty.split(' ').some((part) => part.startsWith(word))) return 0.6;
  return /[^a-z0-9]/.test(word) && entry.duty.includes(word) ? 0.5 : 0;
}

/** Whether letters spell the first syllables, each whole or cut short: zw, zhwei, zhangw for zhang wei. */
export function spells(letters: string, syllables: readonly string[]): boolean {
  if (letters === '') return true;
  const [first, ...rest] = syllables;
  if (first === undefined) return false;
  for (let taken = 1; taken <= first.length && letters[taken - 1] === first[taken - 1]; taken++) {
    if (spells(letters.slice(taken), rest)) return true;
  }
  return false;
}
