import type { ReachView } from '../contract/reach.ts';
import { maskNumber } from '../people/maskNumber.ts';
import type { Reach } from '../people/people.ts';
import { presentChannel } from './presentChannel.ts';

/** Whom a robot names may be a private number too. */
const isNumber = (text: string): boolean => /^\+?\d{6,}$/.test(text);

/** A way to reach somebody as a screen, a record and the audit log may show it. */
export function presentReach(reach: Reach): ReachView {
  return { ...presentChannel(reach), hasSecret: reach.secret !== '', mention: isNumber(reach.mention) ? maskNumber(reach.mention) : reach.mention };
}
