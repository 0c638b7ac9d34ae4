import { DomainError } from '../contract/errors.ts';
import type { Clock } from '../clockwork/clock.ts';
import { StoreFault, UnexpectedChanges } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';
import type { Batch, BatchReply, SqliteWorkerData } from './sqliteMessages.ts';
import { statementBuilder } from './statementBuilder.ts';
import type { StoreLog } from './storeLog.ts';
import { openWorkerLine } from './workerLine.ts';

/** SQLite in a worker thread. `workerFile` is the built sqliteWorker.js. */
export async function openSqliteDatabase(options: { file: string; workerFile: string; log: StoreLog; clock: Clock; isReadOnly?: boolean }): Promise<RecordsDatabase> {
  const { file, workerFile, log, clock, isReadOnly = false } = options;
  const line = await openWorkerLine<Batch, BatchReply>({ name: 'records', workerFile, workerData: { file, isReadOnly } satisfies SqliteWorkerData, log, clock });
  return {
    dialect: 'sqlite',
    build: statementBuilder('sqlite'),
    async run(batch) {
      const reply = await line.ask(batch);
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
    close: () => line.close(),
  };
}
