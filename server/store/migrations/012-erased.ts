import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

export const erased: Migration = {
  name: '012-erased',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    return (['calls', 'slips', 'tasks'] as const).map((table) => db.schema.alterTable(table).addColumn('erased_at', integer));
  },
};
