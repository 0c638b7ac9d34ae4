import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import type { Statement, StatementResult } from './recordsDatabase.ts';
import type { Batch, BatchReply, SqliteWorkerData } from './sqliteMessages.ts';
import { serveGroups } from './workerMessages.ts';

/*
 * The thread that owns the SQLite file. The driver blocks its thread, so it must not be the one that answers calls.
 * All batches that wait are put into one transaction, a savepoint each: one fsync makes them all durable, and a batch
 * that fails is undone alone. Nothing is answered before the COMMIT.
 */

type Prepared = ReturnType<InstanceType<typeof Database>['prepare']>;

// The stores have a few dozen statements; lists with many units make more. Beyond this the oldest is prepared anew.
const mostPrepared = 500;

const { file, isReadOnly } = workerData as SqliteWorkerData;
if (parentPort === null) throw new Error('sqliteWorker runs only as a worker thread');

// Personal data: a folder made here is nobody else's to read.
if (!isReadOnly) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
const db = new Database(file, { timeout: 5_000, readonly: isReadOnly });
if (!isReadOnly) db.exec('PRAGMA journal_mode = WAL');
// FULL: in WAL mode only this one fsyncs at each commit.
db.exec('PRAGMA synchronous = FULL');
db.exec('PRAGMA foreign_keys = ON');
// What was erased is overwritten where that costs no further page.
if (!isReadOnly) db.exec('PRAGMA secure_delete = FAST');
// A large index is read through the system's own cache, without copying.
if (isReadOnly) db.exec('PRAGMA mmap_size = 1073741824');
const prepared = new Map<string, Prepared>();

serveGroups<Batch, BatchReply>(parentPort, isReadOnly ? (batches) => batches.map(readBatch) : commitGroup, () => db.close());

/** Each statement sees what was committed before it. */
function readBatch(batch: Batch): BatchReply {
  try {
    return { kind: 'done', results: batch.map(runStatement) };
  } catch (error) {
    return { kind: 'refused', message: textOf(error) };
  }
}

function commitGroup(batches: Batch[]): BatchReply[] {
  try {
    db.exec(isReadOnly ? 'BEGIN' : 'BEGIN IMMEDIATE');
    const replies = batches.map(runBatch);
    db.exec('COMMIT');
    return replies;
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    const message = textOf(error);
    return batches.map(() => ({ kind: 'unavailable', message }));
  }
}

function runBatch(batch: Batch): BatchReply {
  db.exec('SAVEPOINT batch');
  const reply = runStatements(batch);
  if (reply.kind !== 'done') db.exec('ROLLBACK TO batch');
  db.exec('RELEASE batch');
  return reply;
}

function runStatements(batch: Batch): BatchReply {
  const results: StatementResult[] = [];
  for (const [index, statement] of batch.entries()) {
    let result: StatementResult;
    try {
      result = runStatement(statement);
    } catch (error) {
      // A full disk or a failing one ends the whole transaction, not this batch alone.
      if (!db.inTransaction) throw error;
      return { kind: 'refused', message: textOf(error) };
    }
    if (statement.expectChanges !== undefined && statement.expectChanges !== result.changes) {
      return { kind: 'unexpected', statement: index, changes: result.changes };
    }
    results.push(result);
  }
  return { kind: 'done', results };
}

function runStatement({ sql, parameters }: Statement): StatementResult {
  let ready = prepared.get(sql);
  if (ready === undefined) {
    ready = db.prepare(sql);
    prepared.set(sql, ready);
    const oldest = prepared.keys().next();
    if (prepared.size > mostPrepared && !oldest.done) prepared.delete(oldest.value);
  }
  return ready.reader ? { rows: ready.all(parameters), changes: 0 } : { rows: [], changes: ready.run(parameters).changes };
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${error.message} (${String(error.code)})` : error.message;
}
