import type { CallCard } from '../contract/card.ts';
import type { Fact } from './fact.ts';

/** What became of facts handed to the desk. */
export interface Recorded {
  card: CallCard;
  facts: readonly Fact[];
  /** How the facts are kept: in the records, in the journal (to be replayed), or only in memory (counted and shown). */
  kept: 'stored' | 'journal' | 'memory';
  /** Resolves when the effects that fell due at once were attempted (failures stay in the outbox; this never rejects). */
  effectsTried: Promise<void>;
}

/** The one way in: facts are stored, folded, published and acted on, in this order. */
export interface CallDesk {
  /** `budgetMs`: wait no longer for the records, then journal. Without it, wait. */
  record(callId: string, facts: Fact[], options?: { budgetMs?: number }): Promise<Recorded>;
  /** Facts and card of a call, from memory or the records; null when unknown. */
  look(callId: string, options?: { budgetMs?: number }): Promise<{ card: CallCard; facts: readonly Fact[] } | null>;
  /** Cards not ended, in memory. */
  openCards(): CallCard[];
  /** The open call that rings or holds this agent; null when he is free. */
  callOfAgent(userId: string): string | null;
  onCard(listener: (card: CallCard, how: 'changed' | 'ended' | 'amended') => void): () => void;
}
