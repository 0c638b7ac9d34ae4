import type { NewAuditEntry } from '../contract/audit.ts';
import type { Resident } from './resident.ts';

/** A file as an office knows it: by its own number, else by where and who. */
export interface ResidentKey {
  ref: string | null;
  property: Pick<Resident['property'], 'building' | 'unit' | 'room'>;
  name: string;
}

/** What one may ask the list for; `unitIds` null: all offices. In the order of buildings and rooms, as people count. */
export interface ResidentListing {
  unitIds: readonly string[] | null;
  /** What somebody typed; empty: everybody. */
  text: string;
  /** Of one building, in any writing (3, 3栋). */
  building?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** A file in as few words as the search for duplicates needs. */
export interface ResidentSketch {
  id: string;
  name: string;
  /** What the group has in common. */
  shared: string;
}

/** The records of residents. Implemented by store/, proven by test/suites/residentStore.ts. Nothing of them is kept in memory. */
export interface ResidentStore {
  /** Also one who was removed or joined to another. */
  loadResident(id: string): Promise<Resident | null>;
  /** In the order of the ids; unknown ones are left out. */
  loadResidents(ids: readonly string[]): Promise<Resident[]>;
  /** Everybody on file under this E.164 number, in any office, in the order of the ids; nobody who was removed. At most `limit`, 50 unless told. */
  residentsByNumber(e164: string, limit?: number): Promise<Resident[]>;
  /**
   * The files of an office that these keys name, one answer for each in their order. A `ref` is looked up alone and decides; without
   * one the same building, entrance, room and name (in any writing). Removed ones are not found. For imports: any number of keys.
   */
  findResidents(unitId: string, keys: readonly ResidentKey[]): Promise<(Resident | null)[]>;
  searchResidents(listing: ResidentListing): Promise<{ items: Resident[]; next?: string }>;
  /** Buildings of these offices, as one of their files writes them, with how many files each has, in the order in which people count. */
  buildings(unitIds: readonly string[] | null): Promise<{ unitId: string; building: string; written: string; residents: number }[]>;
  /** Groups of an office that share a number, or a room; the pure rule says who of them may be one person. At most `limit` sketches of each kind. */
  sharedBy(unitIds: readonly string[] | null, what: 'number' | 'room', limit: number): Promise<ResidentSketch[]>;
  /**
   * Files, new or changed, with what stands on the audit log about it: one transaction, kept together or not at all. A file with rev 0 must be new, one with rev n
   * must follow the stored rev n - 1; where one does not, nothing is written (`conflict`). Numbers must be E.164 (residents/writtenNumbers.ts); each id once.
   * For imports: any number of rows. While a transaction runs on SQLite the telephone's records wait: 500 rows take about 50 ms, so that batches of some
   * hundreds leave a call in time, and one of 100,000 (all or nothing) makes calls of these seconds go to the journal, which loses nothing.
   */
  saveResidents(rows: readonly Resident[], audit: readonly NewAuditEntry[]): Promise<'saved' | 'conflict'>;
}
