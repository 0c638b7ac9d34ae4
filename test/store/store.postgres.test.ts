import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import { openPostgresDatabase } from '../../server/store/postgresDatabase.ts';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import { describeAuditStore } from '../suites/auditStore.ts';
import { describeCallerDataStore } from '../suites/callerDataStore.ts';
import { describeCallStore } from '../suites/callStore.ts';
import { describeImportStore } from '../suites/importStore.ts';
import { describeJobStore } from '../suites/jobStore.ts';
import { describeOlderSlips } from '../suites/olderSlips.ts';
import { describePeopleStore } from '../suites/peopleStore.ts';
import { describeResidentStore } from '../suites/residentStore.ts';
import { describeSearchStore } from '../suites/searchStore.ts';
import { describeSlipStore } from '../suites/slipStore.ts';
import { describeTaskStore } from '../suites/taskStore.ts';
import { describeTasksEnded } from '../suites/tasksEnded.ts';
import { listeningLog } from './support/listeningLog.ts';
import { startPostgresServer } from './support/postgresServer.ts';
import type { PostgresServer } from './support/postgresServer.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.close());

const open = async (): Promise<Store> => openStore({ kind: 'postgres', url: await server.createDatabase(), log: listeningLog() });

describeCallStore('PostgreSQL', open, { runs: 30 });
describeCallerDataStore('PostgreSQL', open);
describeJobStore('PostgreSQL', open);
describeSlipStore('PostgreSQL', open);
describeTaskStore('PostgreSQL', open);
const openEmpty = async () => openPostgresDatabase({ url: await server.createDatabase(), log: listeningLog() });
describeTasksEnded('PostgreSQL', openEmpty);
describeOlderSlips('PostgreSQL', openEmpty);
describePeopleStore('PostgreSQL', open);
describeImportStore('PostgreSQL', open);
describeResidentStore('PostgreSQL', open);
const openWithHand = async () => {
  const options = { kind: 'postgres' as const, url: await server.createDatabase(), log: listeningLog() };
  return {
    options,
    store: await openStore(options),
    async tamper(sql: string) {
      const outside = new pg.Client({ connectionString: options.url });
      await outside.connect();
      await outside.query(sql).finally(() => outside.end());
    },
  };
};
describeAuditStore('PostgreSQL', openWithHand);
describeSearchStore('PostgreSQL', openWithHand);
