import type { CallCard, CallState, MissedState, Outcome } from '../contract/card.ts';
import type { Matter } from '../contract/matter.ts';
import type { Job } from './effect.ts';
import type { Fact } from './fact.ts';

/** One transaction about one call. */
export interface CallCommit {
  callId: string;
  facts: Fact[];
  card: CallCard;
  jobs: Job[];
}

/** What one may ask the list of calls. Units: null = all. Newest first; `cursor` is the store's own. */
export interface CallListing {
  unitIds: string[] | null;
  state?: CallState | undefined;
  outcome?: Outcome | undefined;
  agentId?: string | undefined;
  matter?: Matter | undefined;
  missed?: MissedState | undefined;
  /** E.164, whole. */
  callerNumber?: string | undefined;
  /** Parts that must all occur in the call's search words (searchWords.ts). */
  terms?: readonly string[] | undefined;
  /** Arrived at or after, and before; ms UTC. */
  from?: number | undefined;
  to?: number | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The records of calls. Implemented by store/, proven by test/suites/callStore.ts. */
export interface CallStore {
  /**
   * Durable when it resolves (fsync). Facts already stored under the same (callId, key) stay as they are; the card is
   * replaced only by one of a higher version; jobs already stored under the same (callId, key) stay as they are, done or not.
   * So a commit may be repeated, and commits of one call may arrive in any order.
   * @returns facts of this call that others stored and that are not among `known`
   */
  commitCall(commit: CallCommit, known: ReadonlySet<string>): Promise<{ others: Fact[] }>;
  /** All facts in stored order; [] when the call is unknown. */
  loadFacts(callId: string): Promise<Fact[]>;
  /** Facts of every call whose card is not ended. */
  loadOpenCalls(): Promise<{ callId: string; facts: Fact[] }[]>;
  loadCard(callId: string): Promise<CallCard | null>;
  listCards(listing: CallListing): Promise<{ items: CallCard[]; next?: string }>;
}

/** The outbox's records. */
export interface JobStore {
  /** All jobs not done, by due time. */
  loadOpenJobs(): Promise<StoredJob[]>;
  finishJob(callId: string, key: string, at: number): Promise<void>;
  /** Keeps a failed job for later. */
  deferJob(callId: string, key: string, dueAt: number, attempts: number, error: string): Promise<void>;
}
/** A job with how often it was tried in vain. */
export interface StoredJob {
  job: Job;
  attempts: number;
}

/** Where facts go when the records cannot be reached in time; read back and recorded later. */
export interface FactJournal {
  /** Durable when it resolves (fsync). */
  append(entry: { callId: string; facts: Fact[] }): Promise<void>;
  /** Entries of earlier runs and of this one that were not yet forgotten, in order. */
  entries(): Promise<{ position: number; callId: string; facts: Fact[] }[]>;
  /** Everything up to and including this position is in the records now. */
  forget(position: number): Promise<void>;
}
