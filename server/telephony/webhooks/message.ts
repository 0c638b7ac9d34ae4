import { messageFault } from '../messageFault.ts';
import type { WebhookHandler } from './webhook.ts';

/**
 * What became of a text message. Only its end is told on: that it is queued or sent was known when the carrier took it, and a late "sent" that overtakes nothing
 * must not undo a failure. Doubled and late callbacks change nothing that is known already.
 */
export const message: WebhookHandler = async ({ request }, needs) => {
  const { sid, status } = request.message;
  if (sid === null || (status !== 'delivered' && status !== 'undelivered' && status !== 'failed')) {
    if (sid === null) needs.log.info({ status }, 'a callback of a text message that names none');
    return null;
  }
  const code = Number(request.errorCode ?? 0);
  const isOurs = await needs.messageNews(sid, status === 'delivered' ? { kind: 'sent', words: status, ref: sid, isDelivered: true } : messageFault(Number.isInteger(code) ? code : 0, request.to, status));
  if (!isOurs) needs.log.warn({ messageSid: sid, status }, 'news of a text message that is not known');
  return null;
};
