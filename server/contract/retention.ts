import { z } from 'zod';

const days = z.number().int().min(1).max(36_500).nullable();

/** How many days an office keeps what it was told; null: for good. Matters that are open are kept whatever is set. */
export const retention = z.object({
  /** Messages and promises, from the call, or the due time, on. */
  slipDays: days,
  callDays: days,
  /** The sound of recorded messages. */
  recordingDays: days,
});
/** @see retention */
export type Retention = z.infer<typeof retention>;

/** What an office has until somebody sets it otherwise: everything is kept. */
export const usualRetention: Retention = { slipDays: null, callDays: null, recordingDays: null };
