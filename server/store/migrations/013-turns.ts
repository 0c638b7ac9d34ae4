import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Whose turn it is to go out: urgent sendings first in their lane, lanes by when they are free ([V8]). */
export const turns: Migration = {
  name: '013-turns',
  statements(db, dialect) {
    const { text, integer, end } = columnTypes(dialect);
    const waiting = sql.lit('waiting');
    return [
      db.schema.alterTable('sendings').addColumn('precedence', integer, (c) => c.notNull().defaultTo(1)),
      // A quoted word stands in the JSON as a name only: within a text its quotes are escaped.
      { compile: () => sql`update sendings set precedence = 0 where state = 'waiting' and slip_id in (select id from slips where body like '%"isUrgent":true%')`.compile(db) },
      db.schema.dropIndex('sendings_due'),
      db.schema.createIndex('sendings_due').on('sendings').columns(['unit_id', 'lane', 'precedence', 'due_at', 'id']).where(sql.ref('state'), '=', waiting),
      db.schema.createIndex('sendings_next').on('sendings').columns(['due_at']).where(sql.ref('state'), '=', waiting),
      db.schema
        .createTable('lanes')
        .addColumn('lane', text, (c) => c.primaryKey().notNull())
        .addColumn('free_at', integer, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('lanes_free').on('lanes').columns(['free_at']),
    ];
  },
};
