import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Imports and their files in parts. */
export const imports: Migration = {
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
};
