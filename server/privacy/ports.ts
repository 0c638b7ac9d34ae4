import type { AuditLink, ChainHead } from './auditChain.ts';

/** The chain of the audit log in the records. Implemented by store/, proven by test/suites/auditStore.ts. */
export interface AuditStore {
  /** Seals the oldest entries that have no seal yet, at most some hundreds; several nodes may try at once. @returns how many; 0: all are sealed */
  seal(): Promise<number>;
  chain: AuditReader;
}

/** The chain, to be read only. */
export interface AuditReader {
  /** `top`: the highest place that any entry has. */
  state(): Promise<{ head: ChainHead; top: number; unsealed: number }>;
  /** Sealed entries behind this place up to that one, in order. */
  links(after: number, upTo: number, limit: number): Promise<AuditLink[]>;
  /** Entries (by id) of which what they told of somebody was erased on request: told by the entries about the erasures. */
  erasedEntries(): Promise<ReadonlySet<number>>;
}

/** Heads of the chain that were kept outside the records. */
export interface Anchors {
  read(): Promise<ChainHead[]>;
  add(head: ChainHead, at: number): Promise<void>;
}
