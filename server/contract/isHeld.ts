import type { Delivery } from './delivery.ts';

/** Whether a hand put a message off and that time is not over, at `now` (ms UTC). */
export const isHeld = ({ holdUntil }: Pick<Delivery, 'holdUntil'>, now: number): boolean => holdUntil !== null && holdUntil > now;
