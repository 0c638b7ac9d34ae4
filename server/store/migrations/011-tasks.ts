import { sql } from 'kysely';
import { columnTypes } from './columnTypes.ts';
import type { Migration } from './migration.ts';

/** Tasks and their history ([T1], [T5]). */
export const tasks: Migration = {
  name: '011-tasks',
  statements(db, dialect) {
    const { text, integer, end } = columnTypes(dialect);
    return [
      db.schema
        .createTable('tasks')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('rev', integer, (c) => c.notNull())
        .addColumn('unit_id', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('due_at', integer, (c) => c.notNull())
        .addColumn('owner_id', text)
        .addColumn('call_id', text)
        .addColumn('slip_id', text)
        .addColumn('caller_number', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .modifyEnd(end),
      db.schema.createIndex('tasks_of_unit').on('tasks').columns(['unit_id', 'state', 'due_at', 'id']),
      db.schema.createIndex('tasks_of_owner').on('tasks').columns(['owner_id', 'state', 'due_at', 'id']),
      db.schema.createIndex('tasks_of_call').on('tasks').column('call_id').where(sql.ref('call_id'), 'is not', null),
      db.schema.createIndex('tasks_of_slip').on('tasks').column('slip_id').where(sql.ref('slip_id'), 'is not', null),
      db.schema.createIndex('tasks_of_number').on('tasks').columns(['caller_number', 'state', 'due_at']).where(sql.ref('caller_number'), '<>', sql.lit('')),
      db.schema
        .createTable('task_changes')
        .addColumn('task_id', text, (c) => c.notNull().references('tasks.id'))
        .addColumn('rev', integer, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('task_changes_key', ['task_id', 'rev'])
        .modifyEnd(end),
    ];
  },
};
