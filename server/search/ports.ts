import type { CallCard } from '../contract/card.ts';
import type { Slip } from '../contract/slip.ts';
import type { Span } from './readDates.ts';

type IndexedKind = 'slip' | 'call';

/** Where a list of found records goes on: behind this one, downwards in time. The store's own. */
export interface SearchMark {
  doc: number;
  id: string;
}

/** What the index is asked. Terms as splitForSearch.ts makes them. */
export interface IndexQuery {
  all: readonly string[];
  /** Of each at least one. */
  some: readonly (readonly string[])[];
  none: readonly string[];
  /** Narrows; a little more than it may be answered. */
  span: Span | null;
  after: SearchMark | null;
  limit: number;
}

/** `record` is null for one that cannot be read. */
export interface Indexed<T> {
  mark: SearchMark;
  record: T | null;
}

/** The index of slips and calls. They are put into it in the transaction that stores them. Implemented by store/, proven by test/suites/searchStore.ts. */
export interface SearchStore {
  /** Newest first. */
  findSlips(query: IndexQuery): Promise<Indexed<Slip>[]>;
  findCalls(query: IndexQuery): Promise<Indexed<CallCard>[]>;
  /** Puts some of those into the index that an older version stored, the newest first. @returns how many; 0: nothing is left */
  indexSome(limit: number): Promise<number>;
  /** How many are not in the index yet. */
  unindexed(): Promise<number>;
  /** Nothing of this record is found any more until it is saved again. */
  forget(kind: IndexedKind, id: string): Promise<void>;
}
