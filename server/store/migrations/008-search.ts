import { sql } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** The index of slips and calls: FTS5 in SQLite, tsvector in PostgreSQL. */
export const search: Migration = {
  name: '008-search',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    const raw = (query: RawBuilder<unknown>): { compile(): CompiledQuery } => ({ compile: () => query.compile(db) });
    // SQLite: terms alone, neither text nor positions; a row's number is its place in time. PostgreSQL: the same terms as a tsvector.
    const index = (table: 'search_slips' | 'search_calls') =>
      dialect === 'sqlite'
        ? [raw(sql`create virtual table ${sql.table(table)} using fts5(terms, content='', contentless_delete=1, detail='none', tokenize="ascii tokenchars '_'")`)]
        : [
            raw(sql`create table ${sql.table(table)} (id text collate "C" primary key not null, doc bigint not null, terms tsvector not null)`),
            raw(sql`create index ${sql.ref(`${table}_newest`)} on ${sql.table(table)} (doc, id)`),
            raw(sql`create index ${sql.ref(`${table}_terms`)} on ${sql.table(table)} using gin (terms)`),
          ];
    const docs = (table: 'slips' | 'calls', at: 'called_at' | 'arrived_at') => {
      const places = db.schema.createIndex(`${table}_search`).on(table).column('search_doc').where(sql.ref('search_doc'), 'is not', null);
      return [
        db.schema.alterTable(table).addColumn('search_doc', integer),
        dialect === 'sqlite' ? places.unique() : places,
        // What is not in the index yet, so that an upgrade can bring it in bit by bit.
        db.schema.createIndex(`${table}_unsearched`).on(table).column(at).where(sql.ref('search_doc'), 'is', null),
      ];
    };
    return [...docs('slips', 'called_at'), ...docs('calls', 'arrived_at'), db.schema.alterTable('calls').addColumn('search_sum', integer), ...index('search_slips'), ...index('search_calls')];
  },
};
