import { isUnknownCall } from './voice.ts';
import { budgetLeft } from '../needs.ts';
import type { WebhookHandler } from './webhook.ts';

/** A recording is ready, or there is none. Its address in the callback is never used: it is fetched by its id from the API. */
export const recording: WebhookHandler = async ({ request, at }, needs) => {
  const { sid, ms, status } = request.recording;
  if (request.callSid === null || sid === null || (status !== 'completed' && status !== 'absent' && status !== 'failed')) {
    needs.log.info({ callId: request.callSid, status }, 'a recording callback that brings no recording');
    return null;
  }
  try {
    await needs.desk.record(request.callSid, [{ kind: 'recording', key: `recording:${sid}:${status}`, at, recordingSid: sid, ready: status === 'completed', ms }], { budgetMs: budgetLeft(at, needs) });
  } catch (cause) {
    if (!isUnknownCall(cause)) throw cause;
    needs.log.warn({ callId: request.callSid, recordingSid: sid }, 'a recording of a call that is not known');
  }
  return null;
};
