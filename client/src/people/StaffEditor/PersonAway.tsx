import type { StaffView } from '../../../../server/contract/staff.ts';

/** The place of "away until" (client/src/presence/AwayUntil): said for a colleague by the front desk. */
export function PersonAway(_: { person: StaffView }) {
  return null;
}
