import type { CallDesk } from '../calls/callDesk.ts';
import type { CallerMatch } from '../contract/card.ts';
import type { SendResult } from '../delivery/ports.ts';
import type { Directory } from '../people/directory.ts';
import type { Floor } from '../people/floor.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { CallBackDesk } from './callBackDesk.ts';
import type { CarrierUrls } from './urls.ts';

/** What the log of this room takes: a static sentence and fields; personal data only under `pii`. */
export interface TelephonyLog {
  info(fields: Record<string, unknown>, sentence: string): void;
  warn(fields: Record<string, unknown>, sentence: string): void;
  error(fields: Record<string, unknown>, sentence: string): void;
}

/** What the webhooks need from outside. */
export interface TelephonyNeeds {
  desk: CallDesk;
  directory: Directory;
  callBacks: CallBackDesk;
  floor: Floor;
  clock: Clock;
  log: TelephonyLog;
  urls: CarrierUrls;
  publicUrl: string;
  authToken: string;
  /** The city where a number is registered; null when the plan does not tell. Never waits for a network. */
  cityOf: (e164: string, language: 'zh-CN' | 'en') => Promise<string | null>;
  /** Everybody on file under an E.164 number, of this office first. May hang with the records. */
  matchesOf: (e164: string, unitId: string | null) => Promise<CallerMatch[]>;
  /** What the carrier says of a text message (its SID) after it took it. @returns whether it is one of ours. Absent: none are sent. */
  messageNews: (ref: string, result: SendResult) => Promise<boolean>;
  /** Counted for the metrics: what came, and what became of it. */
  counted: (webhook: string, result: 'answered' | 'refused' | 'fallback', ms: number) => void;
}

/** How long the answer path waits for records and Redis together, ms; then the caller is answered from memory (DESIGN 4). */
export const answerBudgetMs = 800;

/** What is left of it for a request that came at `at`. */
export function budgetLeft(at: number, needs: { clock: Clock }): number {
  return Math.max(0, at + answerBudgetMs - needs.clock.now());
}
