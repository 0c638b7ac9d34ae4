import type { CallCard, CallerMatch, CallState, Outcome, OpenerOrder, WantedPerson } from '../contract/card.ts';
import type { OpenerStep } from '../contract/primitives.ts';
import type { FactOf, LegStatus } from './fact.ts';

/*
 * Words
 * call     one phone call of a resident; its id is the CallSid of the caller's leg
 * leg      an agent's phone, rung for this call
 * round    one attempt to ring agents (fact.ts)
 * bridged  an agent and the caller could talk to each other
 * lost     a bridged agent's leg ended though neither he nor the caller hung up
 */

/** An agent's phone as far as we know: of all that was heard of it the status of the highest rank counts. */
export interface Leg {
  legSid: string;
  agentId: string;
  round: number;
  status: LegStatus;
  /** Our clock at the first `in-progress`; null when never accepted. */
  acceptedAt: number | null;
}

/** One attempt to ring agents. */
export interface Round {
  round: number;
  agents: readonly { id: string; name: string }[];
  deadlineAt: number;
  deadlinePassed: boolean;
  /** What the carrier said when it gave the call back to us; null while it rings or talks. */
  ended: FactOf<'dialEnded'> | null;
  /** The leg that got the call; null when nobody did, or nobody yet. */
  winner: Leg | null;
  bridged: boolean;
}

/** What every call has from its first fact on. */
interface Always {
  id: string;
  /** Number of distinct facts: grows with each, the same for the same facts in any order. */
  version: number;
  arrived: FactOf<'arrived'>;
  legs: readonly Leg[];
  rounds: readonly Round[];
  matches: readonly CallerMatch[];
  /** What a hand did to the caller's file last, while it can be taken back. */
  attachment: FactOf<'attached'>['done'];
  opener: Record<OpenerStep, number | null>;
  openerOrder: OpenerOrder;
  wanted: WantedPerson | null;
  slipIds: readonly string[];
  /** The agent who spoke, or speaks, with the caller. */
  agent: { id: string; name: string } | null;
  written: Written;
}

/** What hands wrote about the call, beside its slips. Of several the last counts. */
export interface Written {
  confirmedId: string | null;
  matter: CallCard['matter'];
  notes: CallCard['notes'];
  wrapUp: CallCard['wrapUp'];
  /** What became of it, if it was missed. */
  followedUp: FactOf<'followedUp'> | null;
  /** When it was made to say no more of its caller, ms UTC. */
  erasedAt: number | null;
}

/** Phones ring; the caller hears the line ring. */
export interface RingingCall extends Always {
  state: 'ringing';
  answeredAt: null;
  /** The round that rings; null between arrival and the decision. */
  round: Round | null;
}

/** The attendant has the call. */
export interface AttendedCall extends Always {
  state: 'attended';
  /** The moment at which the attendant begins to speak: may lie a ring ahead (leading Pause). */
  answeredAt: number;
  attendant: Attendance;
}

/** A person talks with the caller. */
export interface LiveCall extends Always {
  state: 'live';
  answeredAt: number;
  leg: Leg | null;
  /** Since when the agent's microphone is off; null when the caller hears him. */
  mutedSince: number | null;
}

/** The agent was lost in mid-call; the caller, who had been answered, hears an apology and other phones ring. */
export interface QueuedCall extends Always {
  state: 'queued';
  answeredAt: number;
  round: Round;
}

/** Over, for good. Outcome and who hung up may still be corrected by a late fact. */
export interface EndedCall extends Always {
  state: 'ended';
  answeredAt: number | null;
  endedAt: number;
  hungUpBy: 'caller' | 'agent' | 'system';
  outcome: Outcome;
  attendant: Attendance | null;
}

/** One phone call in the state it is in, each with only the fields that exist then (DESIGN 3). */
export type Call = RingingCall | AttendedCall | QueuedCall | LiveCall | EndedCall;

// Hold, transfer and wrap-up have their names in the contract; they join this union with the commands that bring them about.
export type CallStateNow = Extract<CallState, Call['state']>;

/** What the caller gave the attendant. */
export interface Attendance {
  why: FactOf<'attended'>['why'];
  answersAt: number;
  /** By turn number. */
  turns: readonly FactOf<'turn'>[];
  /** Recordings of this call that are ready, by sid. */
  recordings: ReadonlyMap<string, FactOf<'recording'>>;
  goodbyeAt: number | null;
  /** Anything was said, keyed or recorded that is worth a slip. */
  hasContent: boolean;
  /** The caller asked to be called back. */
  callbackAsked: boolean;
  slipId: string;
}
