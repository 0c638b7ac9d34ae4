import pg from 'pg';
import type { PoolClient } from 'pg';
import { DomainError } from '../contract/errors.ts';
import { postgresFailure, serverAnswered } from './postgresFailure.ts';
import { UnexpectedChanges } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement, StatementResult } from './recordsDatabase.ts';
import { statementBuilder } from './statementBuilder.ts';
import type { StoreLog } from './storeLog.ts';

const mostConnections = 10;
const connectTimeoutMs = 3_000;
/** The server gives up on a statement after this, and on a lock somewhat earlier, so that the reason is told. */
const statementTimeoutMs = 5_000;
const lockTimeoutMs = 4_000;
/** Past this we no longer believe in the connection at all: the network swallows packets without a word. */
const answerTimeoutMs = 8_000;
/** What a migration may take, the wait for another node's included. */
const migrationTimeoutMs = 10 * 60_000;

const int8: number = pg.types.builtins.INT8;

/** PostgreSQL through a pool of connections. Connects when first asked, and again after a loss. */
export function openPostgresDatabase({ url, log, isReadOnly = false }: { url: string; log: StoreLog; isReadOnly?: boolean }): RecordsDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    application_name: 'three-rings',
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    query_timeout: answerTimeoutMs,
    idle_in_transaction_session_timeout: answerTimeoutMs,
    keepAlive: true,
    ...(isReadOnly && { options: '-c default_transaction_read_only=on' }),
    // pg hands bigint out as text; ours are ms since 1970 and row numbers, which a double holds exactly.
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === int8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown)) },
  });
  // An idle connection that breaks is taken out by the pool; without a listener the process would end.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'an idle connection to PostgreSQL was lost'));
  let closing: Promise<void> | null = null;

  async function connect(): Promise<PoolClient> {
    if (closing !== null) throw new DomainError('unavailable', 'the records are closed');
    try {
      return await pool.connect();
    } catch (error) {
      throw postgresFailure(error);
    }
  }

  return {
    dialect: 'postgres',
    build: statementBuilder('postgres'),
    async run(batch, { patient = false } = {}) {
      const client = await connect();
      // A connection that breaks between two statements says so by an event, which nobody else listens to.
      let lost: Error | null = null;
      const onLost = (error: Error): void => {
        lost = error;
      };
      client.on('error', onLost);
      let leave: 'keep' | 'destroy' = 'destroy';
      try {
        const results = await transact(client, batch, patient);
        leave = 'keep';
        return results;
      } catch (error) {
        if (serverAnswered(error)) leave = await rollBack(client);
        throw error instanceof UnexpectedChanges ? error : postgresFailure(error);
      } finally {
        client.off('error', onLost);
        client.release(leave === 'destroy' || lost !== null);
      }
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function transact(client: PoolClient, batch: Statement[], patient: boolean): Promise<StatementResult[]> {
  const [only] = batch;
  // A statement alone is a transaction of its own; two round trips less.
  if (batch.length === 1 && only !== undefined && only.expectChanges === undefined && !patient) return [await runStatement(client, only)];
  await client.query(patient ? 'BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0' : 'BEGIN');
  const results: StatementResult[] = [];
  for (const [index, statement] of batch.entries()) {
    const result = await runStatement(client, statement, patient ? migrationTimeoutMs : answerTimeoutMs);
    if (statement.expectChanges !== undefined && statement.expectChanges !== result.changes) throw new UnexpectedChanges(index, result.changes);
    results.push(result);
  }
  await client.query('COMMIT');
  return results;
}

async function runStatement(client: PoolClient, { sql, parameters }: Statement, timeoutMs = answerTimeoutMs): Promise<StatementResult> {
  const asked = { text: sql, values: parameters, query_timeout: timeoutMs };
  const { rows, rowCount, command } = await client.query<Record<string, unknown>>(asked);
  return { rows, changes: command === 'SELECT' ? 0 : (rowCount ?? 0) };
}

/** Whether the connection can be used again. */
async function rollBack(client: PoolClient): Promise<'keep' | 'destroy'> {
  try {
    await client.query('ROLLBACK');
    return 'keep';
  } catch {
    // The transaction ends with its connection; the failure that led here is the one that is told.
    return 'destroy';
  }
}
