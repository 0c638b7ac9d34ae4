import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Sendings, who has a slip, when it is chased ([V1], [V6]). */
export const delivery: Migration = {
  name: '007-delivery',
  statements(db, dialect) {
    const { text, integer, end } = columnTypes(dialect);
    return [
      db.schema.alterTable('slips').addColumn('holder_id', text),
      db.schema.alterTable('slips').addColumn('chase_at', integer),
      db.schema.createIndex('slips_of_holder').on('slips').columns(['holder_id', 'called_at', 'id']).where(sql.ref('holder_id'), 'is not', null),
      db.schema.createIndex('slips_to_chase').on('slips').columns(['chase_at', 'id']).where(sql.ref('chase_at'), 'is not', null),
      db.schema
        .createTable('sendings')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('rev', integer, (c) => c.notNull())
        .addColumn('slip_id', text, (c) => c.notNull())
        .addColumn('unit_id', text, (c) => c.notNull())
        .addColumn('lane', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('due_at', integer, (c) => c.notNull())
        .addColumn('claimed_until', integer)
        .addColumn('ref', text)
        .addColumn('body', text, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('sendings_of_slip').on('sendings').columns(['slip_id', 'id']),
      db.schema.createIndex('sendings_due').on('sendings').columns(['unit_id', 'lane', 'due_at', 'id']).where(sql.ref('state'), '=', sql.lit('waiting')),
      db.schema.createIndex('sendings_claimed').on('sendings').columns(['claimed_until', 'id']).where(sql.ref('state'), '=', sql.lit('sending')),
      db.schema.createIndex('sendings_of_ref').on('sendings').columns(['ref']).where(sql.ref('ref'), 'is not', null),
    ];
  },
};
