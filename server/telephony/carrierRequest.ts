import { z } from 'zod';
import type { LegStatus } from '../calls/fact.ts';

/** The parameters of one webhook as sent: names to values, a repeated name to several. */
export type RawParameters = Record<string, string | string[]>;

const one = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? '') : value))
  // The carrier sends empty strings where it knows nothing.
  .transform((value) => (value === '' ? null : value));
const text = (most: number) =>
  one
    .transform((value) => (value === null ? null : value.slice(0, most)))
    .nullish()
    .transform((value) => value ?? null);

/** Everything that we read of a webhook. Unknown parameters are left alone: the carrier adds some without notice. */
const parameters = z.object({
  CallSid: text(200),
  CallGuid: text(200),
  ParentCallSid: text(200),
  AccountSid: text(200),
  From: text(500),
  Caller: text(500),
  To: text(500),
  Called: text(500),
  CallStatus: text(50),
  Direction: text(50),
  ApiVersion: text(20),
  Digits: text(64),
  SpeechResult: text(2000),
  DialCallStatus: text(50),
  DialCallSid: text(200),
  DialCallDuration: text(20),
  DialBridged: text(10),
  RecordingSid: text(200),
  RecordingDuration: text(20),
  RecordingStatus: text(50),
  RecordingSource: text(50),
  MessageSid: text(200),
  SmsSid: text(200),
  MessageStatus: text(50),
  SmsStatus: text(50),
  ErrorCode: text(20),
  ErrorUrl: text(2000),
});

const callSidForm = /^CA[0-9a-fA-F]{32}$/;
const usableSid = /^[A-Za-z0-9_-]{2,64}$/;

/** The statuses with which the caller's leg is over. */
const overStatuses = ['completed', 'busy', 'failed', 'no-answer', 'canceled'] as const;
type OverStatus = (typeof overStatuses)[number];

/** A webhook, read. Null: the carrier did not send it, or in no form that could be read; durations in ms. */
export interface CarrierRequest {
  /** The call that the request is about; null where none is named that could be kept. */
  callSid: string | null;
  parentCallSid: string | null;
  from: string;
  to: string;
  status: string | null;
  direction: string | null;
  digits: string | null;
  speech: string | null;
  dial: { status: string; legSid: string | null; talkMs: number | null; bridged: boolean | null };
  recording: { sid: string | null; ms: number | null; status: string | null };
  /** The text message that the request is about. */
  message: { sid: string | null; status: string | null };
  errorCode: string | null;
  /** What was strange, for the log; names of things only, no personal data. */
  oddities: string[];
}

/** Whether this status says that the leg is over, and which way. */
export function overStatus(status: string | null): OverStatus | null {
  return overStatuses.find((over) => over === status) ?? null;
}

const legStatuses: Record<string, LegStatus> = {
  initiated: 'initiated',
  queued: 'initiated',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  answered: 'in-progress',
  completed: 'completed',
  busy: 'busy',
  failed: 'failed',
  'no-answer': 'no-answer',
  canceled: 'canceled',
};

/** The carrier's word for a leg's progress; null when it is none that we know. */
export function legStatusOf(status: string | null): LegStatus | null {
  return status === null ? null : (legStatuses[status] ?? null);
}

function msOf(seconds: string | null): number | null {
  return seconds !== null && /^\d{1,7}$/.test(seconds) ? Number(seconds) * 1000 : null;
}

/**
 * Reads a webhook's parameters. Never refuses: a caller waits behind it. Strange things are named in `oddities`. Understands the names of
 * the 2008 API too (CallGuid, Called, Caller).
 */
export function readCarrierRequest(raw: RawParameters): CarrierRequest {
  const read = parameters.parse(raw);
  const oddities: string[] = [];
  const sid = (value: string | null, name: string): string | null => {
    if (value === null) return null;
    if (callSidForm.test(value)) return value;
    oddities.push(`${name} is not of the carrier's form`);
    return usableSid.test(value) ? value : null;
  };
  const callSid = sid(read.CallSid ?? read.CallGuid, 'CallSid');
  const messageSid = read.MessageSid ?? read.SmsSid;
  if (callSid === null && messageSid === null) oddities.push('no usable CallSid');
  if (read.To === null && read.Called !== null && read.ApiVersion === '2008-08-01') oddities.push('2008 parameter names');
  if (read.ErrorCode !== null && read.ErrorCode !== '0') oddities.push(`carrier error ${read.ErrorCode.replace(/\D/g, '')}`);
  return {
    callSid,
    parentCallSid: sid(read.ParentCallSid, 'ParentCallSid'),
    from: read.From ?? read.Caller ?? '',
    to: read.To ?? read.Called ?? '',
    status: read.CallStatus,
    direction: read.Direction,
    digits: read.Digits,
    speech: read.SpeechResult === null || read.SpeechResult.trim() === '' ? null : cleanSpeech(read.SpeechResult),
    dial: {
      status: read.DialCallStatus ?? 'unknown',
      legSid: sid(read.DialCallSid, 'DialCallSid'),
      talkMs: msOf(read.DialCallDuration),
      bridged: read.DialBridged === 'true' ? true : read.DialBridged === 'false' ? false : null,
    },
    recording: { sid: read.RecordingSid !== null && /^RE[0-9a-zA-Z]{2,62}$/.test(read.RecordingSid) ? read.RecordingSid : null, ms: msOf(read.RecordingDuration), status: read.RecordingStatus },
    message: { sid: messageSid !== null && /^(?:SM|MM)[0-9a-fA-F]{32}$/.test(messageSid) ? messageSid : null, status: read.MessageStatus ?? read.SmsStatus },
    errorCode: read.ErrorCode,
    oddities,
  };
}

/** What a caller said, as it may be kept: no control characters, no half characters, bounded. */
function cleanSpeech(said: string): string {
  return said
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
