import type { ImportKind } from '../contract/imports.ts';
import { fieldOfHeading } from './headingWords.ts';
import { cellText, isBlank } from './table.ts';
import type { Cell } from './table.ts';

/** How far down a heading may stand: a title, a date and a note often come first. */
const searched = 12;

/** The headings of a table. `row`: index of the row in which they stand (the lower one of two), -1 when there are none. */
export interface Headings {
  row: number;
  texts: string[];
}

/** How wide the table is where people look. */
export function widthOf(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** The headings in this row; where a cell of it is empty because the one above reaches down, the one above. */
export function headingsAt(rows: readonly (readonly Cell[])[], row: number, width: number): string[] {
  const own = rows[row] ?? [];
  // Only a row of several cells can be the upper half of a heading: a title stands alone.
  const above = row > 0 && (rows[row - 1] ?? []).filter((cell) => !isBlank(cell)).length > 1 ? (rows[row - 1] ?? []) : [];
  return Array.from({ length: width }, (_, index) => cellText(own[index]) || cellText(above[index]));
}

/** The row whose cells are known as headings most often; the first filled one when none is. */
export function findHeadings(kind: ImportKind, rows: readonly (readonly Cell[])[]): Headings {
  const width = widthOf(rows.slice(0, 1000));
  let best: Headings | null = null;
  let bestScore = 0;
  for (let row = 0; row < Math.min(searched, rows.length); row += 1) {
    const own = new Set((rows[row] ?? []).flatMap((cell) => fieldOfHeading(kind, cellText(cell)) ?? [])).size;
    if (own === 0) continue;
    const texts = headingsAt(rows, row, width);
    const score = texts.filter((text) => fieldOfHeading(kind, text) !== null).length;
    if (score > bestScore) [best, bestScore] = [{ row, texts }, score];
  }
  if (best && bestScore >= Math.min(2, width)) return best;
  const first = rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
  return { row: first, texts: headingsAt(rows, first, width) };
}
