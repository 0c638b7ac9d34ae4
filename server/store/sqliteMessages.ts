import type { Statement, StatementResult } from './recordsDatabase.ts';

/** What the main thread tells the SQLite worker at its start. */
export interface SqliteWorkerData {
  file: string;
  /** Reads what another process writes, and writes nothing. */
  isReadOnly: boolean;
}

/** What became of one batch. */
export type BatchReply =
  | { kind: 'done'; results: StatementResult[] }
  | { kind: 'unexpected'; statement: number; changes: number }
  /** The database refused a statement of this batch. */
  | { kind: 'refused'; message: string }
  /** Nothing of the group could be written: the disk is full, the file is locked. */
  | { kind: 'unavailable'; message: string };

/** One transaction. */
export type Batch = Statement[];
