import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { openStore } from '../../server/store/openStore.ts';
import type { Store } from '../../server/store/openStore.ts';
import { describeCallStore } from '../suites/callStore.ts';
import { describeImportStore } from '../suites/importStore.ts';
import { describeJobStore } from '../suites/jobStore.ts';
import { describePeopleStore } from '../suites/peopleStore.ts';
import { describeResidentStore } from '../suites/residentStore.ts';
import { describeSlipStore } from '../suites/slipStore.ts';
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
describeJobStore('SQLite', open);
describeSlipStore('SQLite', open);
describePeopleStore('SQLite', open);
describeImportStore('SQLite', open);
describeResidentStore('SQLite', open);
