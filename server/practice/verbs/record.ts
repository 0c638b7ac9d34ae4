import { z } from 'zod';
import { absoluteUrl, anyUrl, events, flag, method, wholeNumber } from '../attributes.ts';
import { askInVain } from '../afterwards.ts';
import { CarrierError } from '../carrierError.ts';
import type { Recording, RecordingCallback } from '../recording.ts';
import type { Next, Source } from '../source.ts';
import type { Run } from '../run.ts';
import { Interrupted } from '../run.ts';
import type { Params } from '../signature.ts';
import type { Element, ElementRule } from '../twiml.ts';

const attributes = z.strictObject({
  action: anyUrl.optional(),
  method: method.optional(),
  timeout: wholeNumber(0, 600).optional(),
  finishOnKey: z.string().regex(/^[0-9*#]*$/, 'must be keys or empty').optional(),
  maxLength: wholeNumber(1, 14400).optional(),
  playBeep: flag.optional(),
  trim: z.enum(['trim-silence', 'do-not-trim']).optional(),
  recordingStatusCallback: absoluteUrl.optional(),
  recordingStatusCallbackMethod: method.optional(),
  recordingStatusCallbackEvent: events(['in-progress', 'completed', 'absent']).optional(),
  transcribe: flag.optional(),
  transcribeCallback: anyUrl.optional(),
  recordingConfigurationId: z.string().optional(),
});

/** `<Record>`: takes a message. Its recordingStatusCallback must be absolute; transcribe is American English only. */
export const recordRule: ElementRule = {
  attributes,
  children: [],
  text: 'none',
  fault: (element) => {
    const { transcribe, maxLength } = element.attributes;
    return transcribe === 'true' && Number(maxLength ?? 120) > 120 ? 'with transcribe may last 120 s' : undefined;
  },
};

const beepMs = 500;

/**
 * Records until silence, a key, the limit, or a hang-up; after each of them the action is asked (the current URL by default, which loops), also
 * after a hang-up, then with Digits=hangup and to no effect on the call. What follows a Record is unreachable.
 */
export async function runRecord(element: Element, run: Run): Promise<Next> {
  const wanted = attributes.parse(element.attributes);
  const { exchange, leg } = run;
  if (wanted.action === undefined) {
    if (run.documentUrl === undefined) throw new CarrierError(11100, '<Record> without an action in a document given inline');
    run.warn(new CarrierError(12200, '<Record> without an action asks its own document again: a loop', { fatal: false, url: run.documentUrl }));
  }
  const action = run.resolve(wanted.action ?? '');
  const callback: RecordingCallback | undefined =
    wanted.recordingStatusCallback === undefined
      ? undefined
      : { url: wanted.recordingStatusCallback, method: wanted.recordingStatusCallbackMethod ?? 'POST', events: wanted.recordingStatusCallbackEvent ?? ['completed'] };
  run.answer();
  if (wanted.playBeep !== false) await run.pause(beepMs);

  const recording = exchange.recordings.begin(leg, 'RecordVerb', 1, callback);
  exchange.tell(leg, '开始录音', 'recording begins');
  const taken: Taken = { words: [], speaking: false, lastSoundAt: null };
  const listening = run.listen();
  const stopActing = leg.person?.prompted({ kind: 'record', path: new URL(action).pathname, speech: true, keys: true });
  const finish = (endedBy: string) => finishRecording(run, recording, taken, endedBy, wanted.trim !== 'do-not-trim', callback);
  const source = (params: Params): Source => ({ kind: 'fetch', request: 'action', url: action, method: wanted.method ?? 'POST', params });
  try {
    const key = await listen(run, listening.next, taken, { timeout: wanted.timeout ?? 5, keys: wanted.finishOnKey ?? '1234567890*#', maxLength: wanted.maxLength ?? 3600 });
    finish(key ?? 'silence');
    if (taken.words.length === 0 && key === undefined && exchange.switches.silentRecord === 'falls-through') return { go: 'on' };
    return { go: 'to', source: source({ ...recordingParams(run, recording), ...(key === undefined ? {} : { Digits: key }) }) };
  } catch (error) {
    if (error instanceof Interrupted) {
      finish('hangup');
      if (error.by.kind === 'gone' && error.by.ending !== 'carrier-closed') await askInVain(run, source({ ...recordingParams(run, recording), Digits: 'hangup' }));
    }
    throw error;
  } finally {
    listening.stop();
    stopActing?.();
  }
}

interface Taken {
  words: string[];
  speaking: boolean;
  lastSoundAt: number | null;
}

async function listen(
  run: Run,
  next: (timeoutMs: number) => Promise<{ kind: 'digit'; digit: string } | { kind: 'speech-start' } | { kind: 'speech-end'; text: string } | undefined>,
  taken: Taken,
  limits: { timeout: number; keys: string; maxLength: number },
): Promise<string | undefined> {
  const { exchange } = run;
  const beganAt = exchange.clock.now();
  for (;;) {
    const leftMs = limits.maxLength * 1000 - exchange.lasted(beganAt, exchange.clock.now());
    if (leftMs <= 0) return undefined;
    const input = await next(taken.speaking || limits.timeout === 0 ? leftMs : Math.min(limits.timeout * 1000, leftMs));
    if (!input) return undefined;
    if (input.kind === 'digit') {
      if (limits.keys.includes(input.digit)) return input.digit;
      continue;
    }
    taken.speaking = input.kind === 'speech-start';
    taken.lastSoundAt = exchange.clock.now();
    if (input.kind === 'speech-end') taken.words.push(input.text);
  }
}

function finishRecording(run: Run, recording: Recording, taken: Taken, endedBy: string, trims: boolean, callback: RecordingCallback | undefined): void {
  const { exchange, leg } = run;
  const now = exchange.clock.now();
  // trim-silence, the default, takes the silence at the end off the recording: of one in which nobody spoke nothing is left.
  const until = trims && !taken.speaking ? (taken.lastSoundAt ?? recording.startedAt) : now;
  const words = taken.words.join(' ') + (taken.speaking ? '…' : '');
  exchange.recordings.finish(recording, exchange.lasted(recording.startedAt, until), words, callback);
  exchange.tell(leg, `录音结束（${recording.seconds} 秒）：${words === '' ? '没有人说话' : words}`, `recording over (${recording.seconds} s): ${words === '' ? 'nothing was said' : words}`);
  exchange.note(leg, 'recorded', endedBy);
}

function recordingParams(run: Run, recording: Recording): Params {
  return { RecordingUrl: run.exchange.recordings.urlOf(recording.sid), RecordingSid: recording.sid, RecordingDuration: String(recording.seconds) };
}
