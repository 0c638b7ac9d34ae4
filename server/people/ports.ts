import type { People, Line, Resident, StaffMember, Unit, User } from './people.ts';

/** A signed-in browser. The token itself is never stored, only its SHA-256. */
export interface Session {
  tokenHash: string;
  userId: string;
  createdAt: number;
  expiresAt: number;
}

/** The records of people and their sessions. Implemented by store/, proven by test/suites/peopleStore.ts. */
export interface PeopleStore {
  loadPeople(): Promise<People>;
  /** One transaction; rows are replaced by id. */
  savePeople(changes: { units?: Unit[]; lines?: Line[]; staff?: StaffMember[]; users?: User[]; residents?: Resident[] }): Promise<void>;
  saveSession(session: Session): Promise<void>;
  /** Null when unknown. Expiry is the caller's business. */
  findSession(tokenHash: string): Promise<Session | null>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteExpiredSessions(now: number): Promise<number>;
  /** A small durable value by name (for instance the set-up token's hash), null when absent. */
  getSetting(name: string): Promise<string | null>;
  putSetting(name: string, value: string | null): Promise<void>;
}
