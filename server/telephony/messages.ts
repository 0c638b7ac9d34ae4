import { SegmentedMessage } from 'sms-segments-calculator';
import { fitted } from '../delivery/fitted.ts';
import type { Channel, Outgoing, SendResult } from '../delivery/ports.ts';
import { messageFault } from './messageFault.ts';
import { carrierClient } from './rest.ts';
import type { CarrierAccount } from './rest.ts';

interface MessageSettings {
  account: CarrierAccount;
  /** Goes before any number of an office. */
  messagingServiceSid?: string | undefined;
  /** The number of an office that its messages come from, E.164; null: it has none. */
  numberOf: (unitId: string) => string | null;
  /** Where the carrier tells what became of a message, absolute. */
  statusCallback: string;
}

/** Parts of a text message as the carrier bills and joins them. */
const mostSegments = 4;
/** No text of four parts is longer; counting a longer one takes its time. */
const mostUnits = 4 * 153;
/** As many of a number's newest messages are looked through for one whose answer was lost. */
const lookedThrough = 100;

/** Failures before anything was written: there was no connection. */
const notReached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Text messages through the carrier. `ref` is the message's SID, by which its status callbacks find it. */
export function openMessages({ account, messagingServiceSid, numberOf, statusCallback }: MessageSettings): Channel {
  const senderOf = (unitId: string): { messagingServiceSid: string } | { from: string } | null => {
    if (messagingServiceSid !== undefined) return { messagingServiceSid };
    const from = numberOf(unitId);
    return from === null ? null : { from };
  };
  const failed = (kind: 'retry' | 'gave-up' | 'wrong-address', code: string, words: string): SendResult => ({ kind: 'failed', failure: { kind, code, words } });

  return {
    async send(message, signal) {
      const { address: to } = message;
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return failed('wrong-address', 'address', 'not a number');
      const sender = senderOf(message.unitId);
      if (!sender) return failed('gave-up', 'no-number', 'the office has no number that messages could come from');
      if (signal.aborted) return failed('retry', 'aborted', 'given up before it began');
      try {
        const made = await carrierClient(account, signal).messages.create({ ...sender, to, body: bodyOf(message), statusCallback });
        return { kind: 'sent', words: made.status, ref: made.sid };
      } catch (cause) {
        return faultOf(cause, to);
      }
    },

    /** Looks for the sending's id, which stands in its link, among the newest messages to this number. By number only: a message that still waits has no date that it could be asked by. */
    async findOut(message, signal) {
      if (signal.aborted) return 'unknown';
      try {
        const sent = await carrierClient(account, signal).messages.list({ to: message.address, limit: lookedThrough });
        const found = sent.find(({ body, status }) => status !== 'canceled' && (body.includes(message.link) || body.includes(message.id)));
        return found ? resultOf(found, message.address) : 'not-there';
      } catch {
        // The carrier could not be asked: that is all that is known.
        return 'unknown';
      }
    },
  };
}

/** The text as it fits into four parts: counted as the carrier counts, by what its characters need. */
function bodyOf(message: Outgoing): string {
  return fitted(message, (text) => text.length <= mostUnits && new SegmentedMessage(text).segmentsCount <= mostSegments);
}

function resultOf({ sid, status, errorCode, errorMessage }: { sid: string; status: string; errorCode: number; errorMessage: string }, to: string): SendResult {
  if (status === 'failed' || status === 'undelivered') return messageFault(errorCode, to, errorMessage ?? status);
  return { kind: 'sent', words: status, ref: sid, ...(status === 'delivered' && { isDelivered: true }) };
}

/** What an attempt came to that ended with this error: the carrier's own has a code, the network's has a name. */
function faultOf(cause: unknown, to: string): SendResult {
  const { status, code, message } = cause as { status?: number; code?: number | string; message?: string };
  const words = (message ?? '').slice(0, 200);
  if (typeof status === 'number') {
    if (typeof code === 'number') return messageFault(code, to, words);
    return status === 429 || status >= 500 ? failedLater(`http-${status}`, words) : { kind: 'failed', failure: { kind: 'gave-up', code: `http-${status}`, words } };
  }
  return notReached.has(String(code)) ? failedLater(String(code), 'not reached') : { kind: 'unsure', words: `no answer: ${String(code ?? 'error')}` };
}

function failedLater(code: string, words: string): SendResult {
  return { kind: 'failed', failure: { kind: 'retry', code, words } };
}
