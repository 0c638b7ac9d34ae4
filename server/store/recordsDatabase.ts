import type { CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What the few statements that the two databases write differently go by. */
export type Dialect = 'sqlite' | 'postgres';

/** What may be bound. Nothing else: the SQLite driver aborts the whole process on a boolean. */
export type Parameter = string | number | null;

/** One compiled statement of a batch. */
export interface Statement {
  sql: string;
  parameters: Parameter[];
  /** Rows that must change, else the whole batch is undone and rejects with `UnexpectedChanges`. */
  expectChanges?: number;
}

/** Of one statement of a batch. */
export interface StatementResult {
  rows: unknown[];
  /** Rows written by an insert, update or delete; 0 for a select. */
  changes: number;
}

/**
 * A database as the stores use it: statements go in batches, each batch is one transaction. There is no way to hold a
 * transaction open between two batches, so that SQLite's worker can put the fsync of many batches into one.
 */
export interface RecordsDatabase {
  readonly dialect: Dialect;
  /** Builds statements; runs nothing by itself. */
  readonly build: Kysely<Schema>;
  /**
   * Durable when it resolves. One result per statement.
   * @throws UnexpectedChanges when a statement's `expectChanges` was not met; nothing was written
   * @throws DomainError `unavailable` when the database cannot be reached; the batch may or may not have been written
   * @throws StoreFault when the database refuses a statement; nothing was written
   */
  run(batch: Statement[], how?: { /** A migration: takes its time. */ patient?: boolean; /** Only reads, and may take a while: on SQLite it does not stand before a call's commit. */ isSearch?: boolean }): Promise<StatementResult[]>;
  close(): Promise<void>;
}

/** A statement changed another number of rows than it had to. */
export class UnexpectedChanges extends Error {
  /** Index of the statement within its batch. */
  readonly statement: number;
  readonly changes: number;

  constructor(statement: number, changes: number) {
    super(`statement ${statement} of the batch changed ${changes} rows`);
    this.name = 'UnexpectedChanges';
    this.statement = statement;
    this.changes = changes;
  }
}

/** The database refused what the store asked of it, or holds what the store cannot read: a bug or a damaged database. */
export class StoreFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
  }
}

/** Makes a statement of a Kysely query. */
export function statement(query: { compile(): CompiledQuery }, expectChanges?: number): Statement {
  const { sql, parameters } = query.compile();
  const bound = parameters.map(bindable);
  return expectChanges === undefined ? { sql, parameters: bound } : { sql, parameters: bound, expectChanges };
}

function bindable(value: unknown): Parameter {
  if (value === null) return null;
  // Neither database's text can hold U+0000 (SQLite's driver cuts there, PostgreSQL refuses). In JSON it is escaped anyway.
  if (typeof value === 'string') return value.replaceAll('\u0000', '\uFFFD');
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new StoreFault(`a ${typeof value} cannot be bound to a statement`);
}
