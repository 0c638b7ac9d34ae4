/** Twilio's call statuses, letter by letter. */
export type CallStatus = 'queued' | 'initiated' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

/** A status a call ends with and never leaves. */
export type FinalStatus = 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

/** Who began the leg. */
export type Direction = 'inbound' | 'outbound-api' | 'outbound-dial';

/** Progress a callback can be asked for; the callback of `completed` carries whichever final status it became. */
export type LegEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** Where a leg's progress is reported. */
export interface LegCallback {
  url: string;
  method: 'GET' | 'POST';
  events: ReadonlySet<LegEvent>;
}

/** Why a leg ended: told to phones, to the story, and to whoever waits for it. */
export type LegEnding =
  | 'far-end-hung-up'
  | 'rejected'
  | 'carrier-hung-up'
  | 'other-leg-hung-up'
  | 'caller-gave-up'
  | 'answered-elsewhere'
  | 'timed-out'
  | 'canceled-by-rest'
  | 'completed-by-rest'
  | 'unreachable'
  | 'died'
  | 'carrier-closed';
