import { sql } from 'kysely';
import { z } from 'zod';
import { slip as slipSchema } from '../contract/slip.ts';
import type { Slip } from '../contract/slip.ts';
import { isToComplete } from '../contract/slipFields.ts';
import { slipSearchable } from '../search/searchable.ts';
import { splitForSearch } from '../search/splitForSearch.ts';
import type { SlipChange, SlipStore } from '../slips/ports.ts';
import { closedStanding, lastOpen, standingOf } from '../contract/slipStanding.ts';
import { addingAudit } from './auditRows.ts';
import { buildSendingStore, placingSendings, writingSending } from './sendingStore.ts';
import { readPageMark, writePageMark } from './pageMark.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import { clearingIndex, freeDoc, writingIndex } from './searchRows.ts';
import { writingReaders } from './slipReaderRows.ts';
import type { StoreLog } from './storeLog.ts';

const slipRows = z.array(z.object({ id: z.string(), body: z.string(), called_at: z.number(), standing: z.number() }));

/** What one version of a slip changed, as it is stored (SlipChange). */
export const slipChange = z.object({
  slipId: z.string(),
  version: z.number().int(),
  at: z.number().int(),
  by: z.string(),
  changed: z.record(z.string(), z.unknown()),
});

/** Written into the statement: SQLite uses an index over the open ones only where it sees that the question is about those. */
const openStanding = sql.lit(lastOpen);

/** Slips and what was done to them, in a database. */
export function buildSlipStore(database: RecordsDatabase, log: StoreLog): SlipStore {
  const { build } = database;
  const readSlip = (row: { id: string; body: string }): Slip => readBody(slipSchema, row.body, { table: 'slips', id: row.id });

  return {
    async saveSlip(slip, change, sendings = [], audit = []) {
      const columns = slipColumns(slip);
      const doc = freeDoc(database, 'slips', columns.called_at);
      const write =
        slip.version === 1
          ? build
              .insertInto('slips')
              .values({ id: slip.id, ...columns, search_doc: doc })
              .onConflict((conflict) => conflict.column('id').doNothing())
          : build
              .updateTable('slips')
              .set({ ...columns, search_doc: sql<number>`case when called_at = ${columns.called_at} and search_doc is not null then search_doc else ${doc} end` })
              .where('id', '=', slip.id)
              .where('version', '=', slip.version - 1);
      const remember = build.insertInto('slip_changes').values({ slip_id: slip.id, version: slip.version, body: JSON.stringify(change satisfies SlipChange) });
      try {
        const index = writingIndex(database, { table: 'slips', id: slip.id, version: slip.version, terms: splitForSearch(slipSearchable(slip)) });
        await database.run([...clearingIndex(database, 'slips', slip.id), statement(write, 1), ...writingReaders(database, slip), statement(remember), ...sendings.map((sending) => writingSending(database, sending)), ...placingSendings(database, slip), ...addingAudit(database, audit), ...index]);
        return 'saved';
      } catch (error) {
        if (error instanceof UnexpectedChanges) return 'conflict';
        throw error;
      }
    },

    async loadSlip(id) {
      const [found] = await database.run([statement(build.selectFrom('slips').select(['id', 'body', 'called_at', 'standing']).where('id', '=', id))]);
      const [row] = slipRows.parse(found?.rows);
      return row === undefined ? null : readSlip(row);
    },

    async listSlips({ unitIds, recipientIds, isRead, toComplete, callId, callerNumber, recordingUrl, state, stage, limit, cursor }) {
      if (unitIds?.length === 0 || recipientIds?.length === 0) return { items: [] };
      const isOpen = stage === 'open';
      const columns = build.selectFrom('slips').select(['id', 'body', 'called_at', 'standing']);
      let query = isOpen ? columns.where('standing', '<=', openStanding).orderBy('standing').orderBy('called_at').orderBy('id') : columns.orderBy('called_at', 'desc').orderBy('id', 'desc');
      if (stage !== undefined && !isOpen) query = query.where('standing', '=', closedStanding(stage));
      if (unitIds !== null) query = query.where('unit_id', 'in', unitIds);
      if (recipientIds !== undefined) query = query.where('id', 'in', build.selectFrom('slip_readers').select('slip_id').where('staff_id', 'in', recipientIds));
      if (isRead !== undefined) query = query.where('read_at', isRead ? 'is not' : 'is', null);
      if (toComplete !== undefined) query = query.where('to_complete', '=', 1);
      if (callId !== undefined) query = query.where('call_id', '=', callId);
      if (callerNumber !== undefined) query = query.where('caller_number', '=', callerNumber);
      if (recordingUrl !== undefined) query = query.where('recording_url', '=', recordingUrl);
      if (state !== undefined) query = query.where('state', '=', state);
      if (cursor !== undefined) {
        const { at, id, rank = 0 } = readPageMark(cursor);
        query = isOpen
          ? query.where((is) => is.or([is('standing', '>', rank), is.and([is('standing', '=', rank), is.or([is('called_at', '>', at), is.and([is('called_at', '=', at), is('id', '>', id)])])])]))
          : query.where((is) => is.or([is('called_at', '<', at), is.and([is('called_at', '=', at), is('id', '<', id)])]));
      }
      const [found] = await database.run([statement(query.limit(limit + 1))]);
      const rows = slipRows.parse(found?.rows);
      const page = rows.slice(0, limit);
      const items = readEach(page, readSlip, log);
      const last = page.at(-1);
      return rows.length > limit && last !== undefined ? { items, next: writePageMark({ at: last.called_at, id: last.id, ...(isOpen && { rank: last.standing }) }) } : { items };
    },

    async loadHistory(id) {
      const [found] = await database.run([statement(build.selectFrom('slip_changes').select('body').where('slip_id', '=', id).orderBy('version'))]);
      const rows = z.array(z.object({ body: z.string() })).parse(found?.rows);
      return rows.map((row) => readBody(slipChange, row.body, { table: 'slip_changes', id }));
    },

    ...buildSendingStore(database, log),
  };
}

/** A slip as its row: the columns beside the body are what it is found by; on whose lists it stands is kept beside (slipReaderRows.ts). */
export function slipColumns(slip: Slip) {
  return {
    version: slip.version,
    call_id: slip.callId,
    unit_id: slip.unitId,
    recipient_id: slip.recipientId ?? null,
    recording_url: slip.recordingUrl ?? null,
    state: slip.state,
    called_at: sortingTime(slip.calledAt),
    caller_number: slip.callerNumber,
    chase_at: slip.delivery?.chaseAt ?? null,
    standing: standingOf(slip),
    read_at: slip.readAt ?? null,
    to_complete: isToComplete(slip) ? 1 : null,
    body: JSON.stringify(slip),
  };
}

/** A message is kept even if its time makes no sense; such a slip sorts last. */
function sortingTime(calledAt: string): number {
  const at = Date.parse(calledAt);
  return Number.isNaN(at) ? 0 : at;
}
