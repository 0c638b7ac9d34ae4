import type { Leg } from './leg.ts';

/** A recording of the account. `words` is what was said, for tests and stories: the sound itself is made up. */
export interface Recording {
  sid: string;
  callSid: string;
  source: 'RecordVerb' | 'DialVerb';
  channels: 1 | 2;
  startedAt: number;
  /** Whole seconds of the carrier's own time. */
  seconds: number;
  status: 'processing' | 'completed';
  words: string;
}

/** Where a recording's progress is reported; the URL is absolute. */
export interface RecordingCallback {
  url: string;
  method: 'GET' | 'POST';
  events: readonly ('in-progress' | 'completed' | 'absent')[];
}

/** The account's recordings. */
export interface Recordings {
  readonly all: Map<string, Recording>;
  /** The address as it stands in callbacks: the real API's, without extension. Fetching is done by SID, from whatever API base the server uses. */
  urlOf(sid: string): string;
  begin(leg: Leg, source: Recording['source'], channels: 1 | 2, callback: RecordingCallback | undefined): Recording;
  /** Ends it; it can be fetched, and is reported, a moment later. */
  finish(recording: Recording, lastedMs: number, words: string, callback: RecordingCallback | undefined): void;
}
