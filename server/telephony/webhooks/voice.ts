import { DomainError } from '../../contract/errors.ts';
import { arrivalOf } from '../arrival.ts';
import { lastResortDocument } from '../documents/lastResort.ts';
import { budgetLeft } from '../needs.ts';
import { replyTo } from '../reply.ts';
import { firstRoute } from '../routing.ts';
import type { WebhookHandler } from './webhook.ts';

/**
 * An incoming call: counted from this moment, decided once, answered by the decision. A repeated request gets the same decision with the
 * ring time that is left.
 */
export const voice: WebhookHandler = async ({ request, at }, needs) => {
  const { callSid } = request;
  if (callSid === null) {
    const line = needs.directory.lineByNumber(request.to);
    const unit = line ? needs.directory.unit(line.unitId) : null;
    needs.log.warn({ oddities: request.oddities }, 'a call without a usable id is answered by the last resort');
    return lastResortDocument({ unit: unit?.name ?? null, language: line?.language ?? 'zh-CN' }, needs.urls);
  }
  const arrived = await arrivalOf(request, needs, { at });
  const recorded = await needs.desk.record(
    callSid,
    (call) => {
      if (!call) return [arrived, firstRoute(arrived, needs)];
      // Asked again when three rings are nearly over: no phone can be rung any more in that time.
      const last = call.rounds.at(-1);
      if (call.state === 'ringing' && last && at >= last.deadlineAt) return [{ kind: 'attended', key: 'attended', at, why: 'not-reached', answersAt: at, pauseMs: 0 }];
      return [];
    },
    { budgetMs: budgetLeft(at, needs), arriving: true },
  );
  return replyTo(recorded.call, needs, at);
};

/** Whether a refusal only says that the call is not known here. */
export function isUnknownCall(cause: unknown): boolean {
  return cause instanceof DomainError && cause.code === 'not_found';
}
