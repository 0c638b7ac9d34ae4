import type { Exchange } from './exchange.ts';
import { rfc2822 } from './parameters.ts';
import type { Recording, RecordingCallback, Recordings } from './recording.ts';
import type { Params } from './signature.ts';
import { newSid } from './sids.ts';

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
