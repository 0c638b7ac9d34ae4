import type { Router } from 'express';
import { SegmentedMessage } from 'sms-segments-calculator';
import type { Exchange } from '../exchange.ts';
import { rfc2822 } from '../parameters.ts';
import { newSid } from '../sids.ts';
import { RestError, notFound } from './error.ts';
import { messageFate } from './messageFate.ts';
import { formOf, pageOf, textOf } from './pages.ts';

/** A text message sent through the account. */
export interface SentMessage {
  sid: string;
  at: number;
  to: string;
  /** Its number, or empty where a messaging service chooses it. */
  from: string;
  serviceSid: string | null;
  body: string;
  status: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  errorCode: number | null;
  /** When the carrier handed it on, ms UTC. */
  sentAt: number | null;
}

const maxBodyCharacters = 1600;
const sentAfterMs = 500;
const endsAfterMs = 2000;
/** A practice line may run for weeks: only the newest are kept. */
const keptMessages = 1000;

/** Messages: create, list, read. What becomes of them is reported to StatusCallback as sent, then as their fate has it. */
export function messageRoutes(router: Router, exchange: Exchange, messages: SentMessage[]): void {
  const present = (message: SentMessage): object => presentMessage(exchange, message);

  router.get('/Messages.json', (request, response) => {
    const { To: to, From: from, DateSent: on, 'DateSent>': since, 'DateSent<': until } = request.query;
    const dayOf = (message: SentMessage): string => (message.sentAt === null ? '' : new Date(message.sentAt).toISOString().slice(0, 10));
    const wanted = messages.filter(
      (message) =>
        (to === undefined || message.to === to) &&
        (from === undefined || message.from === from) &&
        (on === undefined || dayOf(message) === dayIn(on)) &&
        (since === undefined || dayOf(message) >= dayIn(since)) &&
        (until === undefined || (dayOf(message) !== '' && dayOf(message) <= dayIn(until))),
    );
    // Newest first, as the API lists them.
    response.json(pageOf(request, 'messages', wanted.reverse(), present));
  });

  router.get('/Messages/:sid.json', (request, response) => {
    const message = messages.find(({ sid }) => sid === request.params.sid);
    if (!message) throw notFound(request.originalUrl);
    response.json(present(message));
  });

  router.post('/Messages.json', (request, response) => {
    const form = formOf(request);
    const to = textOf(form.To) ?? '';
    const from = textOf(form.From) ?? '';
    const serviceSid = textOf(form.MessagingServiceSid) ?? null;
    const body = textOf(form.Body) ?? '';
    if (to === '') throw new RestError(400, 21604, "A 'To' phone number is required.");
    if (from === '' && serviceSid === null) throw new RestError(400, 21603, "A 'From' phone number is required.");
    if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new RestError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
    if (from !== '' && !exchange.numbers.has(from)) throw new RestError(400, 21606, `The 'From' phone number provided (${from}) is not a valid message-capable phone number for this destination.`);
    if (body === '') throw new RestError(400, 21602, 'Message body is required.');
    if ([...body].length > maxBodyCharacters) throw new RestError(400, 21617, `The concatenated message body exceeds the ${maxBodyCharacters} character limit.`);
    const callback = textOf(form.StatusCallback);
    if (callback !== undefined && !URL.canParse(callback)) throw new RestError(400, 21609, `StatusCallback is not a valid URL: ${callback}`);
    const fate = messageFate(to);
    if (fate.kind === 'refused') throw new RestError(fate.status, fate.code, fate.words);
    const message: SentMessage = { sid: newSid('SM', exchange.random), at: exchange.clock.now(), to, from, serviceSid, body, status: 'queued', errorCode: null, sentAt: null };
    messages.push(message);
    if (messages.length > keptMessages) messages.shift();
    const becomes = (status: SentMessage['status'], errorCode: number | null): void => {
      message.status = status;
      message.errorCode = errorCode;
      message.sentAt ??= exchange.clock.now();
      if (callback !== undefined) report(exchange, message, callback);
    };
    exchange.after(sentAfterMs, () => becomes('sent', null));
    if (fate.kind === 'unanswered') {
      exchange.after(endsAfterMs, () => becomes('delivered', null));
      // The message is on its way, and whoever asked for it never hears so.
      return;
    }
    if (fate.status !== 'sent') exchange.after(endsAfterMs, () => becomes(fate.status, 'code' in fate ? fate.code : null));
    response.status(201).json(present(message));
  });
}

function dayIn(value: unknown): string {
  return (textOf(value) ?? '').slice(0, 10);
}

/** A message as the API shows it. */
function presentMessage(exchange: Exchange, message: SentMessage): object {
  return {
    account_sid: exchange.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.at),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.sentAt ?? message.at),
    direction: 'outbound-api',
    error_code: message.errorCode,
    error_message: null,
    from: message.from === '' ? null : message.from,
    messaging_service_sid: message.serviceSid,
    num_media: '0',
    num_segments: String(new SegmentedMessage(message.body).segmentsCount),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: {},
    to: message.to,
    uri: `/2010-04-01/Accounts/${exchange.accountSid}/Messages/${message.sid}.json`,
  };
}

function report(exchange: Exchange, message: SentMessage, url: string): void {
  const { sid, status, to, from, errorCode } = message;
  const params = { SmsSid: sid, SmsStatus: status, MessageStatus: status, To: to, MessageSid: sid, AccountSid: exchange.accountSid, From: from, ApiVersion: '2010-04-01', ...(errorCode !== null && { ErrorCode: String(errorCode) }) };
  void exchange.callbacks.fire({ lane: sid, kind: 'message-status', callSid: sid, url, method: 'POST', params });
}
