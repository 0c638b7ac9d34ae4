import type { SendResult } from '../delivery/ports.ts';

/** Nobody can be reached by text there: not a number, not a mobile one, a short code, unknown to its network, a landline. */
const nobodyThere = new Set([21211, 21214, 21217, 21265, 21614, 21635, 30005, 30006]);
/** It may go out later: too many at once, a full queue, a network that is down or congested, the carrier's own trouble. */
const later = new Set([14107, 20429, 20500, 20503, 21611, 30001, 30017, 30022]);
/** A queue that is full, or a rate: not within seconds. */
const rests: Readonly<Record<number, number>> = { 20429: 10_000, 21611: 60_000, 30001: 60_000, 30022: 60_000 };
/** The carrier does not send there, or not from this number. */
const noWayThere = new Set([21408, 21612, 30410, 30036]);

/** What an error code of the carrier's text messages means (twilio.com/docs/api/errors); whatever is not listed is refused for good: blocked, filtered, unsubscribed, out of money. */
export function messageFault(code: number, to: string, words: string): SendResult {
  const failed = (kind: 'retry' | 'gave-up' | 'wrong-address', name = String(code)): SendResult => ({ kind: 'failed', failure: { kind, code: name, words: words.replace(/\s+/g, ' ').slice(0, 200) }, ...(rests[code] !== undefined && { afterMs: rests[code] }) });
  if (nobodyThere.has(code)) return failed('wrong-address');
  if (later.has(code)) return failed('retry');
  // The mainland is a case of its own: what helps there is another channel, not another number.
  return noWayThere.has(code) && to.startsWith('+86') ? failed('gave-up', 'mainland') : failed('gave-up');
}
