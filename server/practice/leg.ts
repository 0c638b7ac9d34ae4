import type { CarrierError } from './carrierError.ts';
import { Ear } from './ear.ts';
import type { FarEnd } from './farEnd.ts';
import type { CallStatus, Direction, FinalStatus, LegCallback, LegEnding } from './legStatus.ts';
import type { Params } from './signature.ts';
import type { Interruption } from './source.ts';
import type { StoryLine } from './story.ts';
import type { CookieJar } from './webhook.ts';

/** One event of a call as data: milliseconds UTC, what happened, on which leg. */
export interface CallEvent {
  at: number;
  legSid: string;
  kind: string;
  detail?: string;
}

/** One leg: a call record of the carrier with its own SID. Only the carrier's own files change it. */
export class Leg {
  readonly sid: string;
  readonly parent: Leg | undefined;
  readonly direction: Direction;
  readonly from: string;
  readonly to: string;
  readonly createdAt: number;
  status: CallStatus;
  answeredAt: number | null = null;
  endedAt: number | null = null;
  ending: LegEnding | null = null;
  sipResponseCode: number | null = null;
  callback: LegCallback | undefined;
  sequence = 0;
  /** Whether the number's own status callback has gone out. */
  finalReported = false;
  /** Sent in every request of the call: SIP fields, and what a test adds. */
  readonly extraParams: Params;
  /** Sent in the first voice request only (CallToken, StirVerstat). */
  readonly firstParams: Params;
  readonly cookies: CookieJar = new Map();
  readonly ear = new Ear();
  readonly errors: CarrierError[] = [];
  readonly story: StoryLine[] = [];
  readonly events: CallEvent[] = [];
  fallback: { url: string; method: 'GET' | 'POST' } | undefined;
  /** The document being run on this leg. */
  run: { interrupt(by: Interruption): void } | undefined;
  /** The resident at the far end, where it is one. */
  person: FarEnd | undefined;
  /** Takes the leg out of the Dial it is bridged in, so that a document of its own can run on it. */
  detach: (() => void) | undefined;
  /** Asked when the far end picks up: false where somebody else was faster. */
  onAnswer: (() => boolean) | undefined;
  /** How the far end hears its partner, and how the partner hears it, while the leg is bridged. */
  hearsPartner: ((text: string) => void) | undefined;
  partnerHears: ((text: string) => void) | undefined;
  private readonly endListeners: (() => void)[] = [];

  constructor(fields: { sid: string; parent?: Leg | undefined; direction: Direction; from: string; to: string; createdAt: number; status: CallStatus; extraParams?: Params | undefined; firstParams?: Params | undefined; callback?: LegCallback | undefined }) {
    this.sid = fields.sid;
    this.parent = fields.parent;
    this.direction = fields.direction;
    this.from = fields.from;
    this.to = fields.to;
    this.createdAt = fields.createdAt;
    this.status = fields.status;
    this.extraParams = fields.extraParams ?? {};
    this.firstParams = fields.firstParams ?? {};
    this.callback = fields.callback;
  }

  get ended(): boolean {
    return this.endedAt !== null;
  }

  /** The leg whose call this is: the parent of a child leg, else itself. */
  get root(): Leg {
    return this.parent?.root ?? this;
  }

  /** Runs once at the leg's end, or at once where it has ended. */
  whenEnded(listener: () => void): void {
    if (this.ended) listener();
    else this.endListeners.push(listener);
  }

  /** Notes the end; who ends a leg goes through `endLeg`, which also reports it. */
  close(status: FinalStatus, ending: LegEnding, at: number, sipResponseCode: number | null): void {
    this.status = status;
    this.ending = ending;
    this.endedAt = at;
    this.sipResponseCode = sipResponseCode;
  }

  /** Calls the listeners, after the end is noted everywhere. */
  announceEnd(): void {
    for (const listener of this.endListeners.splice(0)) listener();
  }
}
