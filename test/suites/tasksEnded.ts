import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Task } from '../../server/contract/task.ts';
import { migrate } from '../../server/store/migrate.ts';
import { migrations } from '../../server/store/migrations.ts';
import { statement } from '../../server/store/recordsDatabase.ts';
import type { RecordsDatabase, Statement } from '../../server/store/recordsDatabase.ts';
import { buildTaskStore } from '../../server/store/taskStore.ts';
import { listeningLog } from '../store/support/listeningLog.ts';
import { aTask } from './records.ts';

/** What the step that sorts ended tasks must do to the records of an older version, on an empty database. */
export function describeTasksEnded(name: string, open: () => RecordsDatabase | Promise<RecordsDatabase>): void {
  test(`${name}: tasks that an older version ended stand by when they ended after the start, whatever their words are`, async () => {
    const database = await open();
    try {
      await migrate(database, migrations.slice(0, migrations.findIndex(({ name: step }) => step === '015-tasks-ended')), 0);
      const old = [aTask({ id: 'A', state: 'done', dueAt: 100, doneAt: 700, words: `"doneAt":1 \u0000 \ud83d '` }), aTask({ id: 'B', state: 'dropped', dueAt: 300, doneAt: 500 }), aTask({ id: 'C', dueAt: 200 })];
      const insert = (task: Task): Statement =>
        statement({ compile: () => sql`insert into tasks (id, rev, unit_id, state, due_at, caller_number, body) values (${task.id}, 1, ${task.unitId}, ${task.state}, ${task.dueAt}, '', ${JSON.stringify(task)})`.compile(database.build) });
      await database.run(old.map(insert));
      await migrate(database, migrations, 0);
      const store = buildTaskStore(database, listeningLog());
      const ids = async (state: 'ended' | 'open'): Promise<string> => (await store.listTasks({ unitIds: null, state, limit: 9 })).items.map(({ id }) => id).join('');
      expect([await ids('ended'), await ids('open')]).toEqual(['AB', 'C']);
    } finally {
      await database.close();
    }
  });
}
