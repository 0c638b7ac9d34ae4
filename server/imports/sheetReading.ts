import { importLimits } from '../contract/imports.ts';
import type { FaultCode, ImportField, ImportKind, ImportRow, RowCounts, RowFault, RowOutcome } from '../contract/imports.ts';
import { compareValues, valueText } from './compareValues.ts';
import { findHeadings, headingsAt, widthOf } from './findHeadings.ts';
import { guessMapping } from './guessMapping.ts';
import { kindRules } from './kindRules.ts';
import { readRow } from './rowReader.ts';
import { cellText, isBlank } from './table.ts';
import type { TableFile } from './table.ts';
import type { OnFile, RecordChange, RowKey, Values } from './values.ts';

const shownSamples = 4;
/** Cells that the guess looks at, of each column. */
const guessedFrom = 50;
const longestSample = 40;

/** Who a key names on file; `fault`: why the row cannot be written all the same. */
export interface Found {
  onFile: OnFile | null;
  fault?: { field: ImportField; code: FaultCode; value: string };
}

/** What a sheet is, before anybody said what its columns mean. */
export interface SheetFace {
  sheets: string[];
  sheet: number;
  /** As Excel counts; 0 without headings. */
  headingRow: number;
  headings: string[];
  samples: string[][];
  guess: (ImportField | null)[];
  rows: number;
}

interface Row {
  row: number;
  values: Values;
  key: RowKey;
  faults: RowFault[];
  outcome: RowOutcome;
  set: Values;
  onFile: OnFile | null;
}

/** Which rows of a preview; `errors`: bad ones and doubles. */
export type RowsShown = 'all' | 'errors' | 'new' | 'changed' | 'same';

/** The rows of a file, from text to what would be written. Pure but for its own memory; runs in a worker thread because 100,000 rows take seconds. */
export interface SheetReading {
  /** Looks at a sheet; both are guessed unless told. */
  look(wanted?: { sheet?: number | undefined; headingRow?: number | undefined }): SheetFace;
  /** Reads every row by this mapping, some at a time: the numbers are how far it is, 0 to 1. */
  interpret(mapping: readonly (ImportField | null)[], country: string): Generator<number, void>;
  /** Keys of good rows, to be looked up; `from` is an index among the rows that have one. */
  keys(from: number, limit: number): RowKey[];
  /** The answers to `keys` from the same index on. */
  found(from: number, answers: readonly Found[]): void;
  counts(): RowCounts;
  rows(show: RowsShown, from: number, limit: number): { items: ImportRow[]; next: number | null };
  /** What is to be written, `from` an index into the changed and new rows; ids of new ones are made. */
  changes(from: number, limit: number): RecordChange[];
  /** The file as it came with what is wrong beside each bad row: heading first. `fault` puts it in words. */
  report(words: { heading: string; row: string; fault: (fault: RowFault) => string }): string[][];
}

/** @param newId makes the id of a new record */
export function openSheetReading(kind: ImportKind, file: TableFile, newId: () => string): SheetReading {
  const rules = kindRules[kind];
  let sheet = 0;
  let headingIndex = -1;
  let headings: string[] = [];
  let rows: Row[] = [];
  let asked: Row[] = [];
  let toWrite: Row[] = [];

  const cellsOf = (index: number) => file.sheets[index]?.rows ?? [];

  function bestSheet(): number {
    const filled = file.sheets.map(({ rows: own }) => {
      const found = findHeadings(kind, own.slice(0, 50));
      return guessMapping(kind, found.texts.map((heading) => ({ heading, samples: [] }))).filter((field) => field !== null).length;
    });
    return filled.indexOf(Math.max(...filled));
  }

  /** Once every good row has been looked up: two rows that are the same record are told apart. */
  function settle(): void {
    const byRecord = new Map<string, number>();
    toWrite = [];
    for (const row of rows) {
      if (row.onFile) {
        const first = byRecord.get(row.onFile.id);
        if (first !== undefined && row.outcome !== 'error' && row.outcome !== 'double') {
          row.outcome = 'double';
          row.faults = [{ field: null, column: null, code: 'double', value: String(first) }];
        } else byRecord.set(row.onFile.id, row.row);
      }
      if (row.outcome === 'new' || row.outcome === 'changed') toWrite.push(row);
    }
  }

  return {
    look({ sheet: wanted, headingRow } = {}) {
      sheet = wanted !== undefined && wanted < file.sheets.length ? wanted : bestSheet();
      const cells = cellsOf(sheet);
      const found = findHeadings(kind, cells);
      const isKnown = found.texts.some((text) => guessMapping(kind, [{ heading: text, samples: [] }])[0] !== null);
      headingIndex = headingRow !== undefined ? Math.min(headingRow, cells.length) - 1 : found.row;
      const width = Math.min(widthOf(cells), importLimits.columns);
      headings = headingIndex < 0 ? Array.from({ length: width }, () => '') : headingIndex === found.row && isKnown ? Array.from({ length: width }, (_, index) => found.texts[index] ?? '') : headingsAt(cells, headingIndex, width);
      const below = cells.slice(headingIndex + 1);
      const samples = headings.map((_, column) => {
        const texts: string[] = [];
        for (const row of below) {
          if (texts.length >= guessedFrom) break;
          if (!isBlank(row[column])) texts.push(cellText(row[column]).slice(0, longestSample));
        }
        return texts;
      });
      const guess = guessMapping(kind, headings.map((heading, index) => ({ heading, samples: samples[index] ?? [] })));
      rows = [];
      return { sheets: file.sheets.map(({ name }) => name), sheet, headingRow: headingIndex + 1, headings, samples: samples.map((texts) => [...new Set(texts)].slice(0, shownSamples)), guess, rows: below.filter((row) => !row.every(isBlank)).length };
    },

    *interpret(mapping, country) {
      const cells = cellsOf(sheet);
      const readers = rules.readers(country);
      const first = new Map<string, number>();
      rows = [];
      for (let index = headingIndex + 1; index < cells.length; index += 1) {
        const own = cells[index] ?? [];
        if (own.every(isBlank)) continue;
        const { values: read, faults } = readRow(own, mapping, headings, readers, file.format === 'csv');
        const { recordId: _, ...values } = rules.settle(read);
        const key = rules.key({ ...values, recordId: read.recordId ?? null });
        const missing = rules.rowFault({ ...values, recordId: key.id });
        if (missing && !faults.some(({ field }) => field === missing.field || (missing.code === 'no-key' && field !== null && rules.keyFields.includes(field)))) {
          const column = mapping.indexOf(missing.field);
          faults.push({ field: missing.field, column: column < 0 ? null : column, code: missing.code, value: '' });
        }
        const row: Row = { row: index + 1, values, key, faults, outcome: faults.length > 0 ? 'error' : 'new', set: values, onFile: null };
        if (faults.length === 0) {
          const claims = [rules.keyText(key), ...rules.claims(key)];
          const same = claims.map((claim) => first.get(claim)).find((at) => at !== undefined);
          if (same === undefined) for (const claim of claims) first.set(claim, row.row);
          else {
            row.outcome = 'double';
            row.faults = [{ field: null, column: null, code: 'double', value: String(same) }];
          }
        }
        rows.push(row);
        if (rows.length % 500 === 0) yield index / cells.length;
      }
      asked = rows.filter(({ outcome }) => outcome === 'new');
      toWrite = asked;
    },

    keys: (from, limit) => asked.slice(from, from + limit).map(({ key }) => key),

    found(from, answers) {
      for (const [offset, { onFile, fault }] of answers.entries()) {
        const row = asked[from + offset];
        if (!row) continue;
        row.onFile = onFile;
        row.faults = fault ? [{ column: null, ...fault }] : [];
        row.set = onFile ? compareValues(row.values, onFile) : row.values;
        row.outcome = fault ? 'error' : !onFile ? 'new' : Object.keys(row.set).length > 0 ? 'changed' : 'same';
      }
      if (from + answers.length >= asked.length) settle();
    },

    counts() {
      const counts: RowCounts = { total: rows.length, new: 0, changed: 0, same: 0, error: 0, double: 0 };
      for (const { outcome } of rows) counts[outcome] += 1;
      return counts;
    },

    rows(show, from, limit) {
      const items: ImportRow[] = [];
      let index = from;
      for (; index < rows.length && items.length < limit; index += 1) {
        const row = rows[index];
        if (!row || !(show === 'all' || row.outcome === show || (show === 'errors' && (row.outcome === 'error' || row.outcome === 'double')))) continue;
        const fields = row.outcome === 'changed' ? (Object.keys(row.set) as ImportField[]) : [];
        items.push({
          row: row.row,
          outcome: row.outcome,
          label: rules.label(row.key),
          faults: row.faults,
          changes: fields.map((field) => ({ field, before: valueText(row.onFile?.values[field] ?? null, field === 'privateNumbers'), after: valueText(row.set[field] ?? null, field === 'privateNumbers') })),
        });
      }
      return { items, next: index < rows.length ? index : null };
    },

    changes: (from, limit) => toWrite.slice(from, from + limit).map(({ row, onFile, set }) => ({ row, id: onFile?.id ?? newId(), isNew: onFile === null, set })),

    report(words) {
      const bad = rows.filter(({ faults }) => faults.length > 0);
      const cells = cellsOf(sheet);
      return [[words.row, words.heading, ...headings], ...bad.map(({ row, faults }) => [String(row), faults.map(words.fault).join('；'), ...headings.map((_, column) => cellText(cells[row - 1]?.[column]))])];
    },
  };
}
