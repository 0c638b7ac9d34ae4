import type { Addressee, Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { SendResult } from './ports.ts';

/** Somebody who does something about a message; null: the clock. */
export type Doer = { id: string; name: string } | null;

/** What happens to a message once it is taken. Times come from outside, ms UTC. */
export type DeliveryFact =
  /** It is taken, or taken again after a correction. */
  | { kind: 'begun' }
  /** Sent anew by hand, from the first step. */
  | { kind: 'again'; by: Doer }
  /** It is for somebody else: field 1 was corrected. */
  | { kind: 'readdressed'; by: Doer }
  /** What a channel says of a sending; the sending as it was claimed. */
  | { kind: 'result'; sendingId: string; result: SendResult }
  /** A sending was on its way out when its process died, and the channel says that it never had it: it may be tried again. */
  | { kind: 'neverSent'; sendingId: string }
  /** A sending was due, but may not leave the house before then (sendAt.ts); it was not attempted. */
  | { kind: 'postponed'; sendingId: string; until: number }
  /** The clock: the time for an acknowledgement may be over. */
  | { kind: 'chaseDue' }
  /** It stood in the inbox of one of these, before his eyes. */
  | { kind: 'shown'; to: readonly string[] }
  | { kind: 'opened'; by: Doer }
  | { kind: 'acknowledged'; by: Doer }
  | { kind: 'replied'; by: Doer; words: string }
  | { kind: 'calledBack'; by: Doer; words: string }
  | { kind: 'passed'; by: Doer; to: Addressee; words: string }
  /** Taken back on the record, to be corrected: nothing goes out until it is taken again. */
  | { kind: 'reopened'; by: Doer; words: string }
  /** It turned out to be the same matter as another slip, which goes on; this one does not. */
  | { kind: 'merged'; by: Doer; into: string }
  | { kind: 'held'; by: Doer; until: number | null }
  | { kind: 'done'; by: Doer; words: string };

/** A slip with its sendings; both are written in one transaction. */
export interface Delivered {
  slip: Slip;
  /** All of the slip's, oldest first. */
  sendings: readonly Sending[];
}
