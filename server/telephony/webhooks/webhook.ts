import type { CarrierRequest } from '../carrierRequest.ts';
import type { TelephonyNeeds } from '../needs.ts';

/** A signed webhook, read, with what stood in its path. */
export interface Webhook {
  request: CarrierRequest;
  path: Record<string, string>;
  /** Our clock at its arrival. */
  at: number;
}

/** Answers a webhook: a TwiML document, or null where the carrier wants none (status callbacks). */
export type WebhookHandler = (webhook: Webhook, needs: TelephonyNeeds) => Promise<string | null>;
