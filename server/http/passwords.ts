import { randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from 'async-mutex';
import { DomainError } from '../contract/errors.ts';

/** argon2id (2) with the parameters that OWASP names for servers: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 };

/**
 * Hashing runs on Node's thread pool, which the journal of calls also needs for its fsync: a storm of sign-ins may hold
 * one of the four threads, never all.
 */
const oneAtATime = new Semaphore(1);

/** Waiting for a turn costs memory and somebody's patience; beyond this many it is kinder to refuse. */
const mostWaiting = 200;
let waiting = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) throw new DomainError('unavailable', 'too many are signing in at once; try again in a moment');
  waiting += 1;
  try {
    return await oneAtATime.runExclusive(work);
  } finally {
    waiting -= 1;
  }
}

/** argon2id, PHC string. @throws DomainError `unavailable` when too many wait */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

let stranger: string | null = null;

/** Checks a password; for an unknown user (null) the same work is done against a hash that nothing opens. */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  stranger ??= await hashPassword(randomUUID());
  const against = passwordHash ?? stranger;
  const matches = await inTurn(() => verify(against, password));
  return matches && passwordHash !== null;
}
