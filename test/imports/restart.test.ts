import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { importLimits } from '../../server/contract/imports.ts';
import { openImportDesk } from '../../server/imports/importDesk.ts';
import type { ImportDesk } from '../../server/imports/importDesk.ts';
import { openImportThread } from '../../server/imports/importThread.ts';
import { openHouseRecords } from '../http/houseRecords.ts';
import type { HouseRecords } from '../http/houseRecords.ts';
import { workers } from '../support/house.ts';
import { manualClock } from '../support/manualClock.ts';
import type { ManualClock } from '../support/manualClock.ts';
import { aTarget } from './aTarget.ts';

const by = { id: 'supervisor', name: '周敏' };
const piece = importLimits.pieceBytes;
const list = Buffer.from(`姓名,分机\n${Array.from({ length: 60_000 }, (_, index) => `员工${index},${10_000 + index}`).join('\n')}`);

let records: HouseRecords;
let clock: ManualClock;
let desks: ImportDesk[];
beforeEach(async () => {
  records = await openHouseRecords({ units: [], lines: [], staff: [], users: [] });
  clock = manualClock();
  desks = [];
});
afterEach(async () => {
  for (const desk of desks) await desk.close();
  await records.close();
});

/** The desk of a program that was just started on these records. */
function start(): ImportDesk {
  const memory = { get: (name: string) => records.people.getSetting(name), put: (name: string, value: string | null) => records.people.putSetting(name, value) };
  const targets = { staff: aTarget('staff'), residents: aTarget('residents') };
  const desk = openImportDesk({ store: records.imports, targets, memory, openThread: () => openImportThread(workers.imports), countryOf: () => 'CN', newId: () => 'I1', clock, onTrouble: (what, id, cause) => expect([what, id, cause]).toEqual([]) });
  desks.push(desk);
  return desk;
}

const send = (desk: ImportDesk, from: number) => desk.addPiece('I1', from, list.subarray(from, from + piece));

test('a file of which a part came before the program was started again goes on where it was, and nothing of it is missing', async () => {
  const first = start();
  await first.begin({ kind: 'staff', unitId: 'garden', fileName: 'a.csv', size: list.length, by });
  await send(first, 0);
  await first.close();
  const second = start();
  for (let { received } = await second.view('I1'); received < list.length; ) ({ received } = await send(second, received));
  await second.settled();
  expect(await second.view('I1')).toMatchObject({ state: 'preview', counts: { total: 60_000, new: 60_000 } });
});

test('one piece that is sent twice at the same time counts once', async () => {
  const desk = start();
  await desk.begin({ kind: 'staff', unitId: 'garden', fileName: 'a.csv', size: list.length, by });
  for (let from = 0; from < list.length; from += piece) await Promise.all([send(desk, from), send(desk, from)]);
  await desk.settled();
  expect(await desk.view('I1')).toMatchObject({ state: 'preview', received: list.length, counts: { total: 60_000 } });
});

test('a file that nobody went on with is thrown away after a day, wherever it was left', async () => {
  const desk = start();
  await desk.begin({ kind: 'staff', unitId: 'garden', fileName: 'a.csv', size: list.length, by });
  await send(desk, 0);
  const kept = async () => (await records.imports.loadImport('I1')) !== null;
  for (let hours = 0; hours < 23; hours += 1) await clock.advance(3_600_000);
  expect(await kept()).toBe(true);
  // Each look at the records lets the sweep under way end, so that the next one falls due.
  for (let hours = 0; hours < 48 && (await kept()); hours += 1) await clock.advance(3_600_000);
  await expect(desk.view('I1')).rejects.toMatchObject({ code: 'not_found' });
  expect(await records.imports.importParts('I1', 'file', 0, 10)).toEqual([]);
});
