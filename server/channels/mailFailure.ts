import type { NodemailerError } from 'nodemailer';
import type { SendResult } from '../delivery/ports.ts';

/** Replies to RCPT TO that say that nobody has this address (RFC 5321 4.2.3; 5.1.x of RFC 3463): no mailbox, not here, name not allowed, malformed. */
const nobodyThere = [501, 550, 551, 553];

/**
 * What an attempt came to that ended with this error. `isGiven`: the server had said that it takes the text (354), so that it may have it although it did not
 * say so any more.
 */
export function mailFailure(cause: unknown, isGiven: boolean): SendResult {
  const { code, command, responseCode, response, message } = cause as Partial<NodemailerError>;
  const words = (response ?? message ?? String(cause)).replace(/\s+/g, ' ').slice(0, 200);
  const failed = (kind: 'retry' | 'gave-up' | 'wrong-address', failureCode: string): SendResult => ({ kind: 'failed', failure: { kind, code: failureCode, words } });
  // A reply is a reply: with it the server says that it has not taken the message.
  if (responseCode !== undefined) {
    if (responseCode < 500) return failed('retry', String(responseCode));
    return failed(command === 'RCPT TO' && nobodyThere.includes(responseCode) ? 'wrong-address' : 'gave-up', String(responseCode));
  }
  if (isGiven) return { kind: 'unsure', words };
  // The library itself refused the recipient, or the size that the server announced.
  if (code === 'EENVELOPE') return failed('wrong-address', code);
  if (code === 'EMESSAGE') return failed('gave-up', code);
  return failed('retry', code ?? 'error');
}
