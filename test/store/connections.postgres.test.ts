import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../server/store/migrate.ts';
import { migrations } from '../../server/store/migrations.ts';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import { openPostgresDatabase } from '../../server/store/postgresDatabase.ts';
import { StoreFault } from '../../server/store/recordsDatabase.ts';
import { aCard, aChange, aCommit, aFact, aSlip } from '../suites/records.ts';
import { listeningLog } from './support/listeningLog.ts';
import { startPostgresServer } from './support/postgresServer.ts';
import type { PostgresServer } from './support/postgresServer.ts';

let server: PostgresServer;
let url: string;
let log: ReturnType<typeof listeningLog>;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  url = await server.createDatabase();
  log = listeningLog();
});
const open = (): Promise<Store> => openStore({ kind: 'postgres', url, log });

describe('PostgreSQL with several nodes', () => {
  test('five nodes that start at once on an empty database all start, and the schema is made once', async () => {
    const nodes = await Promise.all([1, 2, 3, 4, 5].map(open));
    for (const node of nodes) await node.health();
    await Promise.all(nodes.map((node) => node.close()));
    const database = openPostgresDatabase({ url, log });
    expect(await database.run([{ sql: 'select name from migrations', parameters: [] }])).toEqual([{ rows: migrations.map(({ name }) => ({ name })), changes: 0 }]);
    await expect(migrate(database, [], 0)).rejects.toThrow(/newer version/);
    await database.close();
  });

  test('two nodes that commit to one call at once lose no fact, and each is told every fact of the other once', async () => {
    const nodes = [await open(), await open()];
    const commit = async (node: Store, known: Set<string>, own: string[], version: number): Promise<void> => {
      for (const key of own) known.add(key);
      const { others } = await node.calls.commitCall(aCommit('CA1', { facts: own.map((key) => aFact(key)), card: aCard({ id: 'CA1', version }) }), known);
      for (const { key } of others) {
        expect(known.has(key)).toBe(false);
        known.add(key);
      }
    };
    const knowledge = nodes.map(() => new Set<string>());
    const each = (act: (node: Store, known: Set<string>, index: number) => Promise<void>): Promise<unknown> => Promise.all(nodes.map((node, index) => act(node, knowledge[index] as Set<string>, index)));
    await each(async (node, known, index) => {
      for (let number = 0; number < 40; number += 1) await commit(node, known, [`node${index}:${number}`], number);
    });
    await each((node, known) => commit(node, known, [], 41));
    const stored = (await nodes[0]?.calls.loadFacts('CA1'))?.map(({ key }) => key);
    expect(stored).toHaveLength(80);
    for (const known of knowledge) expect([...known].sort()).toEqual([...(stored ?? [])].sort());
    await Promise.all(nodes.map((node) => node.close()));
  });

  test('of two nodes that write the same version of a slip at once one is told of the conflict', async () => {
    const nodes = [await open(), await open()];
    const first = aSlip({ id: 'slip' });
    await nodes[0]?.slips.saveSlip(first, aChange(first));
    const answers = await Promise.all(
      nodes.map((node, index) => {
        const slip = aSlip({ id: 'slip', version: 2, message: `node ${index}` });
        return node.slips.saveSlip(slip, aChange(slip));
      }),
    );
    expect(answers.sort()).toEqual(['conflict', 'saved']);
    await Promise.all(nodes.map((node) => node.close()));
  });
});

describe('PostgreSQL that goes away', () => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  test('after all connections were cut the next ones serve', async () => {
    await Promise.all(Array.from({ length: 10 }, () => store.health()));
    const waiting = Promise.allSettled(Array.from({ length: 50 }, (_, index) => store.calls.commitCall(aCommit(`CA${index}`), new Set())));
    await server.administer("select pg_terminate_backend(pid) from pg_stat_activity where datname like 'records%'");
    for (const [index, outcome] of (await waiting).entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'DomainError', code: 'unavailable' });
      else expect(await store.calls.loadFacts(`CA${index}`)).toEqual([aFact('first')]);
    }
    // A commit that was cut off may be repeated.
    for (let index = 0; index < 50; index += 1) await store.calls.commitCall(aCommit(`CA${index}`), new Set(['first']));
    expect(await store.calls.loadOpenCalls()).toHaveLength(50);
  });

  test('while the server is down all is refused as unavailable, health too; when it is back all goes on', async () => {
    await store.calls.commitCall(aCommit('CA1'), new Set());
    await server.stop();
    for (const asked of [store.health(), store.calls.commitCall(aCommit('CA2'), new Set()), store.calls.loadFacts('CA1')]) {
      await expect(asked).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/^PostgreSQL c/) });
    }
    await expect(open()).rejects.toMatchObject({ code: 'unavailable' });
    await server.start();
    await store.health();
    expect(await store.calls.loadFacts('CA1')).toEqual([aFact('first')]);
    await store.calls.commitCall(aCommit('CA2'), new Set());
  });

  test('a call whose row another holds for too long is refused as unavailable, and later served', async () => {
    await store.calls.commitCall(aCommit('CA1'), new Set());
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await other.query("begin; select * from calls where id = 'CA1' for update");
    await expect(store.calls.commitCall(aCommit('CA1', { facts: [aFact('second')] }), new Set())).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('55P03') });
    await other.end();
    await store.calls.commitCall(aCommit('CA1', { facts: [aFact('second')] }), new Set());
    expect(await store.calls.loadFacts('CA1')).toHaveLength(2);
  });

  test('a statement that PostgreSQL refuses undoes its batch and quotes no value', async () => {
    const database = openPostgresDatabase({ url, log });
    const refused = database.run([
      { sql: 'insert into settings (name, value) values ($1, $2)', parameters: ['kept?', 'x'] },
      { sql: 'insert into calls (id, version, state, arrived_at, card) values ($1, $2, $3, $4, $5)', parameters: ['CA9', 'a secret word', 'live', 1, '{}'] },
    ]);
    await expect(refused).rejects.toThrow(StoreFault);
    await expect(refused).rejects.toThrow('PostgreSQL refused a statement: a value does not fit (22P02)');
    expect(await store.people.getSetting('kept?')).toBeNull();
    await database.close();
    await expect(database.run([{ sql: 'select 1', parameters: [] }])).rejects.toMatchObject({ code: 'unavailable', message: 'the records are closed' });
  });

  test('the test port holds PostgreSQL too', async () => {
    const release = store.testing.hold();
    let answered = false;
    const health = store.health().then(() => (answered = true));
    await server.administer('select 1');
    expect(answered).toBe(false);
    release();
    await health;
  });
});
