import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Dialect } from '../recordsDatabase.ts';

interface ColumnTypes {
  /** Compared byte by byte, as SQLite does: a page mark means the same on both. */
  text: RawBuilder<unknown>;
  /** Holds ms since 1970. */
  integer: RawBuilder<unknown>;
  /** Numbers rows by itself, upwards. */
  position: RawBuilder<unknown>;
  /** What closes a `create table`. */
  end: RawBuilder<unknown>;
}

/** The types of columns in this dialect. */
export function columnTypes(dialect: Dialect): ColumnTypes {
  return dialect === 'sqlite'
    ? { text: sql`text`, integer: sql`integer`, position: sql`integer primary key autoincrement`, end: sql`strict` }
    : { text: sql`text collate "C"`, integer: sql`bigint`, position: sql`bigint generated always as identity primary key`, end: sql`` };
}
