import type { SlipContent, SlipSource } from '../contract/slip.ts';
import { unassignedUnitId } from './attendantSlip.ts';
import type { Call } from './call.ts';
import type { SlipSeed } from '../slips/senses.ts';
import type { FactOf } from './fact.ts';

/** The slip that opens by itself when the wanted person is away: one for each person wanted in a call. */
export function wantedSlipId(callId: string, staffId: string): string {
  return `S${callId}-${staffId}`;
}

/** Fields 1, 3, 4, 7 and 8, filled by the system, each with where it came from (DOMAIN 4). */
export function wantedSlip(call: Call, wanted: FactOf<'wanted'>, slipId: string): SlipSeed {
  const { arrived } = call;
  const content: Partial<SlipContent> = { recipient: wanted.person.name, recipientId: wanted.person.staffId, calledAt: new Date(arrived.at).toISOString(), recordedBy: wanted.by.name };
  const sources: Record<string, SlipSource> = { recipient: 'directory', calledAt: 'clock', recordedBy: 'session' };
  if (arrived.callerNumber !== null) {
    content.callerNumber = arrived.callerNumber;
    sources['callerNumber'] = 'carrier';
  }
  if (arrived.callerCity !== null) {
    content.callerCity = arrived.callerCity;
    sources['callerCity'] = 'numbering-plan';
  }
  // What the call left unfinished has an owner: nobody has to remember it ([L7]).
  const owner = call.state === 'ended' ? { owner: call.agent } : {};
  return { slipId, unitId: arrived.line.unitId ?? unassignedUnitId, state: 'draft', readBack: false, content, recordingSid: null, sources, declined: [], ...owner };
}
