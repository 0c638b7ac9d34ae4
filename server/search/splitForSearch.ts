import { gramsOf, longestBeginning } from './grams.ts';
import { nameSpellings } from './nameSpellings.ts';
import { numberWritings } from './numberWritings.ts';
import { piecesOf, spacedNumbers } from './pieces.ts';
import type { Facet, Searchable } from './searchable.ts';

/** A message holds at most 20,000 characters, and nobody looks for what stands behind so many. */
const longestText = 20_000;

/** Terms that are no part of a text begin with this sign, which no text leaves in its grams. */
const mark = '_';
const hex = (text: string): string => Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** In every record. */
export const everyTerm = `${mark}a`;
/** In every record of an office: the scope of a search. */
export const unitTerm = (unitId: string): string => `${mark}u${hex(unitId)}`;
/** In every slip that this member of the staff has or had. */
export const recipientTerm = (staffId: string): string => `${mark}r${hex(staffId)}`;
/** In every record of which this holds. */
export const facetTerm = (facet: Facet): string => `${mark}f${facet.replace(/\W/g, '')}`;
/** A whole name or number. */
export const exactTerm = (plain: string): string => `${mark}x${plain.slice(0, 60)}`;

/** A name or number as it is compared as a whole: its plain characters without gaps. */
export const plainWhole = (text: string): string => piecesOf(text).map((piece) => piece.text).join('');

/**
 * The terms by which an index finds a record: letters, digits, other characters and `_` only, each once. Every part of a text of one Chinese character or
 * more, every part of a number of three digits or more and every beginning of a word has its terms (`coverOf`) among them.
 */
export function splitForSearch({ names, numbers, texts, unitId, recipientIds, facets }: Searchable): string[] {
  const terms = new Set<string>([everyTerm]);
  if (unitId !== null) terms.add(unitTerm(unitId));
  for (const recipientId of recipientIds) terms.add(recipientTerm(recipientId));
  for (const facet of facets) terms.add(facetTerm(facet));
  for (const text of [...names, ...texts, ...numbers]) {
    const pieces = piecesOf(text.slice(0, longestText));
    for (const piece of [...pieces, ...spacedNumbers(pieces)]) for (const gram of gramsOf(piece)) terms.add(gram);
  }
  for (const name of names) {
    terms.add(exactTerm(plainWhole(name)));
    for (const spelling of nameSpellings(name)) for (let length = 1; length <= Math.min(spelling.length, longestBeginning); length += 1) terms.add(spelling.slice(0, length));
  }
  for (const writing of numbers.flatMap(numberWritings)) {
    terms.add(exactTerm(writing));
    for (const gram of gramsOf({ kind: 'digit', text: writing })) terms.add(gram);
  }
  return [...terms];
}
