import type { AuditEntry, AuditKind } from '../contract/audit.ts';
import type { People, PeopleChanges, PeopleKeys } from './people.ts';

/** A signed-in browser. The token itself is never stored, only its SHA-256. */
export interface Session {
  tokenHash: string;
  userId: string;
  createdAt: number;
  expiresAt: number;
}

/** Which entries of the audit log; `unitIds` null: of every office and of none. */
export interface AuditListing {
  unitIds: readonly string[] | null;
  kind?: AuditKind | undefined;
  subjectId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The records of people and their sessions. Implemented by store/, proven by test/suites/peopleStore.ts. */
export interface PeopleStore {
  loadPeople(): Promise<People>;
  /** The rows of these ids as they stand now; unknown ids are left out. */
  findPeople(keys: Partial<PeopleKeys>): Promise<People>;
  /**
   * One transaction; rows are replaced by id, entries of the audit log are added. A row takes the place only of the one before it
   * (its `version` one lower): where another node has written one of them meanwhile it is a `conflict`, and nothing is written.
   */
  savePeople(changes: PeopleChanges): Promise<'saved' | 'conflict'>;
  /** Newest first; `next` is the page mark of the rest. */
  listAudit(query: AuditListing): Promise<{ items: AuditEntry[]; next?: string }>;
  saveSession(session: Session): Promise<void>;
  /** Null when unknown. Expiry is the caller's business. */
  findSession(tokenHash: string): Promise<Session | null>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteExpiredSessions(now: number): Promise<number>;
  /** A small durable value by name (for instance the set-up token's hash), null when absent. */
  getSetting(name: string): Promise<string | null>;
  putSetting(name: string, value: string | null): Promise<void>;
  /** Keeps this value where none stands yet, in one step: of several who do it at once all are given the same. @returns the value that stands */
  keepSetting(name: string, value: string): Promise<string>;
}
