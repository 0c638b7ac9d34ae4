import { DomainError } from '../contract/errors.ts';
import type { Clock } from '../clockwork/clock.ts';
import { StoreFault, UnexpectedChanges } from './recordsDatabase.ts';
import { reasonOf } from './reasonOf.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import type { Batch, BatchReply, SqliteWorkerData } from './sqliteMessages.ts';
import { statementBuilder } from './statementBuilder.ts';
import type { StoreLog } from './storeLog.ts';
import { openWorkerLine } from './workerLine.ts';

/** SQLite in a worker thread. `workerFile` is the built sqliteWorker.js. */
export async function openSqliteDatabase(options: { file: string; workerFile: string; log: StoreLog; clock: Clock; isReadOnly?: boolean }): Promise<RecordsDatabase> {
  const { file, workerFile, log, clock, isReadOnly = false } = options;
  const openLine = (name: string, reads: boolean) => openWorkerLine<Batch, BatchReply>({ name, workerFile, workerData: { file, isReadOnly: reads } satisfies SqliteWorkerData, log, clock });
  const line = await openLine('records', isReadOnly);
  // Opened by the first search: a start does not wait for it.
  let reader: ReturnType<typeof openLine> | null = null;
  const searching = async (): ReturnType<typeof openLine> => {
    reader ??= openLine('search', true);
    try {
      return await reader;
    } catch (error) {
      reader = null;
      throw new DomainError('unavailable', `the records cannot be searched: ${reasonOf(error)}`);
    }
  };
  return {
    dialect: 'sqlite',
    build: statementBuilder('sqlite'),
    async run(batch, { isSearch = false } = {}) {
      const reply = await (isSearch ? await searching() : line).ask(batch);
      switch (reply.kind) {
        case 'done':
          return reply.results;
        case 'unexpected':
          throw new UnexpectedChanges(reply.statement, reply.changes);
        case 'refused':
          throw new StoreFault(`SQLite refused a statement: ${reply.message}`);
        case 'unavailable':
          throw new DomainError('unavailable', `the records cannot be written: ${reply.message}`);
      }
    },
    async close() {
      // At once: whatever is asked from now on is refused, not answered by chance while the reader ends.
      const ending = line.close();
      await (await reader?.catch(() => null))?.close();
      await ending;
    },
  };
}
