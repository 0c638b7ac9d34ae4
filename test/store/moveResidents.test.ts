import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../server/clockwork/clock.ts';
import { openStore } from '../../server/store/openStore.ts';
import { openSqliteDatabase } from '../../server/store/sqliteDatabase.ts';
import { builtWorker } from './support/builtFile.ts';
import { removeTemporaryFolders, temporaryFolder } from './support/folders.ts';
import { listeningLog } from './support/listeningLog.ts';

let workerFile: string;
beforeAll(() => {
  workerFile = builtWorker('sqliteWorker');
});
afterAll(removeTemporaryFolders);

describe('residents of an older version, kept among the people', () => {
  test('have files of their own after the start, matched by the same numbers; what cannot be read stays and is told, a second start changes nothing', async () => {
    const file = path.join(temporaryFolder(), 'records.db');
    const log = listeningLog();
    const open = () => openStore({ kind: 'sqlite', file, workerFile, log });
    await (await open()).close();
    const database = await openSqliteDatabase({ file, workerFile, log, clock: systemClock });
    const rows = [
      ...Array.from({ length: 1200 }, (_, at) => ({ id: `r${String(at).padStart(4, '0')}`, unitId: 'u', name: '刘敏', title: '女士', numbers: ['+8613800138001', '+8613800138001'], address: `3栋1单元${100 + at}`, occupancy: 'owner' })),
      { id: 'shop', unitId: 'u', name: '便民超市', numbers: [], address: '裙楼商铺 S-11', occupancy: 'tenant' },
    ];
    const insert = (id: string, body: string) => ({ sql: `insert into people (kind, id, body) values ('resident', ?, ?)`, parameters: [id, body] });
    await database.run([...rows.map((one) => insert(one.id, JSON.stringify(one))), insert('broken', '{')]);
    await database.close();

    for (const start of [1, 2]) {
      const store = await open();
      expect([start, (await store.residents.residentsByNumber('+8613800138001', 2000)).length]).toEqual([start, 1200]);
      expect(await store.residents.loadResident('r0007')).toMatchObject({ rev: 0, unitId: 'u', name: '刘敏', title: '女士', occupancy: 'owner', address: '3栋1单元107', property: { building: '3', unit: '1', room: '107' }, numbers: [{ e164: '+8613800138001' }] });
      expect((await store.residents.searchResidents({ unitIds: ['u'], text: '超市', limit: 5 })).items).toMatchObject([{ id: 'shop', numbers: [] }]);
      expect(await store.people.loadPeople()).toEqual({ units: [], lines: [], staff: [], users: [] });
      await store.close();
    }
  });
});
