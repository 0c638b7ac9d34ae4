import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ImportKind } from '../../server/contract/imports.ts';
import { exportHeadings, exportRow } from '../../server/imports/exportRow.ts';
import type { TableStyle } from '../../server/imports/exportRow.ts';
import { defused } from '../../server/imports/defused.ts';
import type { ImportTarget } from '../../server/imports/ports.ts';
import { openSheetReading } from '../../server/imports/sheetReading.ts';
import type { SheetReading } from '../../server/imports/sheetReading.ts';
import type { RowCounts } from '../../server/contract/imports.ts';
import { aTarget } from './aTarget.ts';

const how = { unitId: 'garden', by: { id: 'admin', name: '赵敏' }, at: 1_700_000_000_000, importId: 'I1', fileName: '名单.csv' };
let lastId = 0;

/** Reads rows as a file and looks everybody up. */
async function preview(kind: ImportKind, target: ImportTarget, rows: string[][], format: 'csv' | 'xlsx' = 'csv'): Promise<{ reading: SheetReading; counts: RowCounts }> {
  const reading = openSheetReading(kind, { format, encoding: 'utf-8', delimiter: ',', sheets: [{ name: '', rows }] }, () => `N${(lastId += 1)}`);
  for (const _ of reading.interpret(reading.look().guess, 'CN')) continue;
  const keys = reading.keys(0, 1000);
  reading.found(0, await target.find('garden', keys));
  return { reading, counts: reading.counts() };
}

const word = fc.string({ unit: fc.constantFrom(...'张伟李静王芳欧阳ABc =+-@\'"，, 3栋（）'), minLength: 1, maxLength: 12 });
const mobile = fc.integer({ min: 13_000_000_000, max: 13_999_999_999 }).map(String);
const residents = fc.array(fc.record({ ref: fc.option(fc.integer({ min: 1, max: 8 }).map((number) => `A${number}`), { nil: '' }), name: word, room: fc.constantFrom('1501', '1502', '1503室', 'A-01'), building: fc.constantFrom('3', '3栋', 'A座', '裙楼', '3号', ''), numbers: fc.array(mobile, { maxLength: 3 }), area: fc.constantFrom('', '89.5', '90㎡', 'x'), notes: fc.option(word, { nil: '' }) }), { maxLength: 12 });
const staff = fc.array(fc.record({ staffNumber: fc.option(fc.integer({ min: 1, max: 8 }).map((number) => `E${number}`), { nil: '' }), name: word, extension: fc.option(fc.integer({ min: 8000, max: 8009 }).map(String), { nil: '' }), department: fc.constantFrom('工程部', '客服部', ''), numbers: fc.array(mobile, { maxLength: 2 }) }), { maxLength: 12 });

const tables: Record<ImportKind, fc.Arbitrary<string[][]>> = {
  residents: residents.map((rows) => [['业主编号', '姓名', '楼栋', '房号', '电话', '面积', '备注'], ...rows.map((row) => [row.ref, row.name, row.building, row.room, row.numbers.join('、'), row.area, row.notes])]),
  staff: staff.map((rows) => [['工号', '姓名', '分机', '部门', '手机'], ...rows.map((row) => [row.staffNumber, row.name, row.extension, row.department, row.numbers.join('/')])]),
};

describe.each(['staff', 'residents'] as const)('a list of %s', (kind) => {
  test('that comes in twice changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(tables[kind], async (rows) => {
        const target = aTarget(kind);
        const first = await preview(kind, target, rows);
        await target.write(first.reading.changes(0, 1000), how);
        const second = await preview(kind, target, rows);
        expect({ new: second.counts.new, changed: second.counts.changed }).toEqual({ new: 0, changed: 0 });
        expect(second.counts.same).toBe(first.counts.new + first.counts.changed + first.counts.same);
      }),
      { numRuns: 150 },
    );
  });

  test('that was cut off in the middle and is written once more is written once', async () => {
    await fc.assert(
      fc.asyncProperty(tables[kind], fc.nat(12), async (rows, cut) => {
        const [whole, again] = [aTarget(kind), aTarget(kind)];
        const { reading } = await preview(kind, whole, rows);
        const changes = reading.changes(0, 1000);
        await whole.write(changes, how);
        await again.write(changes.slice(0, cut), how);
        await again.write(changes, how);
        expect(await everybody(again)).toEqual(await everybody(whole));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['csv', 'xlsx'] as const)('that goes out as %s and comes in again is the same', async (format) => {
    await fc.assert(
      fc.asyncProperty(tables[kind], fc.constantFrom('zh-CN' as const, 'en' as const), async (rows, language) => {
        const target = aTarget(kind);
        await target.write((await preview(kind, target, rows)).reading.changes(0, 1000), how);
        const style: TableStyle = { kind, language, withPrivate: true, isCsv: format === 'csv', country: 'CN' };
        const out = [exportHeadings(style), ...(await everybody(target)).map((record) => exportRow(style, record))];
        const { counts } = await preview(kind, target, format === 'csv' ? out.map((row) => row.map(defused)) : out, format);
        expect(counts).toMatchObject({ total: out.length - 1, same: out.length - 1 });
      }),
      { numRuns: 100 },
    );
  });
});

async function everybody(target: ImportTarget) {
  const all = [];
  for await (const some of target.all('garden')) all.push(...some);
  return all;
}
