import type { Piece } from './pieces.ts';

/** A word is found by its beginning, up to so many letters; what is typed beyond is compared in the record itself. */
export const longestBeginning = 8;
/** A number up to this length (a room, an extension) is found by one digit of it; a longer one by three that follow each other. */
export const shortNumber = 6;
const digitsTogether = 3;

function runs(text: string, length: number): string[] {
  const characters = [...text];
  return characters.slice(0, Math.max(0, characters.length - length + 1)).map((_, at) => characters.slice(at, at + length).join(''));
}

/** Everything that a piece of a record is found by. */
export function gramsOf({ kind, text }: Pick<Piece, 'kind' | 'text'>): string[] {
  switch (kind) {
    case 'gram':
      return [...runs(text, 1), ...runs(text, 2)];
    case 'letter':
      return Array.from({ length: Math.min(text.length, longestBeginning) }, (_, at) => text.slice(0, at + 1));
    case 'digit':
      return [...(text.length <= shortNumber ? [...runs(text, 1), ...runs(text, 2)] : []), ...runs(text, digitsTogether)];
  }
}

/** So few grams of what was typed that they cover all of it: a record that has it has them all. */
export function coverOf({ kind, text }: Pick<Piece, 'kind' | 'text'>): string[] {
  if (kind === 'letter') return [text.slice(0, longestBeginning)];
  const length = Math.min(kind === 'gram' ? 2 : digitsTogether, [...text].length);
  const all = runs(text, length);
  // Numbers begin alike and hold zeros: of them all grams narrow.
  if (kind === 'digit') return all;
  return all.filter((_, at) => at % length === 0 || at === all.length - 1);
}
