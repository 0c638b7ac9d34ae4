import { sql } from 'kysely';
import type { CompiledQuery } from 'kysely';
import { z } from 'zod';
import { sending as sendingSchema } from '../contract/delivery.ts';
import type { Sending } from '../contract/delivery.ts';
import { laneOf } from '../delivery/lane.ts';
import type { SendingStore } from '../delivery/ports.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

// Written into the statement, not bound: SQLite uses an index over some of the rows only where it sees that the question is about those.
const waiting = sql.lit('waiting');
const claimed = sql.lit('sending');

const rows = z.array(z.object({ id: z.string(), body: z.string() }));
const times = z.array(z.object({ at: z.number().nullable() }));

function columnsOf(sending: Sending) {
  return {
    rev: sending.rev,
    unit_id: sending.unitId,
    lane: laneOf(sending),
    state: sending.state,
    due_at: sending.dueAt,
    claimed_until: sending.claimedUntil,
    ref: sending.proofs.findLast(({ ref }) => ref !== null)?.ref ?? null,
    body: JSON.stringify(sending),
  };
}

/** Writes a sending; to be run in the transaction of its slip. Rev 1 inserts, a higher one replaces exactly rev - 1; else the transaction is undone. */
export function writingSending({ build }: RecordsDatabase, sending: Sending): Statement {
  const columns = columnsOf(sending);
  if (sending.rev === 1) return statement(build.insertInto('sendings').values({ id: sending.id, slip_id: sending.slipId, ...columns }).onConflict((conflict) => conflict.column('id').doNothing()), 1);
  return statement(
    build
      .updateTable('sendings')
      .set(columns)
      .where('id', '=', sending.id)
      .where('rev', '=', sending.rev - 1),
    1,
  );
}

/** The sendings in a database. @see SendingStore */
export function buildSendingStore(database: RecordsDatabase, log: StoreLog): SendingStore {
  const { build } = database;
  const read = (row: { id: string; body: string }): Sending => readBody(sendingSchema, row.body, { table: 'sendings', id: row.id });
  const columns = ['sendings.id', 'sendings.body'] as const;

  async function first(query: { compile(): CompiledQuery }): Promise<Sending | null> {
    const [found] = await database.run([statement(query)]);
    const [row] = rows.parse(found?.rows);
    return row === undefined ? null : read(row);
  }

  const loadSending = (id: string): Promise<Sending | null> => first(build.selectFrom('sendings').select(columns).where('id', '=', id));

  return {
    async sendingsOf(slipId) {
      const [found] = await database.run([statement(build.selectFrom('sendings').select(columns).where('slip_id', '=', slipId))]);
      // Ids are drawn by lot.
      return rows.parse(found?.rows).map(read).sort(byAge);
    },

    loadSending,
    sendingByRef: (ref) => first(build.selectFrom('sendings').select(columns).where('ref', '=', ref)),

    async dueSendings(now, perLane) {
      // One look a lane instead of a window over all: ten thousand of one must not be read to find the one of another.
      const [found] = await database.run([statement(build.selectFrom('sendings').select(['unit_id', 'lane']).where('state', '=', waiting).where('due_at', '<=', now).groupBy(['unit_id', 'lane']))]);
      const lanes = z.array(z.object({ unit_id: z.string(), lane: z.string() })).parse(found?.rows);
      if (lanes.length === 0) return [];
      const due = await database.run(
        lanes.map(({ unit_id, lane }) => statement(build.selectFrom('sendings').select(columns).where('unit_id', '=', unit_id).where('lane', '=', lane).where('state', '=', waiting).where('due_at', '<=', now).orderBy('due_at').orderBy('id').limit(perLane))),
      );
      return due.flatMap((result) => readEach(rows.parse(result.rows), read, log));
    },

    async abandonedSendings(now, limit) {
      const [found] = await database.run([statement(build.selectFrom('sendings').select(columns).where('state', '=', claimed).where('claimed_until', '<=', now).orderBy('claimed_until').limit(limit))]);
      return readEach(rows.parse(found?.rows), read, log);
    },

    async claimSending(id, now, until) {
      const before = await loadSending(id);
      if (!before) return null;
      const isFree = (before.state === 'waiting' && before.dueAt <= now) || (before.state === 'sending' && (before.claimedUntil ?? 0) <= now);
      if (!isFree) return null;
      const isFirstClaim = before.state === 'waiting';
      const mine: Sending = {
        ...before,
        rev: before.rev + 1,
        state: 'sending',
        claimedUntil: until,
        attempts: before.attempts + (isFirstClaim ? 1 : 0),
        proofs: isFirstClaim ? [...before.proofs, { at: now, what: 'claimed', words: '', ref: null }] : before.proofs,
      };
      try {
        await database.run([writingSending(database, mine)]);
        return mine;
      } catch (error) {
        if (error instanceof UnexpectedChanges) return null;
        throw error;
      }
    },

    async nextDueAt() {
      const found = await database.run([
        statement(build.selectFrom('sendings').select(sql<number | null>`min(due_at)`.as('at')).where('state', '=', waiting)),
        statement(build.selectFrom('sendings').select(sql<number | null>`min(claimed_until)`.as('at')).where('state', '=', claimed)),
        statement(build.selectFrom('slips').select(sql<number | null>`min(chase_at)`.as('at')).where('chase_at', 'is not', null)),
      ]);
      const due = found.flatMap((result) => times.parse(result.rows)).flatMap(({ at }) => (at === null ? [] : [at]));
      return due.length === 0 ? null : Math.min(...due);
    },

    async slipsToChase(now, limit) {
      const [found] = await database.run([statement(build.selectFrom('slips').select('id').where('chase_at', '<=', now).orderBy('chase_at').orderBy('id').limit(limit))]);
      return z.array(z.object({ id: z.string() })).parse(found?.rows).map(({ id }) => id);
    },
  };
}

function byAge(one: Sending, other: Sending): number {
  return one.round - other.round || one.step - other.step;
}
