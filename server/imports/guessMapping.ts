import { fieldsOf, severalColumns } from '../contract/imports.ts';
import type { ImportField, ImportKind } from '../contract/imports.ts';
import { fieldOfHeading } from './headingWords.ts';
import { readProperty } from './readProperty.ts';

/** A column as the guess sees it: its heading and the first things that stand in it. */
export interface ColumnSample {
  heading: string;
  samples: readonly string[];
}

function share(samples: readonly string[], holds: (text: string) => boolean): number {
  return samples.length === 0 ? 0 : samples.filter(holds).length / samples.length;
}

/** Whole properties in one cell (3-1-1502), whatever the heading calls them. */
function isWholeProperty(samples: readonly string[]): boolean {
  return share(samples, (text) => (readProperty(text)?.building ?? '') !== '') > 0.5;
}

/** What the cells say where the heading says too little. */
function settled(kind: ImportKind, field: ImportField | null, { heading, samples }: ColumnSample): ImportField | null {
  if (kind === 'staff' && field === 'privateNumbers' && !/手机|移动|mobile|cell/i.test(heading) && share(samples, (text) => /^\d{2,6}$/.test(text)) > 0.5) return 'extension';
  if (field === 'room' && isWholeProperty(samples)) return 'property';
  if (field === 'property' && !isWholeProperty(samples)) return 'room';
  return field;
}

/**
 * Which field each column fills, by its heading and its first cells. A field that one column alone may fill goes to the first that asks
 * for it; where building and room have columns of their own, a whole property is not read again.
 */
export function guessMapping(kind: ImportKind, columns: readonly ColumnSample[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const hasBuildings = columns.some(({ heading }) => fieldOfHeading(kind, heading) === 'building');
  const guessed = columns.map((column) => {
    const said = fieldOfHeading(kind, column.heading);
    const field = hasBuildings && said === 'room' ? 'room' : settled(kind, said, column);
    if (field === null || !fieldsOf[kind].includes(field) || (taken.has(field) && !severalColumns.includes(field))) return null;
    taken.add(field);
    return field;
  });
  const isSplit = taken.has('building') && taken.has('room');
  return guessed.map((field) => (field === 'property' && isSplit ? null : field));
}
