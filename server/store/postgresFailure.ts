import pg from 'pg';
import { DomainError } from '../contract/errors.ts';
import { reasonOf } from './reasonOf.ts';
import { StoreFault, UnexpectedChanges } from './recordsDatabase.ts';

/** SQLSTATEs (or their classes) that say "not now" rather than "never": connection, rollback, resources, operator, system. */
const passing = ['08', '40', '53', '55P03', '57', '58', '25006'];

/** True when the failure came as an answer, so that the connection itself is sound. */
export function serverAnswered(error: unknown): boolean {
  return error instanceof UnexpectedChanges || (sqlState(error) !== null && !isConnectionEnd(error));
}

/** The failure in our own words. Details of PostgreSQL's (which quote rows) are left behind: they are personal data. */
export function postgresFailure(error: unknown): DomainError | StoreFault {
  if (error instanceof DomainError) return error;
  const message = reasonOf(error);
  const state = sqlState(error);
  if (state === null) return new DomainError('unavailable', `PostgreSQL cannot be reached: ${message}`);
  if (passing.some((start) => state.startsWith(start))) return new DomainError('unavailable', `PostgreSQL cannot serve now: ${message} (${state})`);
  // Class 22 quotes the value that it did not like.
  return new StoreFault(`PostgreSQL refused a statement: ${state.startsWith('22') ? 'a value does not fit' : message} (${state})`);
}

function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

function isConnectionEnd(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  return state.startsWith('08') || state.startsWith('57P');
}
