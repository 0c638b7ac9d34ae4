import { hash, verify } from '@node-rs/argon2';
import { Semaphore } from 'async-mutex';

/** argon2id (2) with the parameters that OWASP names for servers: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 };

/**
 * Hashing runs on Node's thread pool, which the journal of calls also needs for its fsync: a storm of sign-ins may hold
 * one of the four threads, never all.
 */
const oneAtATime = new Semaphore(1);

/** argon2id, PHC string. */
export function hashPassword(password: string): Promise<string> {
  return oneAtATime.runExclusive(() => hash(password, cost));
}

let stranger: Promise<string> | null = null;

/** Checks a password; for an unknown user (null) the same work is done against a hash that nothing opens. */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword(crypto.randomUUID());
  const against = passwordHash ?? (await stranger);
  const matches = await oneAtATime.runExclusive(() => verify(against, password));
  return matches && passwordHash !== null;
}
