import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** When a record's personal data was erased; null: never. */
export const erased: Migration = {
  name: '012-erased',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    return (['calls', 'slips', 'tasks'] as const).map((table) => db.schema.alterTable(table).addColumn('erased_at', integer));
  },
};
