import path from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll } from '@jest/globals';
import { systemClock } from '../../server/clockwork/clock.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
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
import { builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

let workerFile: string;
beforeAll(() => {
  workerFile = builtWorker('sqliteWorker');
});
afterAll(removeTemporaryFolders);

const open = (): Promise<Store> => openStore({ kind: 'sqlite', file: path.join(temporaryFolder(), 'data', 'records.db'), workerFile, log: listeningLog() });

describeCallStore('SQLite', open, { runs: 100 });
describeCallerDataStore('SQLite', open);
describeJobStore('SQLite', open);
describeSlipStore('SQLite', open);
describeTaskStore('SQLite', open);
const openEmpty = () => openSqliteDatabase({ file: path.join(temporaryFolder(), 'records.db'), workerFile, log: listeningLog(), clock: systemClock });
describeTasksEnded('SQLite', openEmpty);
describeOlderSlips('SQLite', openEmpty);
describePeopleStore('SQLite', open);
describeImportStore('SQLite', open);
describeResidentStore('SQLite', open);
const openWithHand = async () => {
  const file = path.join(temporaryFolder(), 'data', 'records.db');
  const options = { kind: 'sqlite' as const, file, workerFile, log: listeningLog() };
  return {
    options,
    store: await openStore(options),
    async tamper(sql: string) {
      const outside = new Database(file);
      outside.exec(sql);
      outside.close();
    },
  };
};
describeAuditStore('SQLite', openWithHand);
describeSearchStore('SQLite', openWithHand);
