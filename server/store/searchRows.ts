import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';

/*
 * The rows of the search index. A record's place in it, its `doc`, is the second of its time times 16: an index walked from above is walked from the
 * newest on, a span of time is a span of places. SQLite's index (FTS5) needs a place for each record alone, so records of one second stand behind each other.
 */

/** Tables whose records are found by the index. */
export type SearchedTable = 'slips' | 'calls';
/** Name of the index of each. */
export const indexOf = { slips: 'search_slips', calls: 'search_calls' } as const;

const placesASecond = 16;
const firstSecond = Date.UTC(2000, 0, 1) / 1000;

/** The place of a moment, ms UTC. What is older than the century stands first. */
export const docOf = (at: number): number => Math.max(0, Math.floor(at / 1000) - firstSecond) * placesASecond;

/** How to find a place for a record, as a value of an insert or update of its table. */
export function freeDoc({ dialect }: RecordsDatabase, table: SearchedTable, at: number): RawBuilder<number> {
  const doc = docOf(at);
  if (dialect === 'postgres') return sql<number>`${sql.lit(doc)}`;
  const rows = sql.table(table);
  return sql<number>`(select case when not exists (select 1 from ${rows} as o where o.search_doc = ${doc}) then ${doc} else (select o.search_doc + 1 from ${rows} as o where o.search_doc >= ${doc} and not exists (select 1 from ${rows} as n where n.search_doc = o.search_doc + 1) order by o.search_doc limit 1) end)`;
}

interface IndexRow {
  table: SearchedTable;
  id: string;
  /** The version that these terms are of: when another is stored, nothing is written. */
  version: number;
  terms: readonly string[];
  /** Written only where the stored sum is another. */
  sum?: number;
}

/** Puts a stored record's terms into the index in place of those that it has. */
export function writingIndex(database: RecordsDatabase, { table, id, version, terms, sum }: IndexRow): Statement[] {
  const index = sql.table(indexOf[table]);
  const changed = sum === undefined ? sql`` : sql` and search_sum is distinct from ${sum}`;
  const stored = sql`from ${sql.table(table)} where id = ${id} and version = ${version}${changed}`;
  const text = terms.join(' ');
  const write =
    database.dialect === 'sqlite'
      ? [sql`delete from ${index} where rowid = (select search_doc ${stored})`, sql`insert into ${index} (rowid, terms) select search_doc, ${text} ${stored}`]
      : [sql`insert into ${index} (id, doc, terms) select id, search_doc, array_to_tsvector(string_to_array(${text}, ' ')) ${stored} on conflict (id) do update set doc = excluded.doc, terms = excluded.terms`];
  const remember = sum === undefined ? [] : [sql`update ${sql.table(table)} set search_sum = ${sum} where id = ${id} and version = ${version}${changed}`];
  return [...write, ...remember].map((query) => compiled(database, query));
}

/** Takes a record out of the index before it moves to another place, or for good. */
export function clearingIndex(database: RecordsDatabase, table: SearchedTable, id: string): Statement[] {
  const index = sql.table(indexOf[table]);
  return [compiled(database, database.dialect === 'sqlite' ? sql`delete from ${index} where rowid = (select search_doc from ${sql.table(table)} where id = ${id})` : sql`delete from ${index} where id = ${id}`)];
}

/** For queries that the builder cannot say. */
export function compiled(database: RecordsDatabase, query: RawBuilder<unknown>): Statement {
  return statement({ compile: () => query.compile(database.build) });
}
