import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** The audit log (DOMAIN 7b). */
export const audit: Migration = {
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
};
