import { arrivalOf } from '../arrival.ts';
import { overStatus } from '../carrierRequest.ts';
import { emptyDocument } from '../documents/closing.ts';
import { lastResortDocument } from '../documents/lastResort.ts';
import { budgetLeft } from '../needs.ts';
import { replyTo } from '../reply.ts';
import { nextRoute } from '../routing.ts';
import type { WebhookHandler } from './webhook.ts';

/** The Dial action: the carrier gives the caller back to us, or tells that he is gone (DESIGN 4, "After the Dial"). */
export const dialEnded: WebhookHandler = async ({ request, path, at }, needs) => {
  if (request.callSid === null) return lastResortDocument({ unit: null, language: 'zh-CN' }, needs.urls);
  const round = Number(path['round']);
  const callerGone = overStatus(request.status) !== null;
  const arrived = await arrivalOf(request, needs, { at });
  const { call } = await needs.desk.record(
    request.callSid,
    (known) => [
      ...(known ? [] : [arrived]),
      {
        kind: 'dialEnded',
        key: `dialEnded:${round}`,
        at,
        round,
        dialStatus: request.dial.status.slice(0, 50),
        legSid: request.dial.legSid,
        bridged: request.dial.bridged,
        talkMs: request.dial.talkMs,
        callerGone,
      },
      // A call that this server never heard ringing: no round to look back to, the attendant takes it.
      ...(known || callerGone ? [] : [{ kind: 'attended', key: 'attended', at, why: 'not-reached', answersAt: at, pauseMs: 0 } as const]),
    ],
    { budgetMs: budgetLeft(at, needs) },
  );
  const winner = call.rounds.find((known) => known.round === round)?.winner;
  if (winner) needs.floor.callEnded(winner.agentId, at);
  if (callerGone) return emptyDocument;
  if (call.state === 'ended' || call.state === 'attended') return replyTo(call, needs, at);
  const routed = await needs.desk.record(request.callSid, (known) => (known ? nextRoute(known, at, needs) : []), { budgetMs: budgetLeft(at, needs) });
  return replyTo(routed.call, needs, at);
};
