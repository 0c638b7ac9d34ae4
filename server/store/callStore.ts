import { sql } from 'kysely';
import { z } from 'zod';
import type { CallCommit, CallStore } from '../calls/ports.ts';
import { fact as factSchema } from '../calls/fact.ts';
import { searchWords } from '../calls/searchWords.ts';
import type { Fact } from '../calls/fact.ts';
import { callCard } from '../contract/card.ts';
import type { CallCard } from '../contract/card.ts';
import { callSearchable } from '../search/searchable.ts';
import { splitForSearch } from '../search/splitForSearch.ts';
import { termsSum } from '../search/termsSum.ts';
import { readPageMark, writePageMark } from './pageMark.ts';
import { readBody, readEach } from './readRow.ts';
import { statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import { freeDoc, writingIndex } from './searchRows.ts';
import type { StoreLog } from './storeLog.ts';

const factRows = z.array(z.object({ call_id: z.string(), key: z.string(), body: z.string() }));
const keyRows = z.array(z.object({ key: z.string() }));
const cardRows = z.array(z.object({ id: z.string(), card: z.string() }));

/** Calls, their facts and what must be done because of them, in a database. */
export function buildCallStore(database: RecordsDatabase, log: StoreLog): CallStore {
  const { build } = database;

  const readFact = (row: { call_id: string; body: string }): Fact => readBody(factSchema, row.body, { table: 'facts', id: row.call_id });
  const readCard = (row: { id: string; card: string }): CallCard => readBody(callCard, row.card, { table: 'calls', id: row.id });
  const factsOf = (callId: string) => build.selectFrom('facts').select(['call_id', 'key', 'body']).where('call_id', '=', callId).orderBy('position');

  /** Card first: on PostgreSQL its upsert locks the call's row (also when the stored version stays), so commits of one call queue up. */
  function writing({ callId, facts, card, jobs }: CallCommit): Statement[] {
    const columns = {
      version: card.version,
      state: card.state,
      outcome: card.outcome,
      unit_id: card.unit.id,
      agent_id: card.agent?.id ?? null,
      arrived_at: card.arrivedAt,
      caller_number: card.caller.number,
      matter: card.matter,
      missed: card.missed?.state ?? null,
      words: storable(searchWords(card)),
      card: JSON.stringify(card),
    };
    const doc = freeDoc(database, 'calls', card.arrivedAt);
    const terms = splitForSearch(callSearchable(card));
    const saveCard = build
      .insertInto('calls')
      .values({ id: callId, ...columns, search_doc: doc })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...columns, search_doc: sql<number>`coalesce(calls.search_doc, ${doc})` }).whereRef('calls.version', '<', 'excluded.version'));
    const appendFact = (fact: Fact) =>
      build
        .insertInto('facts')
        .values({ call_id: callId, key: fact.key, body: JSON.stringify(fact) })
        .onConflict((conflict) => conflict.columns(['call_id', 'key']).doNothing());
    const storeJob = (job: CallCommit['jobs'][number]) =>
      build
        .insertInto('jobs')
        .values({ call_id: callId, key: job.key, due_at: job.dueAt, attempts: 0, last_error: null, done_at: null, body: JSON.stringify(job) })
        .onConflict((conflict) => conflict.columns(['call_id', 'key']).doNothing());
    const index = writingIndex(database, { table: 'calls', id: callId, version: card.version, terms, sum: termsSum(terms) });
    return [...[saveCard, ...facts.map(appendFact), ...jobs.map(storeJob)].map((query) => statement(query)), ...index];
  }

  return {
    async commitCall(commit, known) {
      const { callId, facts } = commit;
      const results = await database.run([...writing(commit), statement(build.selectFrom('facts').select('key').where('call_id', '=', callId))]);
      const stored = keyRows.parse(results.at(-1)?.rows).map((row) => row.key);
      // A key of this commit is another's when it was there before; then the stored fact counts, not ours.
      const mine = new Set(facts.filter((_, index) => results[index + 1]?.changes === 1).map((fact) => fact.key));
      const unknown = stored.filter((key) => !known.has(key) && !mine.has(key));
      if (unknown.length === 0) return { others: [] };
      const [found] = await database.run([statement(factsOf(callId))]);
      const ours = new Set(facts.map((fact) => JSON.stringify(fact)));
      const wanted = new Set(unknown);
      const rows = factRows.parse(found?.rows).filter((row) => wanted.has(row.key) && !ours.has(row.body));
      return { others: rows.map(readFact) };
    },

    async loadFacts(callId) {
      const [found] = await database.run([statement(factsOf(callId))]);
      return factRows.parse(found?.rows).map(readFact);
    },

    async loadOpenCalls() {
      // A literal, not a parameter: SQLite uses the index of open calls only when it sees the same words.
      const open = build.selectFrom('calls').where('state', '<>', sql.lit('ended'));
      const [calls, facts] = await database.run([
        statement(open.select(['id', 'card']).orderBy('arrived_at').orderBy('id')),
        statement(build.selectFrom('facts').select(['call_id', 'key', 'body']).where('call_id', 'in', open.select('id')).orderBy('position')),
      ]);
      const rowsOf = new Map<string, { call_id: string; body: string }[]>(cardRows.parse(calls?.rows).map(({ id }) => [id, []]));
      for (const row of factRows.parse(facts?.rows)) rowsOf.get(row.call_id)?.push(row);
      return readEach([...rowsOf], ([callId, rows]) => ({ callId, facts: rows.map(readFact) }), log);
    },

    async loadCard(callId) {
      const [found] = await database.run([statement(build.selectFrom('calls').select(['id', 'card']).where('id', '=', callId))]);
      const [row] = cardRows.parse(found?.rows);
      return row === undefined ? null : readCard(row);
    },

    async listCards({ unitIds, state, outcome, agentId, matter, missed, callerNumber, terms, from, to, limit, cursor }) {
      if (unitIds?.length === 0) return { items: [] };
      let query = build.selectFrom('calls').select(['id', 'card', 'arrived_at']).orderBy('arrived_at', 'desc').orderBy('id', 'desc');
      if (unitIds !== null) query = query.where('unit_id', 'in', unitIds);
      if (state !== undefined) query = query.where('state', '=', state);
      if (outcome !== undefined) query = query.where('outcome', '=', outcome);
      if (agentId !== undefined) query = query.where('agent_id', '=', agentId);
      if (matter !== undefined) query = query.where('matter', '=', matter);
      if (missed !== undefined) query = query.where('missed', '=', missed);
      if (callerNumber !== undefined) query = query.where('caller_number', '=', callerNumber);
      if (from !== undefined) query = query.where('arrived_at', '>=', from);
      if (to !== undefined) query = query.where('arrived_at', '<', to);
      for (const term of terms ?? []) query = query.where(sql<boolean>`words like ${`%${storable(term).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`);
      if (cursor !== undefined) {
        const { at, id } = readPageMark(cursor);
        query = query.where((is) => is.or([is('arrived_at', '<', at), is.and([is('arrived_at', '=', at), is('id', '<', id)])]));
      }
      // One more than asked for tells whether there is a next page.
      const [found] = await database.run([statement(query.limit(limit + 1))]);
      const rows = z.array(z.object({ id: z.string(), card: z.string(), arrived_at: z.number() })).parse(found?.rows);
      const page = rows.slice(0, limit);
      const items = readEach(page, readCard, log);
      const last = page.at(-1);
      return rows.length > limit && last !== undefined ? { items, next: writePageMark({ at: last.arrived_at, id: last.id }) } : { items };
    },
  };
}

/** PostgreSQL's text holds neither U+0000 nor half a surrogate pair; a search needs neither. */
function storable(text: string): string {
  return text.replace(/[\0\ud800-\udfff]/gu, '');
}
