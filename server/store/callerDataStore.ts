import { sql } from 'kysely';
import { z } from 'zod';
import { blankFact } from '../calls/blankFact.ts';
import { fact as factSchema } from '../calls/fact.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import { sending as sendingSchema } from '../contract/delivery.ts';
import { privacyRequest } from '../contract/privacy.ts';
import { slip as slipSchema } from '../contract/slip.ts';
import type { Slip } from '../contract/slip.ts';
import { task as taskSchema } from '../contract/task.ts';
import { blankJob } from '../privacy/blankJob.ts';
import { blankSending, blankSlip, blankSlipChange } from '../privacy/blankSlip.ts';
import { blankTask, blankTaskChange } from '../privacy/blankTask.ts';
import type { CallerDataStore, KeptRequest } from '../privacy/callerData.ts';
import { slipSearchable } from '../search/searchable.ts';
import { splitForSearch } from '../search/splitForSearch.ts';
import { recordingUrlOf } from '../slips/recordingUrl.ts';
import type { SlipChange } from '../slips/ports.ts';
import { addingAudit } from './auditRows.ts';
import { buildCallerFinding } from './callerFinding.ts';
import { readBody } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import { clearingIndex, writingIndex } from './searchRows.ts';
import { writingSending } from './sendingStore.ts';
import { slipChange, slipColumns } from './slipStore.ts';
import { writingReaders } from './slipReaderRows.ts';
import { storedJob } from './storedJob.ts';
import { taskChange } from './taskStore.ts';

const keptRequest = privacyRequest.extend({ callerHash: z.string(), left: z.array(z.object({ kind: z.enum(['recording', 'import', 'task', 'slip', 'call', 'file']), id: z.string() })), fileIds: z.array(z.string()) });
const bodyRows = z.array(z.object({ body: z.string() }));
const idRows = z.array(z.object({ id: z.string() }));
/** How often a record is read again that somebody else writes at the same time. */
const attempts = 5;
const entriesPerStatement = 400;

/** What is kept of callers, in a database: found, and erased record by record. */
export function buildCallerDataStore(database: RecordsDatabase): CallerDataStore {
  const { build } = database;
  const bodies = (rows: unknown): string[] => bodyRows.parse(rows).map(({ body }) => body);

  /** Reads, and writes in the place of what was read; somebody else who wrote in between is not written over. */
  async function rewrite(make: () => Promise<Statement[]>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const batch = await make();
      if (batch.length === 0) return;
      try {
        await database.run(batch);
        return;
      } catch (error) {
        if (!(error instanceof UnexpectedChanges) || attempt === attempts) throw error;
      }
    }
  }

  const requestColumns = (request: KeptRequest) => ({ unit_id: request.unitId, at: request.at, state: request.state, caller_hash: request.callerHash, body: JSON.stringify(request) });
  const writingRequest = (request: KeptRequest): Statement => {
    const columns = requestColumns(request);
    return statement(build.insertInto('privacy_requests').values({ id: request.id, ...columns }).onConflict((conflict) => conflict.column('id').doUpdateSet(columns)));
  };
  const readRequests = (rows: unknown): KeptRequest[] => z.array(z.object({ id: z.string(), body: z.string() })).parse(rows).map(({ id, body }) => readBody(keptRequest, body, { table: 'privacy_requests', id }));

  /** A slip as it is to be, in the place of the version before it. */
  function writingSlip(slip: Slip, change: SlipChange): Statement[] {
    return [
      ...clearingIndex(database, 'slips', slip.id),
      statement(build.updateTable('slips').set(slipColumns(slip)).where('id', '=', slip.id).where('version', '=', slip.version - 1), 1),
      ...writingReaders(database, slip),
      statement(build.insertInto('slip_changes').values({ slip_id: slip.id, version: slip.version, body: JSON.stringify(change) })),
      ...writingIndex(database, { table: 'slips', id: slip.id, version: slip.version, terms: splitForSearch(slipSearchable(slip)) }),
    ];
  }

  return {
    ...buildCallerFinding(database),

    async blankCall(id, at) {
      const [facts, jobs] = await database.run([statement(build.selectFrom('facts').select('body').where('call_id', '=', id)), statement(build.selectFrom('jobs').select('body').where('call_id', '=', id))]);
      const name = { table: 'facts', id };
      const writeFacts = bodies(facts?.rows).map((body) => {
        const fact = blankFact(readBody(factSchema, body, name));
        return statement(build.updateTable('facts').set({ body: JSON.stringify(fact) }).where('call_id', '=', id).where('key', '=', fact.key));
      });
      const writeJobs = bodies(jobs?.rows).map((body) => {
        const job = blankJob(readBody(storedJob, body, { table: 'jobs', id }));
        // What a failed attempt said may quote what it was about.
        return statement(build.updateTable('jobs').set({ body: JSON.stringify(job), last_error: null }).where('call_id', '=', id).where('key', '=', job.key));
      });
      await database.run([...writeFacts, ...writeJobs, statement(build.updateTable('calls').set({ erased_at: at }).where('id', '=', id))]);
    },

    blankSlip: (id, at) =>
      rewrite(async () => {
        const [found, changes, sendings] = await database.run([
          statement(build.selectFrom('slips').select('body').where('id', '=', id)),
          statement(build.selectFrom('slip_changes').select('body').where('slip_id', '=', id)),
          statement(build.selectFrom('sendings').select('body').where('slip_id', '=', id)),
        ]);
        const [body] = bodies(found?.rows);
        if (body === undefined) return [];
        const slip = blankSlip(readBody(slipSchema, body, { table: 'slips', id }));
        const blanked = bodies(changes?.rows).map((text) => blankSlipChange(readBody(slipChange, text, { table: 'slip_changes', id })));
        return [
          ...writingSlip(slip, { slipId: id, version: slip.version, at, by: 'system', changed: {} }),
          ...blanked.map((change) => statement(build.updateTable('slip_changes').set({ body: JSON.stringify(change) }).where('slip_id', '=', id).where('version', '=', change.version))),
          ...bodies(sendings?.rows).map((text) => writingSending(database, blankSending(readBody(sendingSchema, text, { table: 'sendings', id })))),
          statement(build.updateTable('slips').set({ erased_at: at }).where('id', '=', id)),
        ];
      }),

    blankTask: (id, at) =>
      rewrite(async () => {
        const [found, changes] = await database.run([statement(build.selectFrom('tasks').select('body').where('id', '=', id)), statement(build.selectFrom('task_changes').select('body').where('task_id', '=', id))]);
        const [body] = bodies(found?.rows);
        if (body === undefined) return [];
        const task = blankTask(readBody(taskSchema, body, { table: 'tasks', id }));
        const blanked = bodies(changes?.rows).map((text) => blankTaskChange(readBody(taskChange, text, { table: 'task_changes', id })));
        return [
          statement(build.updateTable('tasks').set({ rev: task.rev, caller_number: '', body: JSON.stringify(task), erased_at: at }).where('id', '=', id).where('rev', '=', task.rev - 1), 1),
          ...blanked.map((change) => statement(build.updateTable('task_changes').set({ body: JSON.stringify(change) }).where('task_id', '=', id).where('rev', '=', change.rev))),
          statement(build.insertInto('task_changes').values({ task_id: id, rev: task.rev, body: JSON.stringify({ taskId: id, rev: task.rev, at, by: 'system', changed: {}, words: '' }) })),
        ];
      }),

    async removeFile(id) {
      await database.run([statement(build.deleteFrom('resident_numbers').where('resident_id', '=', id)), statement(build.deleteFrom('residents').where('id', '=', id))]);
    },

    async dropRecording(sid, at) {
      const [found] = await database.run([statement(build.selectFrom('slips').select('id').where('recording_url', '=', recordingUrlOf(sid)))]);
      for (const { id } of idRows.parse(found?.rows)) {
        await rewrite(async () => {
          const [row] = await database.run([statement(build.selectFrom('slips').select('body').where('id', '=', id))]);
          const [body] = bodies(row?.rows);
          if (body === undefined) return [];
          const { recordingUrl, ...slip } = readBody(slipSchema, body, { table: 'slips', id });
          return recordingUrl === undefined ? [] : writingSlip({ ...slip, version: slip.version + 1 }, { slipId: id, version: slip.version + 1, at, by: 'system', changed: { recordingUrl: '' } });
        });
      }
    },

    async saveRequest(request) {
      await database.run([writingRequest(request)]);
    },

    async endRequest(request, entry, fileIds) {
      const [found] = fileIds.length === 0 ? [] : await database.run([statement(build.selectFrom('audit').select('position').where('kind', '=', 'resident').where('subject_id', 'in', fileIds).where('personal', 'is not', null).orderBy('position'))]);
      const entries = z.array(z.object({ position: z.number().int() })).parse(found?.rows ?? []).map(({ position }) => position);
      const told: NewAuditEntry = { ...entry, after: { ...entry.after, entries } };
      const blank = Array.from({ length: Math.ceil(entries.length / entriesPerStatement) }, (_, index) => entries.slice(index * entriesPerStatement, (index + 1) * entriesPerStatement));
      await database.run([...blank.map((some) => statement(build.updateTable('audit').set({ personal: sql<string | null>`null` }).where('position', 'in', some))), ...addingAudit(database, [told]), writingRequest(request)]);
    },

    async runningRequests() {
      const [found] = await database.run([statement(build.selectFrom('privacy_requests').select(['id', 'body']).where('state', '=', 'running').orderBy('at').orderBy('id'))]);
      return readRequests(found?.rows);
    },

    async listRequests(unitId, limit) {
      const [found] = await database.run([statement(build.selectFrom('privacy_requests').select(['id', 'body']).where('unit_id', '=', unitId).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit))]);
      return readRequests(found?.rows);
    },
  };
}
