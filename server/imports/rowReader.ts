import type { FaultCode, ImportField, RowFault } from '../contract/imports.ts';
import { freed } from './defused.ts';
import { cellText, isBlank } from './table.ts';
import type { Cell } from './table.ts';
import type { Value, Values } from './values.ts';

/** What a cell became: a value, nothing, or what is wrong with it. */
export type FieldRead = { value: Value } | { none: true } | { fault: FaultCode; value?: string };

/** How the texts of one field are read; more than one where several columns fill it. */
export type FieldReader = (texts: readonly string[], headings: readonly string[]) => FieldRead;

const formulaError = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;
/** How Excel writes a room like 3-1 that it took for a day. */
const dayOfExcel = /^(?:\d{1,2}月\d{1,2}日|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2})$/i;
const dates: readonly ImportField[] = ['occupiedFrom', 'occupiedUntil'];
/** Fields in which Excel likes to see a day where there is none. */
const neverDays: readonly ImportField[] = ['ref', 'staffNumber', 'extension', 'property', 'building', 'unit', 'room', 'numbers', 'privateNumbers', 'area', 'household'];
const shown = 60;

/** A row as it was read. Fields that are not in the file, or whose cell is empty, are not in `values`. */
export interface RowRead {
  values: Values;
  faults: RowFault[];
}

/** Reads the cells of a row by the fields of their columns; what is wrong with the row as a whole is not looked at yet. */
export function readRow(cells: readonly Cell[], mapping: readonly (ImportField | null)[], headings: readonly string[], readers: Partial<Record<ImportField, FieldReader>>, isCsv: boolean): RowRead {
  const texts = new Map<ImportField, { texts: string[]; headings: string[]; column: number }>();
  const faults: RowFault[] = [];
  for (const [column, field] of mapping.entries()) {
    const cell = cells[column];
    if (field === null || isBlank(cell)) continue;
    // Only in CSV are formulas kept apart by an apostrophe.
    const text = (isCsv ? freed(cellText(cell)) : cellText(cell)).trim();
    const wrong = cellFault(field, cell ?? null, text);
    if (wrong) faults.push({ field, column, code: wrong, value: text.slice(0, shown) });
    else if (text !== '') {
      const known = texts.get(field);
      if (known) {
        known.texts.push(text);
        known.headings.push(headings[column] ?? '');
      } else texts.set(field, { texts: [text], headings: [headings[column] ?? ''], column });
    }
  }
  const values: Values = {};
  for (const [field, found] of texts) {
    const read = readers[field]?.(found.texts, found.headings) ?? { none: true };
    if ('fault' in read) faults.push({ field, column: found.column, code: read.fault, value: (read.value ?? found.texts.join('、')).slice(0, shown) });
    else if ('value' in read) values[field] = read.value;
  }
  return { values, faults };
}

function cellFault(field: ImportField, cell: Cell, text: string): FaultCode | null {
  if (text.includes('\ufffd')) return 'unreadable-characters';
  if (formulaError.test(text)) return 'formula-error';
  if (neverDays.includes(field) && (cell instanceof Date || dayOfExcel.test(text))) return 'date-instead';
  return cell instanceof Date && !dates.includes(field) && field !== 'notes' ? 'date-instead' : null;
}

/** Text of at most so many signs; a dash that stands for nothing is nothing. Lines are kept where a field has lines. */
export function textReader(longest: number, hasLines = false): FieldReader {
  return (texts) => {
    const text = texts.map((one) => (hasLines ? one.replace(/\r\n?/g, '\n') : one.replace(/\s+/g, ' ')).trim()).filter((one) => !/^(?:[-—–]+|null|n\/a)$/i.test(one)).join('；');
    if (text === '') return { none: true };
    return text.length > longest ? { fault: 'too-long', value: text } : { value: text };
  };
}
