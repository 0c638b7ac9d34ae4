import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImportRecord } from '../../server/imports/importRecord.ts';
import type { ImportStore } from '../../server/imports/ports.ts';
import { anId } from './records.ts';

const aRecord = (over: Partial<ImportRecord> = {}): ImportRecord => ({ id: anId('import'), state: 'open', kind: 'residents', unitId: 'unit1', by: { id: 'admin', name: '赵敏' }, fileName: "业户'; drop.xlsx", size: 9, received: 0, createdAt: 1, updatedAt: 1, mode: 'good-rows', mapping: ['name', null, 'numbers'], sheet: null, headingRow: 2, failure: null, counts: null, parts: 0, ...over });

/** What every ImportStore must do. `open` gives a store; tests use imports of their own. */
export function describeImportStore(name: string, open: () => Promise<{ imports: ImportStore; close(): Promise<void> }>): void {
  describe(`${name}: imports under way`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('an import comes back as it was kept, until it is deleted with its parts', async () => {
      const record = aRecord();
      expect(await store.imports.loadImport(record.id)).toBeNull();
      await store.imports.saveImport(record);
      await store.imports.addImportPart(record.id, 'file', 0, '');
      expect(await store.imports.loadImport(record.id)).toEqual(record);
      await store.imports.deleteImport(record.id);
      await store.imports.deleteImport(record.id);
      expect(await store.imports.loadImport(record.id)).toBeNull();
      expect(await store.imports.importParts(record.id, 'file', 0, 9)).toEqual([]);
    });

    test('of two that decide at once one wins', async () => {
      const record = aRecord();
      await store.imports.saveImport(record);
      const decided = await Promise.all([1, 2].map((parts) => store.imports.saveImport({ ...record, state: 'writing', parts }, 'open')));
      expect([...decided].sort()).toEqual([false, true]);
      expect((await store.imports.importsIn('writing')).map(({ id }) => id)).toContain(record.id);
    });

    test('parts come in the order of their positions, each kind by itself; the same position replaces, a dropped one is gone', async () => {
      const { id } = aRecord();
      for (const position of [10, 2, 0]) await store.imports.addImportPart(id, 'changes', position, `部分 ${position} \u0000`);
      await store.imports.addImportPart(id, 'file', 0, 'AAAA');
      await store.imports.addImportPart(id, 'changes', 2, 'again');
      expect((await store.imports.importParts(id, 'changes', 1, 9)).map(({ position, body }) => [position, body.slice(0, 5)])).toEqual([[2, 'again'], [10, '部分 10']]);
      await store.imports.dropImportParts(id, 'changes', 2);
      expect((await store.imports.importParts(id, 'changes', 0, 1)).map(({ position }) => position)).toEqual([0]);
      await store.imports.dropImportParts(id, 'changes');
      expect(await store.imports.importParts(id, 'changes', 0, 9)).toEqual([]);
      expect(await store.imports.importParts(id, 'file', 0, 9)).toEqual([{ position: 0, body: 'AAAA' }]);
    });

    test('old ones are found by their state and the last touch', async () => {
      const [old, young] = [aRecord({ updatedAt: -20 }), aRecord({ updatedAt: -10 })];
      await store.imports.saveImport(old);
      await store.imports.saveImport(young);
      const found = await store.imports.importsOlderThan('open', -10);
      expect(found).toContain(old.id);
      expect(found).not.toContain(young.id);
    });
  });
}
