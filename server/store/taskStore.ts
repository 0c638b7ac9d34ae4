import { z } from 'zod';
import { task as taskSchema } from '../contract/task.ts';
import type { Task } from '../contract/task.ts';
import type { TaskChange, TaskStore } from '../tasks/ports.ts';
import { addingAudit } from './auditRows.ts';
import { readPageMark, writePageMark } from './pageMark.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

const taskRows = z.array(z.object({ id: z.string(), body: z.string() }));
/** `at`: what the list is sorted by. */
const listedRows = z.array(z.object({ id: z.string(), body: z.string(), at: z.number() }));

/** One entry of a task's history as its row keeps it; `by` is a user id, `at` ms UTC. */
export const taskChange = z.object({
  taskId: z.string(),
  rev: z.number().int(),
  at: z.number().int(),
  by: z.string(),
  changed: z.record(z.string(), z.unknown()),
  words: z.string(),
});

/** Tasks and what was done to them, in a database. */
export function buildTaskStore(database: RecordsDatabase, log: StoreLog): TaskStore {
  const { build } = database;
  const readTask = (row: { id: string; body: string }): Task => readBody(taskSchema, row.body, { table: 'tasks', id: row.id });

  return {
    async saveTask(task, change, audit = []) {
      const columns = {
        rev: task.rev,
        unit_id: task.unitId,
        state: task.state,
        due_at: task.dueAt,
        ended_at: task.state === 'open' ? null : (task.doneAt ?? task.lastActAt),
        owner_id: task.owner?.id ?? null,
        call_id: task.callId,
        slip_id: task.slipId,
        caller_number: task.callerNumber,
        body: JSON.stringify(task),
      };
      const write =
        task.rev === 1
          ? build
              .insertInto('tasks')
              .values({ id: task.id, ...columns })
              .onConflict((conflict) => conflict.column('id').doNothing())
          : build
              .updateTable('tasks')
              .set(columns)
              .where('id', '=', task.id)
              .where('rev', '=', task.rev - 1);
      const remember = build.insertInto('task_changes').values({ task_id: task.id, rev: task.rev, body: JSON.stringify(change satisfies TaskChange) });
      try {
        await database.run([statement(write, 1), statement(remember), ...addingAudit(database, audit)]);
        return 'saved';
      } catch (error) {
        if (error instanceof UnexpectedChanges) return 'conflict';
        throw error;
      }
    },

    async loadTask(id) {
      const [found] = await database.run([statement(build.selectFrom('tasks').select(['id', 'body']).where('id', '=', id))]);
      const [row] = taskRows.parse(found?.rows);
      return row === undefined ? null : readTask(row);
    },

    async listTasks({ unitIds, ownerId, of, state, callId, slipId, callerNumber, limit, cursor }) {
      if (unitIds?.length === 0) return { items: [] };
      const areOver = state !== undefined && state !== 'open';
      const [time, order, beyond] = areOver ? (['ended_at', 'desc', '<'] as const) : (['due_at', 'asc', '>'] as const);
      let query = build.selectFrom('tasks').select(['id', 'body', `${time} as at`]).orderBy(time, order).orderBy('id', order);
      if (areOver) query = query.where('ended_at', 'is not', null);
      if (unitIds !== null) query = query.where('unit_id', 'in', unitIds);
      if (ownerId !== undefined) query = ownerId === null ? query.where('owner_id', 'is', null) : query.where('owner_id', '=', ownerId);
      if (of !== undefined) {
        const { userId, leads, lateBefore } = of;
        query = query.where((is) => {
          const unowned = is.or([is('owner_id', 'is', null), is('due_at', '<=', lateBefore)]);
          const led = leads === null ? [unowned] : leads.length > 0 ? [is.and([is('unit_id', 'in', leads), unowned])] : [];
          return is.or([is('owner_id', '=', userId), ...led]);
        });
      }
      if (state !== undefined && state !== 'ended') query = query.where('state', '=', state);
      if (callId !== undefined) query = query.where('call_id', '=', callId);
      if (slipId !== undefined) query = query.where('slip_id', '=', slipId);
      if (callerNumber !== undefined) query = query.where('caller_number', '=', callerNumber);
      if (cursor !== undefined) {
        const { at, id } = readPageMark(cursor);
        query = query.where((is) => is.or([is(time, beyond, at), is.and([is(time, '=', at), is('id', beyond, id)])]));
      }
      const [found] = await database.run([statement(query.limit(limit + 1))]);
      const rows = listedRows.parse(found?.rows);
      const page = rows.slice(0, limit);
      const items = readEach(page, readTask, log);
      const last = page.at(-1);
      return rows.length > limit && last !== undefined ? { items, next: writePageMark({ at: last.at, id: last.id }) } : { items };
    },

    async loadTaskHistory(id) {
      const [found] = await database.run([statement(build.selectFrom('task_changes').select('body').where('task_id', '=', id).orderBy('rev'))]);
      const rows = z.array(z.object({ body: z.string() })).parse(found?.rows);
      return rows.map((row) => readBody(taskChange, row.body, { table: 'task_changes', id }));
    },
  };
}
