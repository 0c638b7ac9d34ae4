import { z } from 'zod';
import { absoluteUrl, anyUrl, events, flag, method, wholeNumber } from '../attributes.ts';
import { askInVain } from '../afterwards.ts';
import { bridge } from '../bridge.ts';
import { CarrierError } from '../carrierError.ts';
import type { Leg } from '../leg.ts';
import { talkSeconds } from '../parameters.ts';
import type { RecordingCallback } from '../recording.ts';
import { ringParties } from '../ringParties.ts';
import type { Ringing } from '../ringParties.ts';
import type { Next, Source } from '../source.ts';
import type { Run } from '../run.ts';
import { Interrupted } from '../run.ts';
import type { Params } from '../signature.ts';
import type { Element, ElementRule } from '../twiml.ts';
import { readClient } from './client.ts';
import type { Noun } from './noun.ts';
import { readNumber } from './number.ts';
import { readSip } from './sip.ts';

const recordings = ['do-not-record', 'record-from-answer', 'record-from-ringing', 'record-from-answer-dual', 'record-from-ringing-dual', 'true', 'false'] as const;

const ringTones =
  'at au bg br be ch cl cn cz de dk ee es fi fr gr hu il in it lt jp mx my nl no nz ph pl pt ru se sg th uk us us-old tw ve za'.split(' ');

const attributes = z.strictObject({
  action: anyUrl.optional(),
  method: method.optional(),
  answerOnBridge: flag.optional(),
  callerId: z.string().min(1).optional(),
  hangupOnStar: flag.optional(),
  timeLimit: wholeNumber(1, 86400).optional(),
  timeout: wholeNumber(5, 600).optional(),
  record: z.enum(recordings).optional(),
  trim: z.enum(['trim-silence', 'do-not-trim']).optional(),
  recordingTrack: z.enum(['both', 'inbound', 'outbound']).optional(),
  recordingStatusCallback: absoluteUrl.optional(),
  recordingStatusCallbackMethod: method.optional(),
  recordingStatusCallbackEvent: events(['in-progress', 'completed', 'absent']).optional(),
  recordingConfigurationId: z.string().optional(),
  ringTone: z.string().refine((value) => ringTones.includes(value), 'is no ring tone').optional(),
  sequential: flag.optional(),
  referUrl: anyUrl.optional(),
  referMethod: method.optional(),
  callReason: z.string().max(50).optional(),
  events: z.literal('call-progress-event').optional(),
});

const readers: Readonly<Record<string, (element: Element, resolve: (url: string) => string) => Noun>> = { Client: readClient, Number: readNumber, Sip: readSip };

/** `<Dial>`: timeout 5 to 600 s (30), up to ten Client, Number and Sip nouns at once, or one number as text. */
export const dialRule: ElementRule = {
  attributes,
  children: Object.keys(readers),
  text: 'allowed',
  fault: (element) => {
    if (element.children.length > 10) return `has ${element.children.length} nouns; ten may ring at once`;
    const text = element.text.trim();
    if (element.children.length > 0) return text === '' ? undefined : 'takes text or nouns, not both';
    return /^\+[1-9]\d{6,14}$/.test(text) ? undefined : `needs a noun or a number in E.164, not “${text}”`;
  },
};

/**
 * Rings other parties and joins the first that answers to the caller. With answerOnBridge as the first verb the caller hears true ringing, and the
 * call stays unanswered, until then; otherwise Dial answers at once. The carrier adds about 5 s to the timeout. The action is asked when all is
 * over, also after the caller hung up (to no effect), and after a REST redirect (whose document then replaces what the action says).
 */
export async function runDial(element: Element, run: Run): Promise<Next> {
  const wanted = attributes.parse(element.attributes);
  const { exchange, leg } = run;
  const nouns = element.children.map((child) => readers[child.name]?.(child, (url) => run.resolve(url))).filter((noun) => noun !== undefined);
  if (nouns.length === 0) nouns.push({ kind: 'number', address: element.text.trim(), byoc: false, callback: undefined, whisper: undefined });
  const action = wanted.action === undefined ? undefined : run.resolve(wanted.action);
  checkCallerId(run, wanted.callerId, nouns);

  const holdsBack = wanted.answerOnBridge === true && run.verbsBegun === 0;
  if (wanted.answerOnBridge === true && !holdsBack && leg.answeredAt === null) {
    run.warn(new CarrierError(12200, '<Dial answerOnBridge> is not the first verb: it answers at once', { fatal: false, url: run.documentUrl }));
  }
  if (!holdsBack) run.answer();

  let rung: Ringing | undefined;
  let bridged = false;
  let recordingUrl: string | undefined;
  const source = (params: Params): Source | undefined =>
    action === undefined ? undefined : { kind: 'fetch', request: 'action', url: action, method: wanted.method ?? 'POST', params };
  const outcome = () => actionParams(run, rung, bridged, recordingUrl);
  try {
    rung = ringParties(run, nouns, {
      callerId: wanted.callerId,
      timeoutMs: (wanted.timeout ?? 30) * 1000 + exchange.switches.dialBufferMs,
      sequential: wanted.sequential === true,
    });
    const winner = await rung.answered;
    if (winner) {
      bridged = true;
      recordingUrl = await bridge(run, winner, {
        record: wanted.record ?? 'do-not-record',
        callback: recordingCallback(wanted),
        timeLimitMs: (wanted.timeLimit ?? 14400) * 1000,
        hangupOnStar: wanted.hangupOnStar === true,
        begun: (url) => (recordingUrl = url),
      });
    }
  } catch (error) {
    if (error instanceof Interrupted) {
      const callerGone = error.by.kind === 'gone';
      rung?.stop(callerGone ? 'caller-gave-up' : 'other-leg-hung-up');
      const asks = error.by.kind === 'redirect' || bridged || exchange.switches.dialActionOnAbandon;
      const last = source(outcome());
      if (last && asks && !(error.by.kind === 'gone' && error.by.ending === 'carrier-closed')) await askInVain(run, last);
    }
    throw error;
  }
  const next = source(outcome());
  return next ? { go: 'to', source: next } : { go: 'on' };
}

function checkCallerId(run: Run, callerId: string | undefined, nouns: readonly Noun[]): void {
  if (callerId === undefined || !nouns.some((noun) => noun.kind === 'number')) return;
  const { leg, exchange } = run;
  const own = callerId === leg.from || callerId === leg.to || exchange.numbers.has(callerId);
  if (!own) throw new CarrierError(13214, `<Dial callerId="${callerId}"> is neither of this call's numbers nor one of the account`, { url: run.documentUrl });
}

function recordingCallback(wanted: z.output<typeof attributes>): RecordingCallback | undefined {
  if (wanted.recordingStatusCallback === undefined) return undefined;
  return { url: wanted.recordingStatusCallback, method: wanted.recordingStatusCallbackMethod ?? 'POST', events: wanted.recordingStatusCallbackEvent ?? ['completed'] };
}

// DialCallDuration is left out where nobody answered, and where the agent's leg was sent elsewhere and goes on.
function actionParams(run: Run, rung: Ringing | undefined, bridged: boolean, recordingUrl: string | undefined): Params {
  const { switches } = run.exchange;
  const last = rung?.decisive;
  const params: Params = { DialCallStatus: dialStatus(run, last, bridged) };
  if (last) params.DialCallSid = last.sid;
  if (switches.sendDialBridged) params.DialBridged = String(bridged);
  if (last && last.ended && last.answeredAt !== null) params.DialCallDuration = String(talkSeconds(run.exchange, last));
  if (recordingUrl !== undefined) params.RecordingUrl = recordingUrl;
  return params;
}

function dialStatus(run: Run, last: Leg | undefined, bridged: boolean): string {
  if (bridged) return 'completed';
  if (!last || !last.ended || run.leg.ended) return last?.answeredAt != null ? 'completed' : 'no-answer';
  if (last.status === 'canceled') return last.ending === 'canceled-by-rest' ? run.exchange.switches.canceledDialStatus : 'no-answer';
  return last.status;
}

