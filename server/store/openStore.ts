import type { CallStore, JobStore } from '../calls/ports.ts';
import type { PeopleStore } from '../people/ports.ts';
import type { ImportStore } from '../imports/ports.ts';
import type { CallerDataStore } from '../privacy/callerData.ts';
import type { AuditReader, AuditStore } from '../privacy/ports.ts';
import type { ResidentStore } from '../residents/ports.ts';
import type { SearchStore } from '../search/ports.ts';
import type { SlipStore } from '../slips/ports.ts';
import type { TaskStore } from '../tasks/ports.ts';
import { systemClock } from '../clockwork/clock.ts';
import type { Clock } from '../clockwork/clock.ts';
import { buildAuditReader, buildAuditStore } from './auditStore.ts';
import { buildCallerDataStore } from './callerDataStore.ts';
import { buildCallStore } from './callStore.ts';
import { withHoldGate } from './holdGate.ts';
import type { HoldGate } from './holdGate.ts';
import { buildImportStore } from './importStore.ts';
import { buildJobStore } from './jobStore.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { moveResidents } from './moveResidents.ts';
import { buildPeopleStore } from './peopleStore.ts';
import { buildResidentStore } from './residentStore.ts';
import { buildSearchStore } from './searchStore.ts';
import { buildSlipStore } from './slipStore.ts';
import { buildTaskStore } from './taskStore.ts';
import { openPostgresDatabase } from './postgresDatabase.ts';
import { openSqliteDatabase } from './sqliteDatabase.ts';
import type { StoreLog } from './storeLog.ts';

/** All that the program keeps. Everything a promise here says is on disk when it resolves. */
export interface Store {
  calls: CallStore;
  jobs: JobStore;
  slips: SlipStore;
  tasks: TaskStore;
  people: PeopleStore;
  residents: ResidentStore;
  imports: ImportStore;
  audit: AuditStore;
  search: SearchStore;
  callerData: CallerDataStore;
  /** A real round trip to the database; rejects when there is none. */
  health(): Promise<void>;
  /** Waits for what was asked before, then lets go of the file or the connections. */
  close(): Promise<void>;
  /** The test port: `const release = store.testing.hold()` makes the store hang until `release()`. The program never calls it. */
  testing: HoldGate;
}

/** Which database, and where. */
export type StoreOptions = (
  | {
      kind: 'sqlite';
      /** The database file; its folder is made when missing. */
      file: string;
      /** The built sqliteWorker.js. */
      workerFile: string;
    }
  | { kind: 'postgres'; url: string }
) & {
  log: StoreLog;
  /** Times restarts; the system's unless told otherwise. */
  clock?: Clock;
};

/**
 * Opens the records and brings their schema up to date. Safe when several nodes start at once on PostgreSQL.
 * @throws when the database cannot be opened, or was written by a newer version
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { log, clock = systemClock } = options;
  const opened =
    options.kind === 'sqlite'
      ? await openSqliteDatabase({ file: options.file, workerFile: options.workerFile, log, clock })
      : openPostgresDatabase({ url: options.url, log });
  const { database, gate } = withHoldGate(opened);
  try {
    await migrate(database, migrations, clock.now());
    await moveResidents(database, log, clock.now());
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    calls: buildCallStore(database, log),
    jobs: buildJobStore(database, log),
    slips: buildSlipStore(database, log),
    tasks: buildTaskStore(database, log),
    people: buildPeopleStore(database, log),
    residents: buildResidentStore(database, log),
    imports: buildImportStore(database, log),
    audit: buildAuditStore(database),
    search: buildSearchStore(database, log),
    callerData: buildCallerDataStore(database),
    async health() {
      await database.run([{ sql: 'select 1 as one', parameters: [] }]);
    },
    close: () => database.close(),
    testing: gate,
  };
}

/** The audit log for its check alone: changes nothing in the records, which a server may be using. */
export async function openAuditReader(options: StoreOptions): Promise<{ reader: AuditReader; close(): Promise<void> }> {
  const { log, clock = systemClock } = options;
  const database = options.kind === 'sqlite' ? await openSqliteDatabase({ file: options.file, workerFile: options.workerFile, log, clock, isReadOnly: true }) : openPostgresDatabase({ url: options.url, log, isReadOnly: true });
  return { reader: buildAuditReader(database), close: () => database.close() };
}
