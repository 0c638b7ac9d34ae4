import { randomBytes } from 'node:crypto';

/** An id of a new record: a letter for its kind and letters that nobody guesses; fit for a carrier's client identity. */
export function newId(kind: 'N' | 'L' | 'P' | 'U'): string {
  return kind + randomBytes(12).toString('hex');
}
