import { attendantSignature } from '../calls/attendantSlip.ts';
import type { Slip } from '../contract/slip.ts';
import { isToComplete } from '../contract/slipFields.ts';

/** Somebody who asks for slips. */
export interface SlipViewer {
  userId: string;
  name: string;
  role: 'agent' | 'supervisor' | 'admin' | 'staff';
  /** The offices that he answers for or leads. */
  unitIds: readonly string[];
  /** His records on the list of staff. */
  staffIds: readonly string[];
  /** Who calls at his phone now: their numbers, and the calls. */
  callsNow: readonly { id: string; number: string | null }[];
}

/**
 * Who reads a message: whoever it is for, his deputies, whoever it was passed on to; whoever had a hand in it; and the supervisors of its office. Besides, the front desk
 * that has to go on with it: what is not finished is handed over from shift to shift, what is for nobody in particular or waits for a hand is the desk's, and an agent
 * must be able to tell the caller on his line what became of his message. The administrator keeps the whole.
 * `deputyIds`: those of the person it is for.
 */
export function maySeeSlip(viewer: SlipViewer, slip: Slip, deputyIds: readonly string[]): boolean {
  const isMine = (staffId: string | null | undefined): boolean => staffId != null && viewer.staffIds.includes(staffId);
  if (isMine(slip.recipientId) || deputyIds.some(isMine) || slip.delivery?.readers.some(isMine) === true) return true;
  if (viewer.role === 'admin') return true;
  if (viewer.role === 'staff' || !viewer.unitIds.includes(slip.unitId)) return false;
  return viewer.role === 'supervisor' || isTheDesks(slip) || hadAHand(viewer, slip) || viewer.callsNow.some(({ id, number }) => id === slip.callId || (number !== null && number === slip.callerNumber));
}

/** Not finished or to be completed, for nobody in particular, waiting for a hand, or taken by the attendant, who answers in the desk's place. */
function isTheDesks(slip: Slip): boolean {
  const { state, recipientId, delivery, recordedBy } = slip;
  return recordedBy === attendantSignature || isToComplete(slip) || state === 'draft' || state === 'dropped' || recipientId == null || delivery?.holder.kind === 'desk' || (delivery?.stuck ?? null) !== null;
}

/** Slips of older versions do not say whose hands wrote them, but who is named as their recorder. */
function hadAHand({ userId, name }: SlipViewer, { hands, owner, recordedBy }: Slip): boolean {
  return owner?.id === userId || (hands === undefined ? recordedBy === name : hands.includes(userId));
}
