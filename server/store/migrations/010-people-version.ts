import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Rows of people by version: two nodes cannot write over each other. */
export const peopleVersion: Migration = {
  name: '010-people-version',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    return [db.schema.alterTable('people').addColumn('version', integer, (c) => c.notNull().defaultTo(0))];
  },
};
