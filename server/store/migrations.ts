import { sql } from 'kysely';
import type { CompiledQuery, Kysely, RawBuilder } from 'kysely';
import type { Dialect } from './recordsDatabase.ts';
import type { Schema } from './schema.ts';

/** One step of the schema, run once, in one transaction. A released one is never edited: a change is a new step. */
export interface Migration {
  name: string;
  statements(db: Kysely<Schema>, dialect: Dialect): { compile(): CompiledQuery }[];
}

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

function columnTypes(dialect: Dialect): ColumnTypes {
  return dialect === 'sqlite'
    ? { text: sql`text`, integer: sql`integer`, position: sql`integer primary key autoincrement`, end: sql`strict` }
    : { text: sql`text collate "C"`, integer: sql`bigint`, position: sql`bigint generated always as identity primary key`, end: sql`` };
}

export const migrations: Migration[] = [
  {
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
  },
  {
    name: '002-calls-found-again',
    statements(db, dialect) {
      const { text } = columnTypes(dialect);
      const raw = (query: RawBuilder<unknown>): { compile(): CompiledQuery } => ({ compile: () => query.compile(db) });
      const number = dialect === 'sqlite' ? sql`json_extract(card, '$.caller.number')` : sql`card::json #>> '{caller,number}'`;
      const caller = dialect === 'sqlite' ? sql`json_extract(card, '$.caller')` : sql`card::json ->> 'caller'`;
      const slipNumber = dialect === 'sqlite' ? sql`json_extract(body, '$.callerNumber')` : sql`body::json ->> 'callerNumber'`;
      return [
        db.schema.alterTable('calls').addColumn('caller_number', text),
        db.schema.alterTable('calls').addColumn('matter', text),
        db.schema.alterTable('calls').addColumn('missed', text),
        db.schema.alterTable('calls').addColumn('words', text, (c) => c.notNull().defaultTo('')),
        db.schema.alterTable('slips').addColumn('caller_number', text, (c) => c.notNull().defaultTo('')),
        // Older calls are found by what their card says of the caller; what is written about them from now on is found in full.
        raw(sql`update calls set caller_number = ${number}, words = lower(coalesce(${caller}, '')), missed = case when state = 'ended' and outcome in ('abandoned-ringing', 'abandoned-queued', 'attendant-no-message', 'callback-asked', 'failed') then 'open' end`),
        raw(sql`update slips set caller_number = coalesce(${slipNumber}, '')`),
        db.schema.createIndex('calls_of_number').on('calls').columns(['caller_number', 'arrived_at', 'id']),
        db.schema.createIndex('calls_missed').on('calls').columns(['missed', 'arrived_at', 'id']).where(sql.ref('missed'), 'is not', null),
        db.schema.createIndex('slips_of_number').on('slips').columns(['caller_number', 'called_at', 'id']),
      ];
    },
  },
  {
    name: '003-audit',
    statements(db, dialect) {
      const { text, integer, position, end } = columnTypes(dialect);
      return [
        db.schema
          .createTable('audit')
          .addColumn('position', position)
          .addColumn('at', integer, (c) => c.notNull())
          .addColumn('unit_id', text)
          .addColumn('kind', text, (c) => c.notNull())
          .addColumn('subject_id', text, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .modifyEnd(end),
        db.schema.createIndex('audit_of_unit').on('audit').columns(['unit_id', 'position']),
        db.schema.createIndex('audit_of_subject').on('audit').columns(['kind', 'subject_id', 'position']),
      ];
    },
  },
  {
    name: '004-residents',
    statements(db, dialect) {
      const { text, integer, end } = columnTypes(dialect);
      return [
        db.schema
          .createTable('residents')
          .addColumn('id', text, (c) => c.primaryKey().notNull())
          .addColumn('rev', integer, (c) => c.notNull())
          .addColumn('unit_id', text, (c) => c.notNull())
          .addColumn('ref', text)
          .addColumn('building', text, (c) => c.notNull())
          .addColumn('place', text, (c) => c.notNull())
          .addColumn('name_key', text, (c) => c.notNull())
          .addColumn('sort', text, (c) => c.notNull())
          .addColumn('removed_at', integer)
          .addColumn('words', text, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .modifyEnd(end),
        // All that a search looks at, so that it reads no whole files.
        db.schema.createIndex('residents_listed').on('residents').columns(['unit_id', 'sort', 'id', 'building', 'words']).where(sql.ref('removed_at'), 'is', null),
        db.schema.createIndex('residents_of_ref').on('residents').columns(['unit_id', 'ref']).where(sql.ref('ref'), 'is not', null),
        db.schema.createIndex('residents_of_place').on('residents').columns(['unit_id', 'place', 'name_key', 'id']).where(sql.ref('removed_at'), 'is', null),
        db.schema
          .createTable('resident_numbers')
          .addColumn('number', text, (c) => c.notNull())
          .addColumn('resident_id', text, (c) => c.notNull())
          .addColumn('unit_id', text, (c) => c.notNull())
          .addPrimaryKeyConstraint('resident_numbers_key', ['number', 'resident_id'])
          .modifyEnd(end),
        db.schema.createIndex('resident_numbers_of_one').on('resident_numbers').column('resident_id'),
        db.schema.createIndex('resident_numbers_of_unit').on('resident_numbers').columns(['unit_id', 'number', 'resident_id']),
      ];
    },
  },
  {
    name: '005-imports',
    statements(db, dialect) {
      const { text, integer, end } = columnTypes(dialect);
      return [
        db.schema
          .createTable('imports')
          .addColumn('id', text, (c) => c.primaryKey().notNull())
          .addColumn('state', text, (c) => c.notNull())
          .addColumn('updated_at', integer, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .modifyEnd(end),
        db.schema.createIndex('imports_by_state').on('imports').columns(['state', 'updated_at']),
        db.schema
          .createTable('import_parts')
          .addColumn('import_id', text, (c) => c.notNull())
          .addColumn('kind', text, (c) => c.notNull())
          .addColumn('position', integer, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .addPrimaryKeyConstraint('import_parts_key', ['import_id', 'kind', 'position'])
          .modifyEnd(end),
      ];
    },
  },
  {
    name: '006-slips-read',
    statements(db, dialect) {
      const { integer } = columnTypes(dialect);
      return [
        db.schema.alterTable('slips').addColumn('read_at', integer),
        db.schema.createIndex('slips_unread').on('slips').columns(['recipient_id', 'called_at', 'id']).where(sql.ref('read_at'), 'is', null),
      ];
    },
  },
  {
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
  },
  {
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
  },
  {
    name: '010-people-version',
    statements(db, dialect) {
      const { integer } = columnTypes(dialect);
      return [db.schema.alterTable('people').addColumn('version', integer, (c) => c.notNull().defaultTo(0))];
    },
  },
  {
    name: '010-slips-to-complete',
    statements(db, dialect) {
      const { integer } = columnTypes(dialect);
      return [
        db.schema.alterTable('slips').addColumn('to_complete', integer),
        db.schema.createIndex('slips_to_complete').on('slips').columns(['unit_id', 'called_at', 'id']).where(sql.ref('to_complete'), 'is not', null),
      ];
    },
  },
  {
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
  },
  {
    name: '011-slips-standing',
    statements(db, dialect) {
      const { integer } = columnTypes(dialect);
      return [
        db.schema.alterTable('slips').addColumn('standing', integer, (c) => c.notNull().defaultTo(2)),
        // As contract/slipStanding.ts has it. A quoted word stands in the JSON as an element only: within a text its quotes are escaped.
        { compile: () => sql`update slips set standing = case when state in ('dropped', 'merged') then 5 when state = 'done' then 4 when state = 'acknowledged' then 3 when state <> 'draft' and body like '%"stuck":"%' then 0 when body like '%"urgent"%' then 1 else 2 end`.compile(db) },
        db.schema.createIndex('slips_of_unit_by_standing').on('slips').columns(['unit_id', 'standing', 'called_at', 'id']),
        db.schema.createIndex('slips_open').on('slips').columns(['standing', 'called_at', 'id']).where(sql.ref('standing'), '<=', sql.lit(2)),
      ];
    },
  },
  {
    name: '011-tasks',
    statements(db, dialect) {
      const { text, integer, end } = columnTypes(dialect);
      return [
        db.schema
          .createTable('tasks')
          .addColumn('id', text, (c) => c.primaryKey().notNull())
          .addColumn('rev', integer, (c) => c.notNull())
          .addColumn('unit_id', text, (c) => c.notNull())
          .addColumn('state', text, (c) => c.notNull())
          .addColumn('due_at', integer, (c) => c.notNull())
          .addColumn('owner_id', text)
          .addColumn('call_id', text)
          .addColumn('slip_id', text)
          .addColumn('caller_number', text, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .modifyEnd(end),
        db.schema.createIndex('tasks_of_unit').on('tasks').columns(['unit_id', 'state', 'due_at', 'id']),
        db.schema.createIndex('tasks_of_owner').on('tasks').columns(['owner_id', 'state', 'due_at', 'id']),
        db.schema.createIndex('tasks_of_call').on('tasks').column('call_id').where(sql.ref('call_id'), 'is not', null),
        db.schema.createIndex('tasks_of_slip').on('tasks').column('slip_id').where(sql.ref('slip_id'), 'is not', null),
        db.schema.createIndex('tasks_of_number').on('tasks').columns(['caller_number', 'state', 'due_at']).where(sql.ref('caller_number'), '<>', sql.lit('')),
        db.schema
          .createTable('task_changes')
          .addColumn('task_id', text, (c) => c.notNull().references('tasks.id'))
          .addColumn('rev', integer, (c) => c.notNull())
          .addColumn('body', text, (c) => c.notNull())
          .addPrimaryKeyConstraint('task_changes_key', ['task_id', 'rev'])
          .modifyEnd(end),
      ];
    },
  },
  {
    name: '012-erased',
    statements(db, dialect) {
      const { integer } = columnTypes(dialect);
      return (['calls', 'slips', 'tasks'] as const).map((table) => db.schema.alterTable(table).addColumn('erased_at', integer));
    },
  },
];
