import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Who of the staff has or had a slip, a row each; takes the place of `holder_id`. */
export const slipReaders: Migration = {
  name: '014-slip-readers',
  statements(db, dialect) {
    const { text, end } = columnTypes(dialect);
    const raw = (step: RawBuilder<unknown>) => ({ compile: () => step.compile(db) });
    const insert = sql`insert into slip_readers (staff_id, slip_id)`;
    // The name stands so in the JSON only once, because within a text its quotes are escaped; PostgreSQL's own JSON refuses a text with U+0000 or half an emoji.
    const broughtTo =
      dialect === 'sqlite'
        ? sql`${insert} select reader.value, slips.id from slips, json_each(slips.body, '$.delivery.readers') reader where true on conflict do nothing`
        : sql`${insert} select trim(both '"' from reader), id from (select id, regexp_split_to_table(substring(body from '"readers":\\[([^]]*)\\]'), ',') as reader from slips) brought where reader <> '' on conflict do nothing`;
    return [
      db.schema
        .createTable('slip_readers')
        .addColumn('staff_id', text, (c) => c.notNull())
        .addColumn('slip_id', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('slip_readers_pk', ['staff_id', 'slip_id'])
        .modifyEnd(end),
      db.schema.createIndex('slip_readers_of_slip').on('slip_readers').columns(['slip_id']),
      ...(['recipient_id', 'holder_id'] as const).map((column) => raw(sql`${insert} select ${sql.ref(column)}, id from slips where ${sql.ref(column)} is not null on conflict do nothing`)),
      raw(broughtTo),
      ...['slips_of_recipient', 'slips_of_holder', 'slips_unread'].map((index) => db.schema.dropIndex(index)),
      db.schema.alterTable('slips').dropColumn('holder_id'),
    ];
  },
};
