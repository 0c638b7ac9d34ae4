import type { Router } from 'express';
import type { Exchange } from '../exchange.ts';
import { rfc2822 } from '../parameters.ts';
import { newSid } from '../sids.ts';
import { RestError } from './error.ts';
import { formOf, textOf } from './pages.ts';

/** A text message sent through the account. */
export interface SentMessage {
  sid: string;
  at: number;
  to: string;
  from: string;
  body: string;
}

const maxBodyCharacters = 1600;
const steps: readonly (readonly [status: string, afterMs: number])[] = [
  ['sent', 500],
  ['delivered', 2000],
];

/** Messages: create. Delivery is reported to StatusCallback as sent, then delivered. */
export function messageRoutes(router: Router, exchange: Exchange, messages: SentMessage[]): void {
  router.post('/Messages.json', (request, response) => {
    const form = formOf(request);
    const to = textOf(form.To) ?? '';
    const from = textOf(form.From) ?? textOf(form.MessagingServiceSid) ?? '';
    const body = textOf(form.Body) ?? '';
    if (to === '') throw new RestError(400, 21604, "A 'To' phone number is required.");
    if (from === '') throw new RestError(400, 21603, "A 'From' phone number is required.");
    if (body === '') throw new RestError(400, 21602, 'Message body is required.');
    if ([...body].length > maxBodyCharacters) throw new RestError(400, 21617, `The concatenated message body exceeds the ${maxBodyCharacters} character limit.`);
    const message: SentMessage = { sid: newSid('SM', exchange.random), at: exchange.clock.now(), to, from, body };
    messages.push(message);
    const callback = textOf(form.StatusCallback);
    if (callback !== undefined) for (const [status, afterMs] of steps) exchange.after(afterMs, () => report(exchange, message, status, callback));
    const uri = `/2010-04-01/Accounts/${exchange.accountSid}/Messages/${message.sid}.json`;
    response.status(201).json({
      account_sid: exchange.accountSid,
      api_version: '2010-04-01',
      body,
      date_created: rfc2822(message.at),
      date_sent: null,
      date_updated: rfc2822(message.at),
      direction: 'outbound-api',
      error_code: null,
      error_message: null,
      from,
      messaging_service_sid: textOf(form.MessagingServiceSid) ?? null,
      num_media: '0',
      num_segments: '1',
      price: null,
      price_unit: 'USD',
      sid: message.sid,
      status: 'queued',
      subresource_uris: {},
      to,
      uri,
    });
  });
}

function report(exchange: Exchange, message: SentMessage, status: string, url: string): void {
  const params = { SmsSid: message.sid, SmsStatus: status, MessageStatus: status, To: message.to, MessageSid: message.sid, AccountSid: exchange.accountSid, From: message.from, ApiVersion: '2010-04-01' };
  void exchange.callbacks.fire({ lane: message.sid, kind: 'message-status', callSid: message.sid, url, method: 'POST', params });
}
