import { overStatus } from '../carrierRequest.ts';
import type { WebhookHandler } from './webhook.ts';

/** A call-back of a reader through the line (callBackDesk.ts): his phone was answered, the Dial behind it ended, his leg is over. */
export const callBack: WebhookHandler = async ({ request, path }, { callBacks }) => {
  const { slip = '', staff = '', part } = path;
  if (part === 'answered') return callBacks.answered(slip, staff);
  if (part === 'dialled') return callBacks.dialled(slip, staff, request.dial);
  const over = overStatus(request.status);
  if (request.callSid !== null && over !== null) await callBacks.over(slip, staff, request.callSid, over);
  return null;
};
