import type { Call } from '../calls/call.ts';
import type { CallOfSlip } from './senses.ts';

/** What a slip takes from its call. */
export function callOfSlip(call: Call | null): CallOfSlip | null {
  if (call === null) return null;
  const { callerNumber, callerCity, at, line } = call.arrived;
  return { number: callerNumber, city: callerCity, arrivedAt: at, unitId: line.unitId, unitName: line.unitName };
}
