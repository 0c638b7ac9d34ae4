import type { ChannelName } from '../../../../server/contract/delivery.ts';
import type { ReachInput, ReachView } from '../../../../server/contract/reach.ts';

/** A way to reach somebody as the editor has it: one that stands there, masked, by its place; or one being written. */
export type FormReach = { keep: number; shown: ReachView } | { channel: ChannelName; address: string; secret: string; mention: string };

/** All as kept, by their place in the list of this `rev`. */
export const formReachOf = (items: readonly ReachView[]): FormReach[] => items.map((shown, keep) => ({ keep, shown }));

/** What is sent of it. What was begun and left empty is nothing. */
export function reachInputsOf(form: readonly FormReach[]): ReachInput[] {
  return form.flatMap((one): ReachInput[] => ('keep' in one ? [{ keep: one.keep }] : one.channel !== 'console' && one.address.trim() === '' ? [] : [one]));
}
