import type { FailureKind, Sending } from '../contract/delivery.ts';

/** What a channel says of one attempt. `unsure`: it may have gone out or not, and the channel cannot tell. */
export type SendResult =
  /** `ref`: its name in the channel, by which later news finds it. `isDelivered`: the channel's word is that it is there. */
  | { kind: 'sent'; words: string; ref: string | null; isDelivered?: boolean }
  /** `failure.kind` `retry`: nothing went out, the same may be tried again. `afterMs`: not sooner. */
  | { kind: 'failed'; failure: { kind: FailureKind; code: string; words: string }; afterMs?: number }
  | { kind: 'unsure'; words: string };

/** A message as a channel puts it on its way. Plain text, lines by \n, no markup, nothing of it trusted. */
export interface Outgoing {
  /** The sending's id: the same for each attempt. */
  id: string;
  unitId: string;
  /** The address itself, with the robot's secret and whom it should name there. */
  address: string;
  secret: string;
  mention: string;
  /** One line: who, where, number, how urgent. */
  headline: string;
  /** The whole text, the headline not in it. */
  body: string;
  /** Opens the message without signing in. */
  link: string;
}

/** One way out of the house. Must not hang: the caller of `send` bounds it by its signal. */
export interface Channel {
  /** Never rejects for what the other side did: that is a result. */
  send(message: Outgoing, signal: AbortSignal): Promise<SendResult>;
  /** Whether an attempt of which nothing is known went out, where the channel can be asked; `unknown` where it cannot. */
  findOut(message: Outgoing, signal: AbortSignal): Promise<SendResult | 'not-there' | 'unknown'>;
}

/** A lane (delivery/lane.ts) of an office with something that is due; its urgent ones and the others count as two. */
export interface DueLane {
  unitId: string;
  lane: string;
  isUrgent: boolean;
  /** Of the longest due, ms UTC. */
  dueAt: number;
  count: number;
}

/** The sendings in the records. They are written with their slip, in its transaction (slips/ports.ts); here they are found and claimed. */
export interface SendingStore {
  /** Those of one slip, oldest first. */
  sendingsOf(slipId: string): Promise<Sending[]>;
  loadSending(id: string): Promise<Sending | null>;
  /** The sending that the channel knows by this reference. */
  sendingByRef(ref: string): Promise<Sending | null>;
  /**
   * Where something waits that is due, but for lanes that rest: for each channel of each office at most `most`, what is urgent first, then the longest due.
   * `except`: sendings that do not count.
   */
  dueLanes(now: number, most: number, except: readonly string[]): Promise<DueLane[]>;
  /** Waiting and due, so many of each of these lanes of an office: the urgent first, then the longest due. `except`: not these. */
  dueSendings(now: number, wanted: readonly (Pick<DueLane, 'unitId' | 'lane'> & { most: number })[], except: readonly string[]): Promise<Sending[]>;
  /** Claimed, and the claim is over: whoever had them is gone. */
  abandonedSendings(now: number, limit: number): Promise<Sending[]>;
  /**
   * Takes a sending for this process: waiting becomes sending, or an abandoned one is taken over; null when somebody else was faster. `laneUntil`: its lane rests
   * until then, on all nodes; null as well when it rests already.
   */
  claimSending(id: string, now: number, until: number, laneUntil?: number): Promise<Sending | null>;
  /** Nothing goes out by this lane before `until`, whoever asks. A rest is never made shorter. */
  restLane(lane: string, until: number): Promise<void>;
  /** When something is due next after `after`, ms UTC: a waiting sending, the end of a claim or of a lane's rest, or a slip to be chased; null: nothing waits. */
  nextDueAt(after: number): Promise<number | null>;
  /** Slips whose chase is due, the longest due first. */
  slipsToChase(now: number, limit: number): Promise<string[]>;
}
