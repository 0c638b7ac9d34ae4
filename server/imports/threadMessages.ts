import type { FileFault, ImportField, ImportKind, ImportRow, RowCounts } from '../contract/imports.ts';
import type { Found, RowsShown, SheetFace } from './sheetReading.ts';
import type { RecordChange, RowKey } from './values.ts';

/** The language of headings and reasons; the values stay as they are. */
export type TableLanguage = 'zh-CN' | 'en';

/** What the thread does; each is answered once, in order. */
export interface ThreadActs {
  /** Reads the file. */
  open: { asked: { kind: ImportKind; bytes: Uint8Array }; answer: { format: 'csv' | 'xlsx'; encoding: string; delimiter: string } };
  look: { asked: { sheet?: number | undefined; headingRow?: number | undefined }; answer: SheetFace };
  /** Reads every row; tells its progress meanwhile. */
  interpret: { asked: { mapping: readonly (ImportField | null)[]; country: string }; answer: RowCounts };
  keys: { asked: { from: number; limit: number }; answer: RowKey[] };
  found: { asked: { from: number; answers: readonly Found[] }; answer: null };
  counts: { asked: null; answer: RowCounts };
  rows: { asked: { show: RowsShown; from: number; limit: number }; answer: { items: ImportRow[]; next: number | null } };
  changes: { asked: { from: number; limit: number }; answer: RecordChange[] };
  /** The bad rows with their reasons, as a workbook. */
  report: { asked: { language: TableLanguage }; answer: Uint8Array };
  /** Rows of a workbook to be written, heading first; `sheet` makes it. */
  addRows: { asked: { rows: readonly (readonly string[])[] }; answer: null };
  sheet: { asked: { name: string }; answer: Uint8Array };
}
/** @see ThreadActs */
export type ThreadAct = keyof ThreadActs;

/** `id` is of the asking thread's making and comes back with the answer. */
export type ToThread = { [A in ThreadAct]: { id: number; act: A; asked: ThreadActs[A]['asked'] } }[ThreadAct];
/** `refused`: the file's fault, told to people; `failed`: ours. `share` from 0 to 1. */
export type FromThread = { kind: 'ready' } | { kind: 'progress'; id: number; share: number } | { kind: 'answer'; id: number; answer: unknown } | { kind: 'refused'; id: number; fault: FileFault } | { kind: 'failed'; id: number; message: string };
