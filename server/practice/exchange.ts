import type { CallbackQueue } from './callbacks.ts';
import type { Clock, Timer } from './clock.ts';
import type { Leg } from './leg.ts';
import type { Phones } from './phone.ts';
import type { Random } from './random.ts';
import type { Recordings } from './recording.ts';
import type { Callee } from './callee.ts';
import type { Source } from './source.ts';
import type { Switches } from './switches.ts';
import type { WebhookSender } from './webhook.ts';

/** What a number points at. URLs may carry the override fragment. */
export interface NumberTarget {
  voiceUrl?: string | undefined;
  voiceMethod?: 'GET' | 'POST' | undefined;
  voiceFallbackUrl?: string | undefined;
  voiceFallbackMethod?: 'GET' | 'POST' | undefined;
  statusCallback?: string | undefined;
  statusCallbackMethod?: 'GET' | 'POST' | undefined;
}

/** A number of the account. */
export interface OwnNumber {
  sid: string;
  number: string;
  friendlyName: string;
  target: NumberTarget;
  createdAt: number;
}

/** The inside of the carrier, shared by its files: one account, its calls, its clock. */
export interface Exchange {
  readonly clock: Clock;
  /** How many times faster than life the carrier's own times run. */
  readonly speed: number;
  readonly random: Random;
  readonly accountSid: string;
  switches: Switches;
  readonly sender: WebhookSender;
  readonly callbacks: CallbackQueue;
  readonly legs: Map<string, Leg>;
  readonly numbers: Map<string, OwnNumber>;
  readonly phones: Phones;
  readonly callees: Map<string, Callee>;
  readonly recordings: Recordings;
  /** Runs something later; `delayMs` is the carrier's own time, divided by the speed. Cancelled when the carrier closes. */
  readonly after: (delayMs: number, run: () => void) => Timer;
  /** The same in the network's time, which practice speed does not touch. */
  readonly afterReal: (delayMs: number, run: () => void) => Timer;
  /** The carrier's own time that lies between two moments of the clock, in milliseconds. */
  lasted(from: number, to: number): number;
  /** Adds a line to the story of the leg's call. */
  tell(leg: Leg, zh: string, en: string): void;
  /** Adds an event, as data, to the leg's call. */
  note(leg: Leg, kind: string, detail?: string): void;
  /** Ends an answered leg as a dead network does. */
  killLeg(leg: Leg): void;
  /** Runs a document on a leg until the leg or the document ends. With `whisper` the leg stays up at the end of the document. */
  run(leg: Leg, source: Source, options?: { whisper?: boolean }): Promise<void>;
}
