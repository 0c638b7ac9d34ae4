import type { Slip, SlipState } from '../contract/slip.ts';

/** How far a message has come: only forward, but for a hand that takes it up again. */
const order: readonly SlipState[] = ['draft', 'dropped', 'merged', 'taken', 'sent', 'delivered', 'read', 'acknowledged', 'done'];

/** Whether one state is as far as another. */
export const isAsFarAs = (state: SlipState, other: SlipState): boolean => order.indexOf(state) >= order.indexOf(other);

/** The state after one that was reached, maybe earlier than it was heard of. */
export const further = (state: SlipState, reached: SlipState): SlipState => (isAsFarAs(state, reached) ? state : reached);

/** Whether it is on its way: taken, and not withdrawn. */
export const isUnderWay = ({ state }: Pick<Slip, 'state'>): boolean => isAsFarAs(state, 'taken');
