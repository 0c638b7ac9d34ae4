import { plainCharacter } from './plainCharacters.ts';
import type { CharacterKind } from './plainCharacters.ts';

/** A run of characters that are searched in the same way. */
export interface Piece {
  kind: Exclude<CharacterKind, 'gap'>;
  /** Plain (plainCharacters.ts). */
  text: string;
  /** Where it stands in the text that it was cut from, in UTF-16 units. */
  from: number;
  to: number;
  /** For each UTF-16 unit of `text`: where its character begins in the original. */
  places: readonly number[];
}

interface OpenPiece extends Piece {
  places: number[];
}

/** A text in pieces, in order: 3栋漏水 is 3, 栋漏水. */
export function piecesOf(text: string): Piece[] {
  const pieces: OpenPiece[] = [];
  let open = null as OpenPiece | null;
  let at = 0;
  for (const character of text) {
    const to = at + character.length;
    for (const { text: plain, kind } of plainCharacter(character)) {
      if (kind === 'gap') {
        open = null;
        continue;
      }
      if (open?.kind !== kind) {
        open = { kind, text: '', from: at, to, places: [] };
        pieces.push(open);
      }
      open.text += plain;
      for (let unit = 0; unit < plain.length; unit += 1) open.places.push(at);
      open.to = to;
    }
    at = to;
  }
  return pieces;
}

/** Fewer digits than these are no telephone number, however they are spaced. */
export const shortestNumber = 7;
const longestGap = 3;

/**
 * Digits that belong to one number though something stands between them: 138-0013 8003, (0755) 8600 1234. Each as one piece more; the places of its
 * digits are those of the original.
 */
export function spacedNumbers(pieces: readonly Piece[]): Piece[] {
  const numbers: Piece[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const text = run.map((piece) => piece.text).join('');
    const [first] = run;
    const last = run.at(-1);
    if (run.length > 1 && first && last && text.length >= shortestNumber) numbers.push({ kind: 'digit', text, from: first.from, to: last.to, places: run.flatMap((piece) => piece.places) });
    run = [];
  };
  for (const piece of pieces) {
    const last = run.at(-1);
    // Between two runs of digits that follow each other stand gaps only.
    if (piece.kind !== 'digit' || (last && piece.from - last.to > longestGap)) close();
    if (piece.kind === 'digit') run.push(piece);
  }
  close();
  return numbers;
}
