import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Slips to complete ([L9]). */
export const slipsToComplete: Migration = {
  name: '010-slips-to-complete',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    return [
      db.schema.alterTable('slips').addColumn('to_complete', integer),
      db.schema.createIndex('slips_to_complete').on('slips').columns(['unit_id', 'called_at', 'id']).where(sql.ref('to_complete'), 'is not', null),
    ];
  },
};
