import type { Exchange } from './exchange.ts';
import type { Leg } from './leg.ts';
import { rfc2822 } from './parameters.ts';
import type { Params } from './signature.ts';
import { newSid } from './sids.ts';

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

// The media is there a moment after the action was asked: RecordingUrl may answer 404 until the completed callback.
const processingMs = 1000;

/** Opens an empty shelf. */
export function openRecordings(exchange: () => Exchange): Recordings {
  const all = new Map<string, Recording>();
  const urlOf = (sid: string) => `https://api.twilio.com/2010-04-01/Accounts/${exchange().accountSid}/Recordings/${sid}`;

  function report(recording: Recording, status: 'in-progress' | 'completed', callback: RecordingCallback | undefined): void {
    if (!callback?.events.includes(status)) return;
    const params: Params = {
      RecordingSource: recording.source,
      ...(recording.source === 'DialVerb' ? { RecordingTrack: 'both' } : {}),
      RecordingSid: recording.sid,
      RecordingUrl: urlOf(recording.sid),
      RecordingStatus: status,
      RecordingChannels: String(recording.channels),
      ErrorCode: '0',
      CallSid: recording.callSid,
      RecordingStartTime: rfc2822(recording.startedAt).replace('+0000', 'GMT'),
      AccountSid: exchange().accountSid,
      ...(status === 'completed' ? { RecordingDuration: String(recording.seconds) } : {}),
    };
    void exchange().callbacks.fire({ lane: recording.sid, kind: 'recording-status', callSid: recording.callSid, url: callback.url, method: callback.method, params });
  }

  return {
    all,
    urlOf,
    begin(leg, source, channels, callback) {
      const recording: Recording = {
        sid: newSid('RE', exchange().random),
        callSid: leg.root.sid,
        source,
        channels,
        startedAt: exchange().clock.now(),
        seconds: 0,
        status: 'processing',
        words: '',
      };
      all.set(recording.sid, recording);
      report(recording, 'in-progress', callback);
      return recording;
    },
    finish(recording, lastedMs, words, callback) {
      recording.seconds = Math.max(1, Math.round(lastedMs / 1000));
      recording.words = words;
      exchange().after(processingMs, () => {
        recording.status = 'completed';
        report(recording, 'completed', callback);
      });
    },
  };
}
