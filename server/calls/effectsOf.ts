import { attendantSlip } from './attendantSlip.ts';
import type { Call } from './call.ts';
import { isOver } from './derive.ts';
import type { Effect } from './effect.ts';
import type { Fact } from './fact.ts';
import { wantedSlip } from './wantedSlip.ts';

/** After this long without an end we ask the carrier whether the call still lives. */
const reconcileAfterMs = 60_000;

/**
 * All that must have been done for a call that stands like this. The desk stores and runs only what it has not stored before:
 * the keys make the difference between the old call and the new one.
 */
export function effectsOf(call: Call, facts: Iterable<Fact>): Effect[] {
  const effects: Effect[] = [];
  const over = call.state === 'ended';

  if (call.arrived.unmatched) effects.push({ kind: 'recognise', key: 'recognise', dueAt: call.arrived.at });

  for (const { round, deadlineAt, deadlinePassed, ended, bridged } of call.rounds) {
    if (over || ended || bridged) continue;
    effects.push({ kind: 'deadline', key: `deadline:${round}`, dueAt: deadlineAt, round });
    if (deadlinePassed) effects.push({ kind: 'cancelLegs', key: `cancelLegs:${round}`, dueAt: deadlineAt, round });
  }
  if (!over) effects.push({ kind: 'reconcile', key: 'reconcile', dueAt: call.arrived.at + reconcileAfterMs, attempt: 0 });

  for (const fact of facts) {
    if (fact.kind === 'wanted' && fact.slipId !== null) {
      effects.push({ kind: 'keepSlip', key: `slip:${fact.key}${over ? ':over' : ''}`, dueAt: fact.at, seed: wantedSlip(call, fact, fact.slipId) });
    }
    if (fact.kind === 'hangUpPressed' && !over) {
      for (const leg of call.legs) {
        if (leg.agentId === fact.agentId && !isOver(leg.status)) effects.push({ kind: 'endLeg', key: `endLeg:${leg.legSid}`, dueAt: fact.at, legSid: leg.legSid });
      }
    }
  }

  const seed = attendantSlip(call);
  if (seed && (call.state === 'attended' || call.state === 'ended')) {
    const stage = `${call.attendant?.turns.length ?? 0}:${call.attendant?.recordings.size ?? 0}:${over ? 'over' : 'open'}`;
    effects.push({ kind: 'keepSlip', key: `slip:attendant:${stage}`, dueAt: call.arrived.at, seed });
  }
  return effects;
}
