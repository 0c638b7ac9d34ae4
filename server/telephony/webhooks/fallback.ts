import { arrivalOf } from '../arrival.ts';
import { lastResortDocument } from '../documents/lastResort.ts';
import { replyTo } from '../reply.ts';
import type { WebhookHandler } from './webhook.ts';

/**
 * The carrier could not get, or not run, a document of ours. Needs nothing but this process: who called and what was heard so far is
 * taken from memory, and the records are written when they can be. A call that is being attended goes on where it was.
 */
export const fallback: WebhookHandler = async ({ request, at }, needs) => {
  const line = needs.directory.lineByNumber(request.to);
  const unit = line ? needs.directory.unit(line.unitId) : null;
  const lastResort = (): string => lastResortDocument({ unit: unit?.name ?? null, language: line?.language ?? 'zh-CN' }, needs.urls);
  needs.log.error({ callId: request.callSid, carrierError: request.errorCode }, 'the carrier asked the fallback');
  if (request.callSid === null) return lastResort();
  try {
    const arrived = await arrivalOf(request, needs, { at });
    const { call } = await needs.desk.record(
      request.callSid,
      (known) => [...(known ? [] : [arrived]), ...(known?.state === 'ended' ? [] : [{ kind: 'attended', key: 'attended', at, why: 'fallback', answersAt: at, pauseMs: 0 } as const])],
      { budgetMs: fallbackBudgetMs, arriving: true },
    );
    return call.state === 'attended' ? replyTo(call, needs, at) : lastResort();
  } catch (cause) {
    needs.log.error({ callId: request.callSid, err: cause }, 'the fallback itself failed; the last resort answers');
    return lastResort();
  }
};

/** The carrier has lost seconds already. */
const fallbackBudgetMs = 300;
