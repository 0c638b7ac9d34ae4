import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Residents and their numbers (DOMAIN 12). */
export const residents: Migration = {
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
};
