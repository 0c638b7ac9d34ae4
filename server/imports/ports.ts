import type { ImportRecord } from './importRecord.ts';
import type { Found } from './sheetReading.ts';
import type { OnFile, RecordChange, RowKey } from './values.ts';

/** Imports under way, their files and what they are about to write. Implemented by store/, proven by test/suites/importStore.ts. */
export interface ImportStore {
  loadImport(id: string): Promise<ImportRecord | null>;
  importsIn(state: ImportRecord['state']): Promise<ImportRecord[]>;
  /** Kept as a whole. With `from` only while it is still in that state. @returns whether it was kept */
  saveImport(record: ImportRecord, from?: ImportRecord['state']): Promise<boolean>;
  /** One piece of the file or of what is to be written; the same position again replaces it. Small enough to keep calls free: 256 KB. */
  addImportPart(id: string, kind: 'file' | 'changes', position: number, body: string): Promise<void>;
  /** In the order of their positions, from this one on. */
  importParts(id: string, kind: 'file' | 'changes', from: number, limit: number): Promise<{ position: number; body: string }[]>;
  /** One part, or (without a position) all of this kind. */
  dropImportParts(id: string, kind: 'file' | 'changes', position?: number): Promise<void>;
  deleteImport(id: string): Promise<void>;
  /** Imports in this state that were not touched since, at most 1000 of them. */
  importsOlderThan(state: ImportRecord['state'], updatedBefore: number): Promise<string[]>;
}

/** Who writes, when and out of which file: for the audit log and the sources of a file. */
export interface WriteHow {
  unitId: string;
  by: { id: string; name: string };
  at: number;
  importId: string;
  fileName: string;
}

/** The records that a kind of import fills. */
export interface ImportTarget {
  /** How many keys may be looked up, and rows written, at once without a call having to wait for the records. */
  readonly rowsAtOnce: number;
  /** Who these rows are, one answer for each in their order. */
  find(unitId: string, keys: readonly RowKey[]): Promise<Found[]>;
  /**
   * Writes rows, all or none of those given. Once more with the same rows changes nothing: what was cut off is simply done again. Fields of
   * somebody that others edited meanwhile stay, unless the row has them.
   */
  write(changes: readonly RecordChange[], how: WriteHow): Promise<void>;
  /** Everybody of an office who is not removed, some at a time, in the order of the list. */
  all(unitId: string): AsyncGenerator<OnFile[], void>;
  /** One entry that tells of the whole import. */
  putOnRecord(how: WriteHow, counts: { created: number; changed: number; same: number; leftOut: number }): Promise<void>;
}
