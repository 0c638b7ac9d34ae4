import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** When the person it is for first opened a slip. */
export const slipsRead: Migration = {
  name: '006-slips-read',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    return [
      db.schema.alterTable('slips').addColumn('read_at', integer),
      db.schema.createIndex('slips_unread').on('slips').columns(['recipient_id', 'called_at', 'id']).where(sql.ref('read_at'), 'is', null),
    ];
  },
};
