import type { Marked } from '../contract/search.ts';
import { has } from './fits.ts';
import { nameSpellings } from './nameSpellings.ts';
import type { Reading, Wanted } from './parseQuery.ts';
import { piecesOf, spacedNumbers } from './pieces.ts';
import type { Piece } from './pieces.ts';

/** So much of a long text is shown around the first place that was found, in UTF-16 units. */
const before = 16;
const longest = 80;

type Range = [number, number];

/** Every place of a wanted piece in a piece of a text, in the text's own units. */
function placesIn(piece: Piece, wanted: Wanted, length: (at: number) => number): Range[] {
  if (!has(piece, wanted)) return [];
  const ranges: Range[] = [];
  const { text, places } = piece;
  for (let at = text.indexOf(wanted.text); at >= 0; at = wanted.kind === 'letter' ? -1 : text.indexOf(wanted.text, at + wanted.text.length)) {
    const from = places[at];
    const last = places[at + wanted.text.length - 1];
    if (from !== undefined && last !== undefined) ranges.push([from, last + length(last)]);
  }
  return ranges;
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** A text with the places of what was typed. A name that was found by its sound is marked as a whole. */
export function markMatches(text: string, { wanted, exact }: Pick<Reading, 'wanted' | 'exact'>, how: { isName?: boolean } = {}): Marked {
  const pieces = piecesOf(text);
  const all = [...pieces, ...spacedNumbers(pieces)];
  const looked: readonly Wanted[] = exact === null ? wanted : piecesOf(exact);
  const length = (at: number): number => (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  const ranges = all.flatMap((piece) => looked.flatMap((one) => placesIn(piece, one, length)));
  const bySound = how.isName === true && looked.some(({ kind, text: typed }) => kind === 'letter' && nameSpellings(text).some((spelling) => spelling.startsWith(typed)));
  return { text, marks: bySound ? [[0, text.length]] : joined(ranges) };
}

/** The part of a long text around what was found first, on one line; null where nothing of it was found. */
export function snippetOf(text: string, reading: Pick<Reading, 'wanted' | 'exact'>): Marked | null {
  const line = text.replace(/[\n\t]/g, ' ');
  const { marks } = markMatches(line, reading);
  const [first] = marks;
  if (!first) return null;
  return cutAround(line, marks, first[0]);
}

/** The beginning of a text, for a record that was found by something else. */
export const beginningOf = (text: string): Marked => cutAround(text.replace(/[\n\t]/g, ' '), [], 0);

function cutAround(line: string, marks: readonly Range[], at: number): Marked {
  const half = (place: number): boolean => /[\udc00-\udfff]/.test(line.charAt(place));
  let from = at - before <= 4 ? 0 : at - before;
  if (half(from)) from -= 1;
  let to = Math.min(line.length, from + longest);
  if (half(to)) to -= 1;
  const head = from > 0 ? '…' : '';
  const shift = head.length - from;
  const shown = marks.filter(([start]) => start < to).map(([start, end]): Range => [start + shift, Math.min(end, to) + shift]);
  return { text: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`, marks: shown };
}
