import { sql } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Calls and slips by the caller's number, matter and words; missed calls ([M3]). */
export const callsFoundAgain: Migration = {
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
};
