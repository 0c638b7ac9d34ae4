import type { LegStatus } from './fact.ts';
import type { SlipSeed } from '../slips/senses.ts';

/**
 * What must be done because of a call, as data. The key is unique within the call: an effect that was stored once is
 * never stored again, so that duplicates and replays do nothing twice. Every handler must bear being run twice.
 */
export type Effect =
  /** Our clock for a round: at `dueAt` the fact `deadlinePassed` is recorded. */
  | { kind: 'deadline'; key: string; dueAt: number; round: number }
  /** Cancel every leg of the round that still rings. */
  | { kind: 'cancelLegs'; key: string; dueAt: number; round: number }
  /** End an agent's leg because he pressed hang-up. */
  | { kind: 'endLeg'; key: string; dueAt: number; legSid: string }
  /** Write or complete a slip. */
  | { kind: 'keepSlip'; key: string; dueAt: number; seed: SlipSeed }
  /** Find out whose number it is: the records did not say it in time when the call came. */
  | { kind: 'recognise'; key: string; dueAt: number }
  /** Ask the carrier whether the call still lives: its final callback may have been lost. */
  | { kind: 'reconcile'; key: string; dueAt: number; attempt: number };
/** @see Effect */
export type EffectKind = Effect['kind'];

/** An effect with the call it belongs to, as the outbox stores it. */
export type Job = Effect & { callId: string };

/** A leg as the carrier's REST tells it. */
export interface LegReport {
  legSid: string;
  status: LegStatus | 'queued';
  to: string;
}
