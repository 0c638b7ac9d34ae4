import { sql } from 'kysely';
import { z } from 'zod';
import { callCard } from '../contract/card.ts';
import { slip as slipSchema } from '../contract/slip.ts';
import type { Indexed, IndexQuery, SearchStore } from '../search/ports.ts';
import { callSearchable, slipSearchable } from '../search/searchable.ts';
import type { Searchable } from '../search/searchable.ts';
import { everyTerm, splitForSearch } from '../search/splitForSearch.ts';
import { termsSum } from '../search/termsSum.ts';
import { readBody, readEach } from './readRow.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import { clearingIndex, compiled, docOf, freeDoc, indexOf, writingIndex } from './searchRows.ts';
import type { SearchedTable } from './searchRows.ts';
import type { StoreLog } from './storeLog.ts';

const foundRows = z.array(z.object({ doc: z.number(), id: z.string(), body: z.string() }));
const unindexedRows = z.array(z.object({ id: z.string(), version: z.number(), at: z.number(), body: z.string() }));
const countRows = z.array(z.object({ count: z.coerce.number() }));

const columnsOf = { slips: { at: 'called_at', body: 'body' }, calls: { at: 'arrived_at', body: 'card' } } as const;
const tableOf = { slip: 'slips', call: 'calls' } as const;
/** Records of one second may stand behind each other beyond the end of a span (searchRows.ts). */
const spanSlack = 1_000;

/** The search index in a database: FTS5 on SQLite, a tsvector with GIN on PostgreSQL, the same terms in both. */
export function buildSearchStore(database: RecordsDatabase, log: StoreLog): SearchStore {
  async function find<T extends z.ZodType>(table: SearchedTable, schema: T, { all, some, none, span, after, limit }: IndexQuery): Promise<Indexed<z.output<T>>[]> {
    const matches = database.dialect === 'sqlite' ? fts5Query({ all, some, none }) : tsquery({ all, some, none });
    const index = sql.table(indexOf[table]);
    const body = sql.ref(`r.${columnsOf[table].body}`);
    const spanFrom = span === null ? sql`` : sql` and f.doc >= ${docOf(span.from)}`;
    const spanTo = span === null ? sql`` : sql` and f.doc < ${docOf(span.to) + spanSlack}`;
    // The index leads and is walked downwards; it stops as soon as there are enough.
    const query =
      database.dialect === 'sqlite'
        ? sql`select f.rowid as doc, r.id as id, ${body} as body from ${index} as f cross join ${sql.table(table)} as r on r.search_doc = f.rowid where ${sql.ref(`f.${indexOf[table]}`)} match ${matches}${rowid(span, after)} order by f.rowid desc limit ${limit}`
        : sql`select f.doc as doc, f.id as id, ${body} as body from ${index} as f join ${sql.table(table)} as r on r.id = f.id where f.terms @@ ${matches}::tsquery${spanFrom}${spanTo}${after === null ? sql`` : sql` and (f.doc, f.id) < (${after.doc}, ${after.id})`} order by f.doc desc, f.id desc limit ${limit}`;
    const [found] = await database.run([compiled(database, query)], { isSearch: true });
    return foundRows.parse(found?.rows).map(({ doc, id, body: text }) => ({ mark: { doc, id }, record: readEach([text], (one) => readBody(schema, one, { table, id }), log)[0] ?? null }));
  }

  async function indexTable<T extends z.ZodType>(table: SearchedTable, schema: T, searchableOf: (record: z.output<T>) => Searchable, limit: number): Promise<number> {
    if (limit <= 0) return 0;
    const { at, body } = columnsOf[table];
    const [found] = await database.run([compiled(database, sql`select id, version, ${sql.ref(at)} as at, ${sql.ref(body)} as body from ${sql.table(table)} where search_doc is null order by ${sql.ref(at)} desc limit ${limit}`)], { isSearch: true });
    const rows = unindexedRows.parse(found?.rows);
    const statements = rows.flatMap((row): Statement[] => {
      const [record] = readEach([row.body], (text) => readBody(schema, text, { table, id: row.id }), log);
      // One that cannot be read has a place without words, so that it is not tried for ever.
      const terms = record === undefined ? [everyTerm] : splitForSearch(searchableOf(record));
      const sum = table === 'calls' ? termsSum(terms) : undefined;
      const place = compiled(database, sql`update ${sql.table(table)} set search_doc = ${freeDoc(database, table, row.at)} where id = ${row.id} and version = ${row.version} and search_doc is null`);
      return [place, ...writingIndex(database, { table, id: row.id, version: row.version, terms, ...(sum !== undefined && { sum }) })];
    });
    if (statements.length > 0) await database.run(statements);
    return rows.length;
  }

  return {
    findSlips: (query) => find('slips', slipSchema, query),
    findCalls: (query) => find('calls', callCard, query),

    async indexSome(limit) {
      const slips = await indexTable('slips', slipSchema, slipSearchable, limit);
      return slips + (await indexTable('calls', callCard, callSearchable, limit - slips));
    },

    async unindexed() {
      const counts = await database.run((['slips', 'calls'] as const).map((table) => compiled(database, sql`select count(*) as count from ${sql.table(table)} where search_doc is null`)), { isSearch: true });
      return counts.reduce((sum, { rows }) => sum + (countRows.parse(rows)[0]?.count ?? 0), 0);
    },

    async forget(kind, id) {
      const table = tableOf[kind];
      const sum = kind === 'call' ? [compiled(database, sql`update calls set search_sum = null where id = ${id}`)] : [];
      await database.run([...clearingIndex(database, table, id), ...sum]);
    },
  };
}

function rowid(span: IndexQuery['span'], after: IndexQuery['after']) {
  const below = Math.min(after === null ? Infinity : after.doc, span === null ? Infinity : docOf(span.to) + spanSlack);
  return sql`${below === Infinity ? sql`` : sql` and f.rowid < ${below}`}${span === null ? sql`` : sql` and f.rowid >= ${docOf(span.from)}`}`;
}

type Terms = Pick<IndexQuery, 'all' | 'some' | 'none'>;

/** Terms hold letters, digits, other characters beyond ASCII and `_` only; quoted all the same, they can never be read as operators. */
function fts5Query({ all, some, none }: Terms): string {
  const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;
  // The longest choices last: each is only asked about places that all before have.
  const any = [...some].sort((a, b) => a.length - b.length).map((terms) => `(${terms.map(quote).join(' OR ')})`);
  const wanted = [...all.map(quote), ...any];
  return `${(wanted.length === 0 ? [quote(everyTerm)] : wanted).join(' AND ')}${none.map((term) => ` NOT ${quote(term)}`).join('')}`;
}

function tsquery({ all, some, none }: Terms): string {
  const quote = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  const any = some.map((terms) => `(${terms.map(quote).join(' | ')})`);
  const wanted = [...any, ...all.map(quote), ...none.map((term) => `!${quote(term)}`)];
  return [quote(everyTerm), ...wanted].slice(wanted.length > none.length ? 1 : 0).join(' & ');
}
