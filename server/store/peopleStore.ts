import { z } from 'zod';
import { line, staffMember, unit, user } from '../people/people.ts';
import type { PeopleStore, Session } from '../people/ports.ts';
import type { People, PeopleKeys } from '../people/people.ts';
import { addingAudit, listAudit } from './auditRows.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';
import type { Schema } from './schema.ts';
import type { StoreLog } from './storeLog.ts';

type Kind = Schema['people']['kind'];

const kindOf = { units: 'unit', lines: 'line', staff: 'staff', users: 'user' } as const satisfies Record<keyof People, Kind>;
const peopleLists = Object.keys(kindOf) as (keyof PeopleKeys)[];

const personRows = z.array(z.object({ kind: z.enum(['unit', 'line', 'staff', 'user']), id: z.string(), body: z.string() }));
const sessionRows = z.array(z.object({ token_hash: z.string(), user_id: z.string(), created_at: z.number(), expires_at: z.number() }));

// Four parameters a row: far below what either database allows in one statement.
const rowsPerStatement = 200;

/** Offices, lines, people and their sessions in a database. */
export function buildPeopleStore(database: RecordsDatabase, log: StoreLog): PeopleStore {
  const { build } = database;

  /** Sorted by id so that two nodes which save the same people lock rows in the same order. */
  function replacing(kind: Kind, records: { id: string; version: number }[]): Statement[] {
    const byId = new Map(records.map((record) => [record.id, record]));
    const rows = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => ({ kind, id: record.id, version: record.version, body: JSON.stringify(record) }));
    const statements: Statement[] = [];
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      const some = rows.slice(from, from + rowsPerStatement);
      const query = build
        .insertInto('people')
        .values(some)
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet((is) => ({ version: is.ref('excluded.version'), body: is.ref('excluded.body') })).where((is) => is('people.version', '=', is('excluded.version', '-', 1))));
      statements.push(statement(query, some.length));
    }
    return statements;
  }

  const inOrder = () => build.selectFrom('people').select(['kind', 'id', 'body']).where('kind', '<>', 'resident').orderBy('kind').orderBy('id');

  function read(found: unknown): People {
      const rows = personRows.parse(found);
      const all = <T extends z.ZodType>(kind: Kind, schema: T): z.output<T>[] =>
        readEach(
          rows.filter((row) => row.kind === kind),
          (row) => readBody(schema, row.body, { table: kind, id: row.id }),
          log,
        );
      return { units: all('unit', unit), lines: all('line', line), staff: all('staff', staffMember), users: all('user', user) };
  }

  return {
    async loadPeople() {
      const [found] = await database.run([statement(inOrder())]);
      return read(found?.rows);
    },

    async findPeople(keys) {
      const asked: Statement[] = [];
      for (const list of peopleLists) {
        const ids = keys[list] ?? [];
        for (let from = 0; from < ids.length; from += rowsPerStatement) asked.push(statement(inOrder().where('kind', '=', kindOf[list]).where('id', 'in', ids.slice(from, from + rowsPerStatement))));
      }
      if (asked.length === 0) return read([]);
      const found = await database.run(asked);
      return read(found.flatMap(({ rows }) => rows));
    },

    async savePeople({ units = [], lines = [], staff = [], users = [], audit = [] }) {
      const batch = [...replacing('line', lines), ...replacing('staff', staff), ...replacing('unit', units), ...replacing('user', users), ...addingAudit(database, audit)];
      if (batch.length === 0) return 'saved';
      try {
        await database.run(batch);
        return 'saved';
      } catch (error) {
        if (error instanceof UnexpectedChanges) return 'conflict';
        throw error;
      }
    },

    listAudit: (listing) => listAudit(database, log, listing),

    async saveSession({ tokenHash, userId, createdAt, expiresAt }) {
      const columns = { user_id: userId, created_at: createdAt, expires_at: expiresAt };
      const query = build
        .insertInto('sessions')
        .values({ token_hash: tokenHash, ...columns })
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet(columns));
      await database.run([statement(query)]);
    },

    async findSession(tokenHash) {
      const [found] = await database.run([statement(build.selectFrom('sessions').selectAll().where('token_hash', '=', tokenHash))]);
      const [row] = sessionRows.parse(found?.rows);
      if (row === undefined) return null;
      return { tokenHash: row.token_hash, userId: row.user_id, createdAt: row.created_at, expiresAt: row.expires_at } satisfies Session;
    },

    async deleteSession(tokenHash) {
      await database.run([statement(build.deleteFrom('sessions').where('token_hash', '=', tokenHash))]);
    },

    async deleteExpiredSessions(now) {
      const [deleted] = await database.run([statement(build.deleteFrom('sessions').where('expires_at', '<=', now))]);
      return deleted?.changes ?? 0;
    },

    async getSetting(name) {
      const [found] = await database.run([statement(build.selectFrom('settings').select('value').where('name', '=', name))]);
      const [row] = z.array(z.object({ value: z.string() })).parse(found?.rows);
      return row?.value ?? null;
    },

    async putSetting(name, value) {
      const query =
        value === null
          ? build.deleteFrom('settings').where('name', '=', name)
          : build
              .insertInto('settings')
              .values({ name, value })
              .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }));
      await database.run([statement(query)]);
    },

    async keepSetting(name, value) {
      await database.run([
        statement(
          build
            .insertInto('settings')
            .values({ name, value })
            .onConflict((conflict) => conflict.column('name').doNothing()),
        ),
      ]);
      // In a look of its own, so that it finds what somebody else was just then the first to keep.
      const [found] = await database.run([statement(build.selectFrom('settings').select('value').where('name', '=', name))]);
      const [row] = z.array(z.object({ value: z.string() })).parse(found?.rows);
      return row?.value ?? value;
    },
  };
}
