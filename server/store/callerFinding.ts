import { sql } from 'kysely';
import { z } from 'zod';
import { lastOpen } from '../contract/slipStanding.ts';
import { resident as residentSchema } from '../contract/resident.ts';
import type { Resident } from '../contract/resident.ts';
import type { CallerDataStore, CallerFound, EraseStep, FoundRecord } from '../privacy/callerData.ts';
import { recordingSidOf } from '../slips/recordingUrl.ts';
import { readBody } from './readRow.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';

const idRows = z.array(z.object({ id: z.string() }));
const bodyRows = z.array(z.object({ id: z.string(), body: z.string() }));
const callRows = z.array(z.object({ id: z.string(), state: z.string() }));
const slipRows = z.array(z.object({ id: z.string(), standing: z.number(), call_id: z.string().nullable(), recording_url: z.string().nullable() }));
const countRows = z.array(z.object({ count: z.coerce.number() }));
/** Far below what either database allows in one statement. */
const idsPerStatement = 400;

/** Finds what is kept of a caller. Reads beside the telephone's records: some of it looks through whole tables. */
export function buildCallerFinding(database: RecordsDatabase): Pick<CallerDataStore, 'subjectOf' | 'find' | 'over'> {
  const { build } = database;
  const ask = (batch: Statement[]) => (batch.length === 0 ? Promise.resolve([]) : database.run(batch, { isSearch: true }));
  const rowsOf = async <T>(shape: z.ZodType<T[]>, batch: Statement[]): Promise<T[]> => (await ask(batch)).flatMap(({ rows }) => shape.parse(rows));
  const readFile = (row: { id: string; body: string }): Resident => readBody(residentSchema, row.body, { table: 'residents', id: row.id });
  /** A JSON text within a body: there quotes of other texts are escaped. */
  const holds = (column: string, name: string, value: string) => sql<boolean>`${sql.ref(column)} like ${`%"${name}":${JSON.stringify(value).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

  async function filesOfNumber(unitId: string, number: string): Promise<Resident[]> {
    const files = build.selectFrom('residents').select(['id', 'body']).where('unit_id', '=', unitId);
    const listed = files.where('id', 'in', build.selectFrom('resident_numbers').select('resident_id').where('unit_id', '=', unitId).where('number', '=', number));
    // Numbers of removed files are in no index.
    const removed = files.where('removed_at', 'is not', null).where(holds('body', 'e164', number));
    return (await rowsOf(bodyRows, [statement(listed), statement(removed)])).map(readFile);
  }

  async function joinedTo(unitId: string, files: readonly Resident[]): Promise<Resident[]> {
    const asked = files.flatMap(({ id, mergedInto }) => [
      build.selectFrom('residents').select(['id', 'body']).where('unit_id', '=', unitId).where('removed_at', 'is not', null).where(holds('body', 'mergedInto', id)),
      ...(mergedInto === null ? [] : [build.selectFrom('residents').select(['id', 'body']).where('unit_id', '=', unitId).where('id', '=', mergedInto)]),
    ]);
    return (await rowsOf(bodyRows, asked.map((query) => statement(query)))).map(readFile);
  }

  return {
    async subjectOf(unitId, asked) {
      const files = new Map<string, Resident>();
      if ('number' in asked) for (const file of await filesOfNumber(unitId, asked.number)) files.set(file.id, file);
      else {
        const [row] = await rowsOf(bodyRows, [statement(build.selectFrom('residents').select(['id', 'body']).where('unit_id', '=', unitId).where('id', '=', asked.residentId))]);
        if (row === undefined) return null;
        files.set(row.id, readFile(row));
      }
      for (let fresh = [...files.values()]; fresh.length > 0; ) {
        fresh = (await joinedTo(unitId, fresh)).filter(({ id }) => !files.has(id));
        for (const file of fresh) files.set(file.id, file);
      }
      const numbers = new Set([...('number' in asked ? [asked.number] : []), ...[...files.values()].flatMap((file) => file.numbers.map(({ e164 }) => e164))]);
      const others = await rowsOf(idRows, inChunks([...numbers]).map((some) => statement(build.selectFrom('resident_numbers').select('resident_id as id').distinct().where('unit_id', '=', unitId).where('number', 'in', some))));
      const sharing = new Set(others.map(({ id }) => id).filter((id) => !files.has(id)));
      return { numbers: [...numbers], fileIds: [...files.keys()], sharing: sharing.size };
    },

    async find(unitId, { numbers, fileIds }) {
      const calls = new Map<string, FoundRecord>();
      const addCalls = async (batch: Statement[]): Promise<string[]> => {
        const fresh = (await rowsOf(callRows, batch)).filter(({ id }) => !calls.has(id));
        for (const { id, state } of fresh) calls.set(id, { id, isOpen: state !== 'ended' });
        return fresh.map(({ id }) => id);
      };
      const slips = new Map<string, FoundRecord>();
      const recordings = new Set<string>();
      const addSlips = async (batch: Statement[]): Promise<string[]> => {
        const fresh = (await rowsOf(slipRows, batch)).filter(({ id }) => !slips.has(id));
        for (const { id, standing, recording_url } of fresh) {
          slips.set(id, { id, isOpen: standing <= lastOpen });
          const sid = recording_url === null ? null : recordingSidOf(recording_url);
          if (sid !== null) recordings.add(sid);
        }
        return fresh.flatMap(({ call_id }) => call_id ?? []);
      };

      const callsOf = build.selectFrom('calls').select(['id', 'state']).where('unit_id', '=', unitId);
      const slipsOf = build.selectFrom('slips').select(['id', 'standing', 'call_id', 'recording_url']).where('unit_id', '=', unitId);
      await addCalls([...inChunks(numbers).map((some) => statement(callsOf.where('caller_number', 'in', some))), ...fileIds.map((id) => statement(callsOf.where(holds('card', 'residentId', id)))), ...fileIds.map((id) => statement(callsOf.where(holds('card', 'confirmedId', id))))]);
      // He may have given another number than he called from: calls lead to slips, and slips to calls.
      let ofSlips = await addSlips(inChunks(numbers).map((some) => statement(slipsOf.where('caller_number', 'in', some))));
      for (let fresh = [...calls.keys()]; fresh.length > 0 || ofSlips.length > 0; ) {
        ofSlips = [...ofSlips, ...(await addSlips(inChunks(fresh).map((some) => statement(slipsOf.where('call_id', 'in', some)))))];
        fresh = await addCalls(inChunks(ofSlips).map((some) => statement(callsOf.where('id', 'in', some))));
        ofSlips = [];
      }
      const callIds = [...calls.keys()];
      const slipIds = [...slips.keys()];

      const tasksOf = build.selectFrom('tasks').select(['id', 'state']).where('unit_id', '=', unitId);
      const tasks = await rowsOf(callRows, [
        ...inChunks(numbers).map((some) => statement(tasksOf.where('caller_number', 'in', some))),
        ...inChunks(callIds).map((some) => statement(tasksOf.where('call_id', 'in', some))),
        ...inChunks(slipIds).map((some) => statement(tasksOf.where('slip_id', 'in', some))),
      ]);
      const recorded = await rowsOf(z.array(z.object({ body: z.string() })), inChunks(callIds).map((some) => statement(build.selectFrom('facts').select('body').where('call_id', 'in', some).where('body', 'like', '%"recordingSid":"RE%'))));
      for (const { body } of recorded) for (const [, sid] of body.matchAll(/"recordingSid":"(RE[0-9a-fA-F]{32})"/g)) if (sid !== undefined) recordings.add(sid);
      // What is left of a list that somebody began to read in: the whole file lies there.
      const imports = await rowsOf(callRows, [statement(build.selectFrom('imports').select(['id', 'state']).where('state', 'in', ['open', 'writing']).where(holds('body', 'unitId', unitId)).where(holds('body', 'kind', 'residents')))]);
      const told = await ask(inChunks(fileIds).map((some) => statement(build.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('count')).where('kind', '=', 'resident').where('subject_id', 'in', some).where((is) => is.or([is('personal', 'is not', null), is('seq', 'is', null)])))));
      return {
        calls: [...calls.values()],
        slips: [...slips.values()],
        tasks: [...new Map(tasks.map(({ id, state }) => [id, { id, isOpen: state === 'open' }])).values()],
        imports: imports.map(({ id, state }) => ({ id, isOpen: state === 'writing' })),
        files: fileIds.length === 0 ? [] : (await rowsOf(idRows, inChunks(fileIds).map((some) => statement(build.selectFrom('residents').select('id').where('id', 'in', some))))).map(({ id }) => id),
        recordings: [...recordings],
        entries: told.reduce((sum, { rows }) => sum + (countRows.parse(rows)[0]?.count ?? 0), 0),
      } satisfies CallerFound;
    },

    async over(unitId, from, limit) {
      const closed = build.selectFrom('slips').where('slips.unit_id', '=', unitId).where('standing', '>', lastOpen).where((is) => is.not(is.exists(is.selectFrom('tasks').select('tasks.id').whereRef('tasks.slip_id', '=', 'slips.id').where('tasks.state', '=', 'open'))));
      const steps: EraseStep[] = [];
      if (from.recordings !== null) {
        const urls = await rowsOf(z.array(z.object({ recording_url: z.string() })), [statement(closed.select('recording_url').where('recording_url', 'is not', null).where('called_at', '<', from.recordings).orderBy('called_at').limit(limit))]);
        for (const { recording_url } of urls) {
          const id = recordingSidOf(recording_url);
          if (id !== null) steps.push({ kind: 'recording', id });
        }
      }
      if (from.slips !== null) {
        const tasks = build.selectFrom('tasks').select('id').where('unit_id', '=', unitId).where('ended_at', '<', from.slips).where('erased_at', 'is', null).orderBy('ended_at').limit(limit);
        for (const { id } of await rowsOf(idRows, [statement(tasks)])) steps.push({ kind: 'task', id });
        // A message whose sound is still at the carrier waits for that to be gone.
        const slips = closed.select('slips.id').where('slips.erased_at', 'is', null).where('recording_url', 'is', null).where('called_at', '<', from.slips).orderBy('called_at').limit(limit);
        for (const { id } of await rowsOf(idRows, [statement(slips)])) steps.push({ kind: 'slip', id });
      }
      if (from.calls !== null) {
        const calls = build
          .selectFrom('calls')
          .select('calls.id')
          .where('calls.unit_id', '=', unitId)
          .where('calls.state', '=', 'ended')
          .where('calls.erased_at', 'is', null)
          .where('arrived_at', '<', from.calls)
          .where((is) => is.not(is.exists(is.selectFrom('slips').select('slips.id').whereRef('slips.call_id', '=', 'calls.id').where('standing', '<=', lastOpen))))
          .where((is) => is.not(is.exists(is.selectFrom('tasks').select('tasks.id').whereRef('tasks.call_id', '=', 'calls.id').where('tasks.state', '=', 'open'))));
        for (const { id } of await rowsOf(idRows, [statement(calls.orderBy('arrived_at').limit(limit))])) steps.push({ kind: 'call', id });
      }
      return steps;
    },
  };
}

function inChunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / idsPerStatement) }, (_, index) => all.slice(index * idsPerStatement, (index + 1) * idsPerStatement));
}
