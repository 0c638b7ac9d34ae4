import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CallStore } from '../../server/calls/ports.ts';
import type { ImportStore } from '../../server/imports/ports.ts';
import type { People } from '../../server/people/people.ts';
import type { PeopleStore, Session } from '../../server/people/ports.ts';
import type { ResidentStore } from '../../server/residents/ports.ts';
import type { CallerDataStore } from '../../server/privacy/callerData.ts';
import type { AuditStore } from '../../server/privacy/ports.ts';
import type { SearchStore } from '../../server/search/ports.ts';
import type { SlipStore } from '../../server/slips/ports.ts';
import type { TaskStore } from '../../server/tasks/ports.ts';
import { openStore } from '../../server/store/openStore.ts';
import { workers } from '../support/house.ts';

/** Real records in a folder of their own, with what was written to them of sessions, settings and people, for the tests to look at. */
export interface HouseRecords {
  calls: CallStore;
  slips: SlipStore;
  tasks: TaskStore;
  people: PeopleStore;
  residents: ResidentStore;
  imports: ImportStore;
  search: SearchStore;
  audit: AuditStore;
  callerData: CallerDataStore;
  /** The database file. */
  file: string;
  /** Every session as it was written, the newest last. */
  sessionsWritten: Session[];
  settingsWritten: (string | null)[];
  /** What every session look-up waits for, or fails with. */
  beforeSession: () => Promise<void>;
  peopleSaves: number;
  close(): Promise<void>;
}

export async function openHouseRecords(people: People): Promise<HouseRecords> {
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-http-'));
  const file = path.join(folder, 'records.db');
  const store = await openStore({ kind: 'sqlite', file, workerFile: workers.sqlite, log: { error: () => undefined, warn: () => undefined, info: () => undefined } });
  await store.people.savePeople(people);
  const records: HouseRecords = {
    calls: store.calls,
    slips: store.slips,
    tasks: store.tasks,
    residents: store.residents,
    imports: store.imports,
    search: store.search,
    audit: store.audit,
    callerData: store.callerData,
    file,
    sessionsWritten: [],
    settingsWritten: [],
    beforeSession: async () => undefined,
    peopleSaves: 0,
    people: {
      ...store.people,
      async savePeople(changes) {
        records.peopleSaves += 1;
        return store.people.savePeople(changes);
      },
      async saveSession(session) {
        records.sessionsWritten.push(session);
        await store.people.saveSession(session);
      },
      async findSession(tokenHash) {
        await records.beforeSession();
        return store.people.findSession(tokenHash);
      },
      async putSetting(name, value) {
        records.settingsWritten.push(value);
        await store.people.putSetting(name, value);
      },
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return records;
}
