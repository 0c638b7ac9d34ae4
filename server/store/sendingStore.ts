import { sql } from 'kysely';
import type { CompiledQuery } from 'kysely';
import { z } from 'zod';
import { sending as sendingSchema } from '../contract/delivery.ts';
import type { Sending } from '../contract/delivery.ts';
import { laneOf } from '../delivery/lane.ts';
import type { Slip } from '../contract/slip.ts';
import type { SendingStore } from '../delivery/ports.ts';
import { readBody, readEach } from './readRow.ts';
import { StoreFault, UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import { compiled } from './searchRows.ts';
import type { StoreLog } from './storeLog.ts';

// Written into the statement, not bound: SQLite uses an index over some of the rows only where it sees that the question is about those.
const waiting = sql.lit('waiting');
const claimed = sql.lit('sending');

const rows = z.array(z.object({ id: z.string(), body: z.string() }));
const times = z.array(z.object({ at: z.number().nullable() }));
const laneRows = z.array(z.object({ unit_id: z.string(), lane: z.string(), precedence: z.number(), due_at: z.number(), due: z.coerce.number() }));

/** What is urgent goes before the rest of its lane. */
const precedenceOf = (isUrgent: boolean): number => (isUrgent ? 0 : 1);

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

/** What waits of this slip takes its place among the others; to be run in its transaction, behind its sendings. */
export function placingSendings({ build }: RecordsDatabase, { id, delivery }: Pick<Slip, 'id' | 'delivery'>): Statement[] {
  if (!delivery) return [];
  const precedence = precedenceOf(delivery.isUrgent);
  return [statement(build.updateTable('sendings').set({ precedence }).where('slip_id', '=', id).where('state', '=', waiting).where('precedence', '<>', precedence))];
}

/** The sendings in a database. @see SendingStore */
export function buildSendingStore(database: RecordsDatabase, log: StoreLog): SendingStore {
  const { build } = database;
  const read = (row: { id: string; body: string }): Sending => readBody(sendingSchema, row.body, { table: 'sendings', id: row.id });
  const columns = ['sendings.id', 'sendings.body'] as const;
  /** Damaged ones, told of once: they must not stand before the others of their lane. */
  const unreadable = new Set<string>();

  function readOrNote(row: { id: string; body: string }): Sending {
    try {
      return read(row);
    } catch (error) {
      if (error instanceof StoreFault) unreadable.add(row.id);
      throw error;
    }
  }

  async function first(query: { compile(): CompiledQuery }): Promise<Sending | null> {
    const [found] = await database.run([statement(query)]);
    const [row] = rows.parse(found?.rows);
    return row === undefined ? null : read(row);
  }

  /** With `now` the turn of a lane that is free, by one only; without, a rest at least until then. */
  function resting(lane: string, until: number, now?: number): Statement {
    const before = now === undefined ? until : now + 1;
    return statement(build.insertInto('lanes').values({ lane, free_at: until }).onConflict((conflict) => conflict.column('lane').doUpdateSet({ free_at: until }).where('lanes.free_at', '<', before)), now === undefined ? undefined : 1);
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

    async dueLanes(now, most, except) {
      const left = [...except, ...unreadable];
      const without = left.length === 0 ? sql`` : sql` and id not in (${sql.join(left)})`;
      // One walk along the index, whose entries say all that is asked. A thousand robots are told of as far as they may be chosen; three letters tell the channels apart.
      const groups = sql`select unit_id, lane, precedence, min(due_at) as due_at, count(*) as due from sendings where state = ${waiting} and due_at <= ${now}${without} group by unit_id, lane, precedence`;
      const awake = sql`select awake.*, row_number() over (partition by unit_id, substr(lane, 1, 3) order by precedence, due_at, lane) as place from (${groups}) as awake where not exists (select 1 from lanes where lanes.lane = awake.lane and free_at > ${now})`;
      const [found] = await database.run([compiled(database, sql`select unit_id, lane, precedence, due_at, due from (${awake}) as placed where place <= ${most}`)]);
      return laneRows.parse(found?.rows).map(({ unit_id, lane, precedence, due_at, due }) => ({ unitId: unit_id, lane, isUrgent: precedence === 0, dueAt: due_at, count: due }));
    },

    async dueSendings(now, wanted, except) {
      if (wanted.length === 0) return [];
      for (;;) {
        const left = [...except, ...unreadable];
        const due = await database.run(
          wanted.map(({ unitId, lane, most }) => {
            const all = build.selectFrom('sendings').select(columns).where('unit_id', '=', unitId).where('lane', '=', lane).where('state', '=', waiting).where('due_at', '<=', now);
            return statement((left.length === 0 ? all : all.where('id', 'not in', left)).orderBy('precedence').orderBy('due_at').orderBy('id').limit(most));
          }),
        );
        const found = due.flatMap((result) => rows.parse(result.rows));
        const good = readEach(found, readOrNote, log);
        if (good.length === found.length) return good;
      }
    },

    async abandonedSendings(now, limit) {
      const [found] = await database.run([statement(build.selectFrom('sendings').select(columns).where('state', '=', claimed).where('claimed_until', '<=', now).orderBy('claimed_until').limit(limit))]);
      return readEach(rows.parse(found?.rows), read, log);
    },

    async claimSending(id, now, until, laneUntil) {
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
        await database.run([writingSending(database, mine), ...(laneUntil === undefined ? [] : [resting(laneOf(mine), laneUntil, now)])]);
        return mine;
      } catch (error) {
        if (error instanceof UnexpectedChanges) return null;
        throw error;
      }
    },

    async restLane(lane, until) {
      await database.run([resting(lane, until)]);
    },

    async nextDueAt(after) {
      const found = await database.run([
        statement(build.selectFrom('sendings').select(sql<number | null>`min(due_at)`.as('at')).where('state', '=', waiting).where('due_at', '>', after)),
        statement(build.selectFrom('sendings').select(sql<number | null>`min(claimed_until)`.as('at')).where('state', '=', claimed).where('claimed_until', '>', after)),
        statement(build.selectFrom('slips').select(sql<number | null>`min(chase_at)`.as('at')).where('chase_at', '>', after)),
        statement(build.selectFrom('lanes').select(sql<number | null>`min(free_at)`.as('at')).where('free_at', '>', after)),
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
