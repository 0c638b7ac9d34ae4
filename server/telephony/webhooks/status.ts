import { arrivalOf } from '../arrival.ts';
import { overStatus } from '../carrierRequest.ts';
import { budgetLeft } from '../needs.ts';
import type { WebhookHandler } from './webhook.ts';

/**
 * The number's status callback: the caller's leg is over. It may overtake the Dial action, or come before the first webhook was
 * handled: a caller who gave up at once is a call too.
 */
export const status: WebhookHandler = async ({ request, at }, needs) => {
  const over = overStatus(request.status);
  if (request.callSid === null || over === null || request.parentCallSid !== null) {
    needs.log.info({ status: request.status, oddities: request.oddities }, 'a status callback that ends no call of a resident');
    return null;
  }
  const { callSid } = request;
  const known = await needs.desk.look(callSid, { budgetMs: budgetLeft(at, needs) }).catch(() => null);
  if (!known && request.direction !== null && request.direction !== 'inbound') {
    needs.log.info({ callId: callSid, direction: request.direction }, 'the end of a call that did not come in through a line of ours');
    return null;
  }
  const arrived = known ? null : await arrivalOf(request, needs, { at, gone: true });
  await needs.desk.record(callSid, (call) => [...(call || !arrived ? [] : [arrived]), { kind: 'callerEnded', key: `callerEnded:${over}`, at, status: over, seen: 'callback' }], { budgetMs: budgetLeft(at, needs) });
  return null;
};
