import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import { migrate } from '../../server/store/migrate.ts';
import { migrations } from '../../server/store/migrations.ts';
import { StoreFault, UnexpectedChanges } from '../../server/store/recordsDatabase.ts';
import type { RecordsDatabase, Statement } from '../../server/store/recordsDatabase.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
import type { Clock } from '../../server/clockwork/clock.ts';
import { aCommit, aFact } from '../suites/records.ts';
import { builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

/** A clock whose timers the test fires. */
function heldClock(): Clock & { delays: number[]; fire(): void } {
  const timers: (() => void)[] = [];
  const delays: number[] = [];
  return {
    delays,
    now: () => 1_700_000_000_000,
    setTimer(delayMs, run) {
      delays.push(delayMs);
      timers.push(run);
      return { cancel: () => timers.splice(timers.indexOf(run), 1) };
    },
    fire: () => timers.shift()?.(),
  };
}

let workerFile: string;
let folder: string;
beforeAll(() => {
  workerFile = builtWorker('sqliteWorker');
});
beforeEach(() => {
  folder = temporaryFolder();
});
afterAll(removeTemporaryFolders);

describe('Batches that share a commit', () => {
  let database: RecordsDatabase;
  beforeEach(async () => {
    database = await openSqliteDatabase({ file: path.join(folder, 'records.db'), workerFile, log: listeningLog(), clock: heldClock() });
    await migrate(database, migrations, 0);
  });
  afterEach(() => database.close());

  const put = (name: string, expectChanges?: number): Statement => ({
    sql: 'insert into settings (name, value) values (?, ?) on conflict do nothing',
    parameters: [name, 'x'],
    ...(expectChanges === undefined ? {} : { expectChanges }),
  });
  const names = async (): Promise<unknown[]> => (await database.run([{ sql: 'select name from settings order by name', parameters: [] }])).flatMap(({ rows }) => rows);

  test('a batch that fails is undone alone; its neighbours are kept', async () => {
    const outcomes = await Promise.allSettled([
      database.run([put('a')]),
      database.run([put('b'), { sql: 'insert into facts (call_id, key, body) values (?, ?, ?)', parameters: ['no such call', 'k', '{}'] }]),
      database.run([put('c'), put('a', 1)]),
      database.run([put('d'), { sql: 'this is not SQL', parameters: [] }]),
      database.run([put('e')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as Error).constructor] : []))).toEqual([StoreFault, UnexpectedChanges, StoreFault]);
    expect(await names()).toEqual([{ name: 'a' }, { name: 'e' }]);
  });

  test('a later batch sees what an earlier one of the same commit wrote', async () => {
    const [, seen] = await Promise.all([database.run([put('first')]), names()]);
    expect(seen).toEqual([{ name: 'first' }]);
  });

  test('more batches than one commit takes are all done, in order', async () => {
    const all = Array.from({ length: 1000 }, (_, index) => `n${String(index).padStart(4, '0')}`);
    await Promise.all(all.map((name) => database.run([put(name, 1)])));
    expect(await names()).toEqual(all.map((name) => ({ name })));
  });

  test('the file is in WAL mode with an fsync at each commit and foreign keys held', async () => {
    const pragmas = await database.run(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) => ({ sql: `pragma ${name}`, parameters: [] })));
    expect(pragmas.flatMap(({ rows }) => rows)).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }, { timeout: 5000 }]);
  });

  test('migrations that ran before are not run again, and records of a newer version are refused', async () => {
    await migrate(database, migrations, 1);
    await expect(migrate(database, migrations.slice(1), 1)).rejects.toThrow(/newer version.*001-calls-slips-people/);
  });

  test('a migration that fails leaves nothing behind, and is tried again at the next start', async () => {
    const broken = { name: '999-broken', statements: () => [{ compile: () => ({ sql: 'create table half (a text)', parameters: [] }) }, { compile: () => ({ sql: 'nonsense', parameters: [] }) }] };
    const steps = [...migrations, broken] as typeof migrations;
    for (const _attempt of [1, 2]) await expect(migrate(database, steps, 1)).rejects.toThrow(/nonsense/);
    await migrate(database, migrations, 1);
    expect(await database.run([{ sql: "select name from sqlite_master where name = 'half'", parameters: [] }])).toEqual([{ rows: [], changes: 0 }]);
  });
});

describe('A records worker that dies', () => {
  let store: Store;
  let clock: ReturnType<typeof heldClock>;
  let log: ReturnType<typeof listeningLog>;
  let mortal: string;
  beforeEach(async () => {
    // The real worker, with a word that ends the thread in the middle of a transaction that holds the lock.
    mortal = path.resolve('.build/test', `mortalWorker.${path.basename(folder)}.mjs`);
    writeFileSync(
      mortal,
      `import { createRequire } from 'node:module';
       import { parentPort, workerData } from 'node:worker_threads';
       const Database = createRequire(import.meta.url)('libsql');
       if (workerData.file.includes('never')) throw new Error('no such disk');
       parentPort.on('message', ({ request }) => {
         if (!JSON.stringify(request).includes('die now')) return;
         const db = new Database(workerData.file);
         db.exec('BEGIN IMMEDIATE');
         db.exec("insert into settings values ('half', 'done')");
         process.exit(7);
       });
       await import(${JSON.stringify(workerFile)});`,
    );
    clock = heldClock();
    log = listeningLog();
    store = await openStore({ kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile: mortal, log, clock });
  });
  afterEach(() => store.close());
  afterEach(() => rmSync(mortal));

  test('all that waits is refused with a clear error, health fails, and after a restart the records are whole', async () => {
    await store.calls.commitCall(aCommit('CA1'), new Set());
    const waiting = await Promise.allSettled([store.people.putSetting('die now', 'x'), store.calls.commitCall(aCommit('CA2'), new Set()), store.health()]);
    for (const outcome of waiting) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', message: 'the records worker ended (exit code 7)' } });
    }
    await expect(store.health()).rejects.toThrow('the records worker ended (exit code 7)');
    expect(log.reported).toEqual([expect.objectContaining({ level: 'error', message: 'a worker thread of the store ended; it is started again' })]);

    clock.fire();
    const runsAgain = async (): Promise<void> => {
      while (!log.reported.some(({ message }) => message === 'a worker thread of the store runs again')) await new Promise((resolve) => setImmediate(resolve));
    };
    await runsAgain();
    await store.health();
    expect(await store.calls.loadFacts('CA1')).toEqual([aFact('first')]);
    expect(await store.people.getSetting('half')).toBeNull();
    // Repeating what was refused is always allowed.
    expect(await store.calls.commitCall(aCommit('CA2'), new Set(['first']))).toEqual({ others: [] });
  });

  test('closing while a restart waits calls the restart off', async () => {
    await expect(store.people.putSetting('die now', 'x')).rejects.toThrow(/ended/);
    await store.close();
    clock.fire();
    await expect(store.health()).rejects.toThrow('the records worker is closed');
  });

  test('a worker that dies again and again is tried at growing intervals; closing in the middle of a start ends it', async () => {
    for (const delay of [100, 100]) {
      await expect(store.people.putSetting('die now', 'x')).rejects.toThrow(/ended/);
      expect(clock.delays.at(-1)).toBe(delay);
      clock.fire();
      while (!log.reported.some(({ message }) => message === 'a worker thread of the store runs again')) await new Promise((resolve) => setImmediate(resolve));
      log.reported.length = 0;
    }
    await expect(store.people.putSetting('die now', 'x')).rejects.toThrow(/ended/);
    rmSync(mortal);
    for (const delay of [200, 400, 800, 1600, 3200, 5000, 5000]) {
      clock.fire();
      while (clock.delays.at(-1) !== delay) await new Promise((resolve) => setImmediate(resolve));
      clock.delays.length = 0;
    }
    writeFileSync(mortal, `await import(${JSON.stringify(workerFile)})`);
    clock.fire();
    await store.close();
    await expect(store.health()).rejects.toThrow('the records worker is closed');
  });

  test('a store that cannot be opened says why', async () => {
    await expect(openStore({ kind: 'sqlite', workerFile: mortal, log, clock, file: path.join(folder, 'never.db') })).rejects.toThrow('no such disk');
  });
});

describe('A store that hangs', () => {
  test('nothing is answered while it is held, all of it after the release', async () => {
    const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile, log: listeningLog() });
    const release = store.testing.hold();
    const answered: string[] = [];
    const commit = store.calls.commitCall(aCommit('CA1'), new Set()).then(() => answered.push('commit'));
    const health = store.health().then(() => answered.push('health'));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toEqual([]);
    release();
    await Promise.all([commit, health]);
    expect(answered).toEqual(['commit', 'health']);
    store.testing.hold();
    const late = expect(store.health()).rejects.toThrow('the records worker is closed');
    await store.close();
    await late;
  });
});
