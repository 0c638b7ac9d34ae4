import type { NewAuditEntry } from '../contract/audit.ts';
import type { SendingStore } from '../delivery/ports.ts';
import type { Sending } from '../contract/delivery.ts';
import type { Slip, SlipStage, SlipState } from '../contract/slip.ts';

/** What was done to a slip, never erased. */
export interface SlipChange {
  slipId: string;
  version: number;
  at: number;
  /** User id, or `attendant`, or `system`. */
  by: string;
  changed: Record<string, unknown>;
}

/** What a list of slips is narrowed by: all of it holds at once, what is absent does not count. `cursor`: the `next` of the page before; another is refused, DomainError `bad_input`. */
export interface SlipListing {
  /** null = all. */
  unitIds: string[] | null;
  /** Only slips to these members of the staff, or that one of them has now. */
  recipientIds?: readonly string[] | undefined;
  /** Only those that their recipient has opened, or has not. */
  isRead?: boolean | undefined;
  /** Only those that were taken and lack what they cannot do without (contract/slipFields.ts, `isToComplete`). */
  toComplete?: true | undefined;
  callId?: string | undefined;
  /** Only of callers at this number, E.164. */
  callerNumber?: string | undefined;
  /** Only the slip that carries this recording. */
  recordingUrl?: string | undefined;
  state?: SlipState | undefined;
  /** `open` is told by its standing (contract/slipStanding.ts), the oldest first. */
  stage?: SlipStage | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** The records of slips, and of the sendings that take them to people (delivery/ports.ts). Implemented by store/, proven by test/suites/slipStore.ts. */
export interface SlipStore extends SendingStore {
  /**
   * Durable when it resolves, the slip with its sendings or nothing. Version 1 inserts; a higher one replaces exactly version - 1, otherwise `conflict` and
   * nothing is written. The same holds for each sending and its `rev`. Entries of the audit log are added in the same transaction.
   */
  saveSlip(slip: Slip, change: SlipChange, sendings?: readonly Sending[], audit?: readonly NewAuditEntry[]): Promise<'saved' | 'conflict'>;
  loadSlip(id: string): Promise<Slip | null>;
  /** Newest first (by calledAt, then id); of the stage `open` by standing, the oldest first. */
  listSlips(listing: SlipListing): Promise<{ items: Slip[]; next?: string }>;
  loadHistory(id: string): Promise<SlipChange[]>;
}
