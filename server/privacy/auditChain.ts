import { createHash } from 'node:crypto';

/*
 * Words
 * sealed    an entry that has its place (`seq`, 1, 2, 3 …) and its hash; entries are stored first and sealed in order within moments
 * link      the hash of an entry over the hash before it and everything that is stored of it
 * head      place and hash of the last sealed entry; who keeps a copy of it elsewhere (an anchor) finds out when the end is cut off
 * personal  what an entry tells of a resident or caller: kept beside the entry, so that it can be erased; the entry holds its salted digest
 */

/** An entry as it is stored and sealed. `body` is the text as it stands in the records. */
export interface AuditLink {
  position: number;
  at: number;
  unitId: string | null;
  kind: string;
  subjectId: string;
  body: string;
  personal: string | null;
  seq: number;
  hash: string;
}

/** Place and hash (64 hexadecimal digits) of the last sealed entry. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What the first entry is chained to. */
export const beforeFirst: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** The hash that an entry must have at this place behind that hash, 64 hexadecimal digits. */
export function linkHash(previous: string, { seq, position, at, unitId, kind, subjectId, body }: Omit<AuditLink, 'hash' | 'personal'>): string {
  return digestOf(JSON.stringify([previous, seq, position, at, unitId, kind, subjectId, body]));
}

/** SHA-256 as hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
