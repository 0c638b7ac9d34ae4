import { nameSpellings } from './nameSpellings.ts';
import { numberWritings } from './numberWritings.ts';
import { shortNumber } from './grams.ts';
import type { Reading, Wanted } from './parseQuery.ts';
import { piecesOf, spacedNumbers } from './pieces.ts';
import type { Piece } from './pieces.ts';
import type { Searchable } from './searchable.ts';
import { plainWhole } from './splitForSearch.ts';

/** A record in pieces, to compare several readings with. */
export interface Split {
  of: Searchable;
  pieces: readonly Pick<Piece, 'kind' | 'text'>[];
}

/** Once a record, before it is held against the readings of a query. */
export function split(of: Searchable): Split {
  const inTexts = [...of.names, ...of.texts, ...of.numbers].flatMap((text) => {
    const pieces = piecesOf(text);
    return [...pieces, ...spacedNumbers(pieces)];
  });
  return { of, pieces: [...inTexts, ...of.numbers.flatMap(numberWritings).map((text) => ({ kind: 'digit' as const, text }))] };
}

/** Whether a piece of a record is what was typed, or has it in it. */
export function has(piece: Pick<Piece, 'kind' | 'text'>, { kind, text }: Wanted): boolean {
  if (piece.kind !== kind) return false;
  switch (kind) {
    case 'gram':
      return piece.text.includes(text);
    case 'letter':
      return piece.text.startsWith(text);
    case 'digit':
      return piece.text.includes(text) && (text.length >= 3 || piece.text.length <= shortNumber);
  }
}

/** Whether a record is what a reading asks for: the index answers with a few that only look so. */
export function fits({ of, pieces }: Split, { wanted, exact, facets, span }: Reading): boolean {
  if (span && (of.at < span.from || of.at >= span.to)) return false;
  if (facets.some((any) => !any.some((facet) => of.facets.includes(facet)))) return false;
  if (exact !== null && !of.names.some((name) => plainWhole(name) === exact) && !of.numbers.flatMap(numberWritings).includes(exact)) return false;
  return wanted.every((one) => pieces.some((piece) => has(piece, one)) || (one.kind === 'letter' && of.names.some((name) => nameSpellings(name).some((spelling) => spelling.startsWith(one.text)))));
}
