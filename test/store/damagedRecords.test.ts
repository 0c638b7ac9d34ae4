import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import type { RecordsDatabase } from '../../server/store/recordsDatabase.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
import { systemClock } from '../../server/clockwork/clock.ts';
import { aCard, aChange, aCommit, aJob, aSlip, aUnit } from '../suites/records.ts';
import { builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

let workerFile: string;
beforeAll(() => {
  workerFile = builtWorker('sqliteWorker');
});
afterAll(removeTemporaryFolders);

describe('A record that cannot be read', () => {
  let store: Store;
  let behind: RecordsDatabase;
  let log: ReturnType<typeof listeningLog>;
  beforeEach(async () => {
    const file = path.join(temporaryFolder(), 'records.db');
    log = listeningLog();
    store = await openStore({ kind: 'sqlite', file, workerFile, log });
    behind = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
    for (const id of ['bad', 'good']) {
      await store.calls.commitCall(aCommit(id, { jobs: [aJob(id, 'job')] }), new Set());
      const slip = aSlip({ id });
      await store.slips.saveSlip(slip, aChange(slip));
    }
    await store.people.savePeople({ units: [aUnit({ id: 'bad' }), aUnit({ id: 'good' })] });
  });
  afterEach(async () => {
    await behind.close();
    await store.close();
  });

  const damage = async (body: string): Promise<void> => {
    for (const [table, column, id] of [['calls', 'card', 'id'], ['facts', 'body', 'call_id'], ['jobs', 'body', 'call_id'], ['slips', 'body', 'id'], ['people', 'body', 'id']]) {
      await behind.run([{ sql: `update ${table} set ${column} = ? where ${id} = 'bad'`, parameters: [body], expectChanges: 1 }]);
    }
  };

  test('is told by table, id and field, never by content, and does not keep the others from being read', async () => {
    await damage('{"secret":"13800138000"}');
    expect((await store.calls.listCards({ unitIds: null, limit: 9 })).items).toEqual([aCard({ id: 'good' })]);
    expect((await store.calls.loadOpenCalls()).map(({ callId }) => callId)).toEqual(['good']);
    expect((await store.jobs.loadOpenJobs()).map(({ job }) => job.callId)).toEqual(['good']);
    expect((await store.slips.listSlips({ unitIds: null, limit: 9 })).items).toEqual([aSlip({ id: 'good' })]);
    expect((await store.people.loadPeople()).units).toEqual([aUnit({ id: 'good' })]);
    const reasons = log.reported.map(({ fields }) => (fields as { reason: string }).reason);
    expect(reasons.map((reason) => reason.split(' cannot')[0])).toEqual(['calls bad', 'facts bad', 'jobs bad job', 'slips bad', 'unit bad']);
    expect(JSON.stringify(log.reported)).not.toContain('13800138000');
  });

  test('is refused when it is asked for alone', async () => {
    await damage('not JSON: 13800138000');
    for (const asked of [store.calls.loadCard('bad'), store.calls.loadFacts('bad'), store.slips.loadSlip('bad')]) {
      await expect(asked).rejects.toThrow(/^(calls|facts|slips) bad is not JSON$/);
    }
  });

  test('an old job of a kind that is gone does not stop the outbox', async () => {
    await behind.run([{ sql: `update jobs set body = ? where call_id = 'bad'`, parameters: [JSON.stringify({ ...aJob('bad', 'job'), kind: 'abolished' })] }]);
    expect((await store.jobs.loadOpenJobs()).map(({ job }) => job.callId)).toEqual(['good']);
  });
});

test('open calls, open jobs and every list are found by an index', async () => {
  const file = path.join(temporaryFolder(), 'records.db');
  const log = listeningLog();
  await (await openStore({ kind: 'sqlite', file, workerFile, log })).close();
  const database = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
  const plan = async (sql: string): Promise<string> => {
    const [found] = await database.run([{ sql: `explain query plan ${sql}`, parameters: [] }]);
    return (found?.rows as { detail: string }[]).map(({ detail }) => detail).join('; ');
  };
  expect(await plan(`select id from calls where state <> 'ended' order by arrived_at, id`)).toContain('calls_open');
  expect(await plan(`select body from jobs where done_at is null order by due_at, call_id, key`)).toContain('jobs_open');
  expect(await plan(`select card from calls order by arrived_at desc, id desc limit 5`)).toContain('calls_newest');
  expect(await plan(`select card from calls where unit_id in ('a') order by arrived_at desc, id desc limit 5`)).toContain('calls_of_unit');
  expect(await plan(`select body from slips where id in (select slip_id from slip_readers where staff_id in ('a')) and read_at is null order by called_at desc, id desc limit 5`)).toMatch(/SEARCH slips USING INDEX .*\(id=\?\).*SEARCH slip_readers USING COVERING INDEX .*\(staff_id=\?\)/);
  await database.close();
});
