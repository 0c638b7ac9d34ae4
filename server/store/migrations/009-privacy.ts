import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** The chain of the audit log, and callers' requests. */
export const privacy: Migration = {
  name: '009-privacy',
  statements(db, dialect) {
    const { text, integer, end } = columnTypes(dialect);
    return [
      db.schema.alterTable('audit').addColumn('seq', integer),
      db.schema.alterTable('audit').addColumn('hash', text),
      db.schema.alterTable('audit').addColumn('personal', text),
      db.schema.createIndex('audit_seq').unique().on('audit').column('seq'),
      db.schema.createIndex('audit_unsealed').on('audit').column('position').where(sql.ref('seq'), 'is', null),
      db.schema
        .createTable('audit_chain')
        .addColumn('id', integer, (c) => c.primaryKey().notNull())
        .addColumn('seq', integer, (c) => c.notNull())
        .addColumn('hash', text, (c) => c.notNull())
        .modifyEnd(end),
      db.insertInto('audit_chain').values({ id: 1, seq: 0, hash: '0'.repeat(64) }),
      db.schema
        .createTable('privacy_requests')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('unit_id', text, (c) => c.notNull())
        .addColumn('at', integer, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('caller_hash', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('privacy_requests_of_unit').on('privacy_requests').columns(['unit_id', 'at', 'id']),
    ];
  },
};
