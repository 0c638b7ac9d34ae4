import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Slips in the order of contract/slipStanding.ts. */
export const slipsStanding: Migration = {
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
};
