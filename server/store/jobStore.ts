import { z } from 'zod';
import type { Job } from '../calls/effect.ts';
import type { JobStore } from '../calls/ports.ts';
import { readBody, readEach } from './readRow.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import { storedJob } from './storedJob.ts';
import type { StoreLog } from './storeLog.ts';

const jobRows = z.array(z.object({ call_id: z.string(), key: z.string(), due_at: z.number(), attempts: z.number(), body: z.string() }));

/** The outbox in a database. Jobs come in with the commits of their calls. */
export function buildJobStore(database: RecordsDatabase, log: StoreLog): JobStore {
  const { build } = database;
  return {
    async loadOpenJobs() {
      const [found] = await database.run([
        statement(
          build
            .selectFrom('jobs')
            .select(['call_id', 'key', 'due_at', 'attempts', 'body'])
            .where('done_at', 'is', null)
            .orderBy('due_at')
            .orderBy('call_id')
            .orderBy('key'),
        ),
      ]);
      return readEach(
        jobRows.parse(found?.rows),
        (row) => {
          const job: Job = readBody(storedJob, row.body, { table: 'jobs', id: `${row.call_id} ${row.key}` });
          return { job: { ...job, dueAt: row.due_at }, attempts: row.attempts };
        },
        log,
      );
    },
    async finishJob(callId, key, at) {
      await database.run([statement(build.updateTable('jobs').set({ done_at: at }).where('call_id', '=', callId).where('key', '=', key).where('done_at', 'is', null))]);
    },
    async deferJob(callId, key, dueAt, attempts, error) {
      await database.run([
        statement(build.updateTable('jobs').set({ due_at: dueAt, attempts, last_error: error }).where('call_id', '=', callId).where('key', '=', key).where('done_at', 'is', null)),
      ]);
    },
  };
}
