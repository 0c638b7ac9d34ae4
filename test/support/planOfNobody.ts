import { planOf } from '../../server/delivery/plan.ts';
import type { Plan } from '../../server/delivery/plan.ts';
import type { Slip } from '../../server/contract/slip.ts';

/** The way of a slip in an office where nobody can be reached: it is the front desk's, and stays on its list. */
export function planOfNobody(slip: Slip): Plan {
  return planOf(slip, null, { unit: () => null, staff: () => null, all: () => ({ units: [], lines: [], staff: [], users: [] }) });
}
