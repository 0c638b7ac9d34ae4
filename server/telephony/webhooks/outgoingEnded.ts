import { emptyDocument, hangUpDocument } from '../documents/closing.ts';
import { isUnknownCall } from './voice.ts';
import { overStatus } from '../carrierRequest.ts';
import type { WebhookHandler } from './webhook.ts';

/** A call out of the console is over. Here the other side is the resident, and the leg that asks is the agent's own. */
export const outgoingEnded: WebhookHandler = async ({ request, at }, needs) => {
  if (request.callSid === null) return emptyDocument;
  const { dial } = request;
  const failed = dial.status !== 'completed' && dial.status !== 'answered';
  try {
    await needs.desk.record(request.callSid, [
      { kind: 'callerEnded', key: 'callerEnded:outgoing', at, status: failed ? 'failed' : 'completed', seen: 'action' },
    ]);
  } catch (cause) {
    if (!isUnknownCall(cause)) throw cause;
    needs.log.warn({ callId: request.callSid }, 'the end of a call out that is not known');
  }
  return overStatus(request.status) === null ? hangUpDocument() : emptyDocument;
};
