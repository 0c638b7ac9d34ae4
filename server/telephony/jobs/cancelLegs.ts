import type { CallDesk } from '../../calls/callDesk.ts';
import type { Call } from '../../calls/call.ts';
import { isOver } from '../../calls/derive.ts';
import type { LegReport } from '../../calls/effect.ts';
import type { LegStatus } from '../../calls/fact.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { JobHandler } from '../../clockwork/outbox.ts';
import { overStatus } from '../carrierRequest.ts';
import type { TelephonyLog } from '../needs.ts';
import type { CarrierRest } from '../rest.ts';

/** What cancelling needs from outside. */
export interface CancelNeeds {
  desk: CallDesk;
  clock: Clock;
  rest: CarrierRest;
  log: TelephonyLog;
}

/**
 * The deadline of a round: every leg that still rings is cancelled; legs whose callbacks never came are found by their parent. Only where
 * the answer shows that the leg rings on is it ended outright (DESIGN 4, "The deadline is ours"). One that the carrier shows in progress has
 * been answered, though the callback that says so is late or lost: that is a fact like the callback, and our side never ends a talk ([S3]).
 */
export const cancelLegs =
  (needs: CancelNeeds): JobHandler<'cancelLegs'> =>
  async ({ callId, round }) => {
    const now = await needs.desk.look(callId);
    if (!now || isSettled(now.call, round)) return;
    const known = now.call.legs.filter((leg) => leg.round === round);
    const agents = now.call.rounds.find((one) => one.round === round)?.agents ?? [];
    const unheard = agents.filter((agent) => !known.some((leg) => leg.agentId === agent.id));
    const stopAll = (legs: readonly RingingLeg[]): Promise<Found> => all(legs.map((leg) => stop(leg, callId, round, needs)));
    const found = await all([
      stopAll(known.filter((leg) => !isOver(leg.status))),
      ...(unheard.length === 0 ? [] : [missingLegs(callId, unheard.map((agent) => agent.id), needs).then(stopAll)]),
    ]);
    if (found === 'was gone') await noteCallerGone(callId, round, needs);
  };

/** Whether a leg rang or talked when it was to be stopped. */
type Found = 'was there' | 'was gone';

/** Waits for each, so that no failure goes unheard. @throws the first failure, when all are over */
async function all(stops: readonly Promise<Found>[]): Promise<Found> {
  const results = await Promise.allSettled(stops);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.some((result) => result.status === 'fulfilled' && result.value === 'was there') ? 'was there' : 'was gone';
}

/** A phone that may still ring. */
interface RingingLeg {
  legSid: string;
  agentId: string;
}

/** Nothing to stop: somebody talks, or the carrier has given the call back. */
export function isSettled(call: Call, round: number): boolean {
  const one = call.rounds.find((known) => known.round === round);
  return call.state === 'ended' || !one || one.ended !== null || one.bridged;
}

async function missingLegs(callId: string, agentIds: readonly string[], { rest }: CancelNeeds): Promise<RingingLeg[]> {
  const children = await rest.children(callId);
  return children
    .filter((child) => !hasEnded(child.status))
    .map(({ legSid, to }) => ({ legSid, agentId: to.replace(/^client:/, '') }))
    .filter(({ agentId }) => agentIds.includes(agentId));
}

function hasEnded(status: LegStatus | 'queued'): boolean {
  return status !== 'queued' && isOver(status);
}

async function stop({ legSid, agentId }: RingingLeg, callId: string, round: number, needs: CancelNeeds): Promise<Found> {
  const { rest, desk, clock, log } = needs;
  let answer: LegReport | 'refused' | 'unknown' = await rest.cancel(legSid);
  if (typeof answer !== 'string' && hasEnded(answer.status)) return 'was there';
  // A refusal says nothing of the leg itself: it may have ended, or ring on.
  if (answer === 'refused') answer = await rest.look(legSid);
  if (typeof answer === 'string' || hasEnded(answer.status)) return 'was gone';
  if (answer.status === 'in-progress') {
    await desk.record(callId, [{ kind: 'leg', key: `leg:${legSid}:in-progress`, at: clock.now(), legSid, agentId, round, status: 'in-progress', seen: 'rest' }]);
    return 'was there';
  }
  const now = await desk.look(callId);
  if (!now || isSettled(now.call, round)) return 'was there';
  log.warn({ callId, legSid, status: answer.status }, 'a leg did not stop ringing when cancelled and is ended');
  await rest.end(legSid);
  return 'was there';
}

/**
 * No phone rings any more, and the carrier has not given the call back: the caller gave up, and what says so is late or lost. Asking now
 * tells it within the three rings; otherwise he would seem to ring on.
 */
async function noteCallerGone(callId: string, round: number, { desk, clock, rest }: CancelNeeds): Promise<void> {
  const now = await desk.look(callId);
  if (!now || isSettled(now.call, round)) return;
  const caller = await rest.look(callId);
  const over = caller === 'unknown' ? null : overStatus(caller.status);
  if (over !== null) await desk.record(callId, [{ kind: 'callerEnded', key: `callerEnded:${over}`, at: clock.now(), status: over, seen: 'rest' }]);
}
