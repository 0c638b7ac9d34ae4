import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Calls with facts and jobs, slips with their changes, people, sessions, settings. */
export const callsSlipsPeople: Migration = {
  name: '001-calls-slips-people',
  statements(db, dialect) {
    const { text, integer, position, end } = columnTypes(dialect);
    return [
      db.schema
        .createTable('calls')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('outcome', text)
        .addColumn('unit_id', text)
        .addColumn('agent_id', text)
        .addColumn('arrived_at', integer, (c) => c.notNull())
        .addColumn('card', text, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('calls_newest').on('calls').columns(['arrived_at', 'id']),
      db.schema.createIndex('calls_of_unit').on('calls').columns(['unit_id', 'arrived_at', 'id']),
      db.schema.createIndex('calls_open').on('calls').columns(['arrived_at', 'id']).where(sql.ref('state'), '<>', sql.lit('ended')),
      db.schema
        .createTable('facts')
        .addColumn('position', position)
        .addColumn('call_id', text, (c) => c.notNull().references('calls.id'))
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addUniqueConstraint('facts_key', ['call_id', 'key'])
        .modifyEnd(end),
      db.schema
        .createTable('jobs')
        .addColumn('call_id', text, (c) => c.notNull().references('calls.id'))
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('due_at', integer, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('last_error', text)
        .addColumn('done_at', integer)
        .addColumn('body', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('jobs_key', ['call_id', 'key'])
        .modifyEnd(end),
      db.schema.createIndex('jobs_open').on('jobs').column('due_at').where(sql.ref('done_at'), 'is', null),
      db.schema
        .createTable('slips')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('call_id', text)
        .addColumn('unit_id', text, (c) => c.notNull())
        .addColumn('recipient_id', text)
        .addColumn('recording_url', text)
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('called_at', integer, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('slips_newest').on('slips').columns(['called_at', 'id']),
      db.schema.createIndex('slips_of_unit').on('slips').columns(['unit_id', 'called_at', 'id']),
      db.schema.createIndex('slips_of_recipient').on('slips').columns(['recipient_id', 'called_at', 'id']),
      db.schema.createIndex('slips_of_call').on('slips').column('call_id'),
      db.schema.createIndex('slips_of_recording').on('slips').column('recording_url'),
      db.schema
        .createTable('slip_changes')
        .addColumn('slip_id', text, (c) => c.notNull().references('slips.id'))
        .addColumn('version', integer, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('slip_changes_key', ['slip_id', 'version'])
        .modifyEnd(end),
      db.schema
        .createTable('people')
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('id', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('people_key', ['kind', 'id'])
        .modifyEnd(end),
      db.schema
        .createTable('sessions')
        .addColumn('token_hash', text, (c) => c.primaryKey().notNull())
        .addColumn('user_id', text, (c) => c.notNull())
        .addColumn('created_at', integer, (c) => c.notNull())
        .addColumn('expires_at', integer, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('sessions_expiry').on('sessions').column('expires_at'),
      db.schema
        .createTable('settings')
        .addColumn('name', text, (c) => c.primaryKey().notNull())
        .addColumn('value', text, (c) => c.notNull())
        .modifyEnd(end),
    ];
  },
};
