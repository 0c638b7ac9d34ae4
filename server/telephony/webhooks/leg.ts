import { legStatusOf } from '../carrierRequest.ts';
import { isUnknownCall } from './voice.ts';
import { budgetLeft } from '../needs.ts';
import type { WebhookHandler } from './webhook.ts';

/** Progress of an agent's phone. May come doubled, late, or in any order: the fold does not care. */
export const leg: WebhookHandler = async ({ request, path, at }, needs) => {
  const status = legStatusOf(request.status);
  const agentId = /^client:([A-Za-z0-9_]{1,64})$/.exec(request.to)?.[1] ?? null;
  if (request.callSid === null || request.parentCallSid === null || status === null || agentId === null) {
    needs.log.warn({ oddities: request.oddities, status: request.status }, 'a leg callback that names no leg of ours');
    return null;
  }
  const legSid = request.callSid;
  try {
    const { call } = await needs.desk.record(request.parentCallSid, [{ kind: 'leg', key: `leg:${legSid}:${status}`, at, legSid, agentId, round: Number(path['round']), status, seen: 'callback' }], { budgetMs: budgetLeft(at, needs) });
    if (status !== 'initiated' && status !== 'ringing' && status !== 'in-progress' && call.legs.some((known) => known.legSid === legSid && known.acceptedAt !== null)) needs.floor.callEnded(agentId, at);
  } catch (cause) {
    if (!isUnknownCall(cause)) throw cause;
    needs.log.warn({ callId: request.parentCallSid }, 'a leg callback of a call that is not known');
  }
  return null;
};
