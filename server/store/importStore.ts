import { z } from 'zod';
import { importRecord } from '../imports/importRecord.ts';
import type { ImportStore } from '../imports/ports.ts';
import { readBody, readEach } from './readRow.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import type { StoreLog } from './storeLog.ts';

const recordRows = z.array(z.object({ id: z.string(), body: z.string() }));
const partRows = z.array(z.object({ position: z.number(), body: z.string() }));
const mostListed = 1000;

/** Imports in a database. */
export function buildImportStore(database: RecordsDatabase, log: StoreLog): ImportStore {
  const { build } = database;
  const read = (row: { id: string; body: string }) => readBody(importRecord, row.body, { table: 'imports', id: row.id });

  return {
    async loadImport(id) {
      const [found] = await database.run([statement(build.selectFrom('imports').select(['id', 'body']).where('id', '=', id))]);
      const [row] = recordRows.parse(found?.rows);
      return row === undefined ? null : read(row);
    },

    async importsIn(state) {
      const [found] = await database.run([statement(build.selectFrom('imports').select(['id', 'body']).where('state', '=', state).orderBy('updated_at').orderBy('id').limit(mostListed))]);
      return readEach(recordRows.parse(found?.rows), read, log);
    },

    async saveImport(record, from) {
      const columns = { state: record.state, updated_at: record.updatedAt, body: JSON.stringify(record) };
      if (from === undefined) {
        await database.run([statement(build.insertInto('imports').values({ id: record.id, ...columns }).onConflict((conflict) => conflict.column('id').doUpdateSet(columns)))]);
        return true;
      }
      try {
        await database.run([statement(build.updateTable('imports').set(columns).where('id', '=', record.id).where('state', '=', from), 1)]);
        return true;
      } catch (error) {
        if (error instanceof UnexpectedChanges) return false;
        throw error;
      }
    },

    async addImportPart(id, kind, position, body) {
      await database.run([statement(build.insertInto('import_parts').values({ import_id: id, kind, position, body }).onConflict((conflict) => conflict.columns(['import_id', 'kind', 'position']).doUpdateSet({ body })))]);
    },

    async importParts(id, kind, from, limit) {
      const [found] = await database.run([statement(build.selectFrom('import_parts').select(['position', 'body']).where('import_id', '=', id).where('kind', '=', kind).where('position', '>=', from).orderBy('position').limit(limit))]);
      return partRows.parse(found?.rows);
    },

    async dropImportParts(id, kind, position) {
      let query = build.deleteFrom('import_parts').where('import_id', '=', id).where('kind', '=', kind);
      if (position !== undefined) query = query.where('position', '=', position);
      await database.run([statement(query)]);
    },

    async deleteImport(id) {
      await database.run([statement(build.deleteFrom('import_parts').where('import_id', '=', id)), statement(build.deleteFrom('imports').where('id', '=', id))]);
    },

    async importsOlderThan(state, updatedBefore) {
      const [found] = await database.run([statement(build.selectFrom('imports').select('id').where('state', '=', state).where('updated_at', '<', updatedBefore).orderBy('updated_at').limit(mostListed))]);
      return z.array(z.object({ id: z.string() })).parse(found?.rows).map(({ id }) => id);
    },
  };
}
