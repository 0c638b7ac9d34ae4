import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Ended tasks by when they ended. */
export const tasksEnded: Migration = {
  name: '015-tasks-ended',
  statements(db, dialect) {
    const { integer } = columnTypes(dialect);
    // The name of a value stands so in the JSON only once: within a text its quotes are escaped.
    const doneAt = dialect === 'sqlite' ? sql`json_extract(body, '$.doneAt')` : sql`cast(substring(body from '"doneAt":([0-9]+)') as bigint)`;
    return [
      db.schema.alterTable('tasks').addColumn('ended_at', integer),
      { compile: () => sql`update tasks set ended_at = coalesce(${doneAt}, due_at) where state <> 'open'`.compile(db) },
      db.schema.createIndex('tasks_of_unit_ended').on('tasks').columns(['unit_id', 'ended_at', 'id']).where(sql.ref('ended_at'), 'is not', null),
    ];
  },
};
