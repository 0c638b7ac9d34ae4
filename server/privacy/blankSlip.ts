import { erasedWords } from '../calls/blankFact.ts';
import type { Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { knownActionsPermitted, knownActionsRequested } from '../contract/slipFields.ts';
import type { SlipChange } from '../slips/ports.ts';

const known: ReadonlySet<string> = new Set([...knownActionsRequested, ...knownActionsPermitted]);

const blankText = (text: string): string => (text === '' ? '' : erasedWords);

/** A slip without what it tells of the caller, as its next version: whose it was, when it came and how far it got stay. */
export function blankSlip(slip: Slip): Slip {
  const { recordingUrl: _recording, privateConfirmed: _private, dropReason, delivery, ...rest } = slip;
  return {
    ...rest,
    version: slip.version + 1,
    // One that is for nobody on the list may name anybody.
    recipient: slip.recipientId == null ? blankText(slip.recipient) : slip.recipient,
    callerName: blankText(slip.callerName),
    callerCompany: '',
    callerNumber: '',
    callerExtension: '',
    callerCity: '',
    message: blankText(slip.message),
    actionsRequested: slip.actionsRequested.filter((action) => known.has(action)),
    actionsPermitted: slip.actionsPermitted.filter((action) => known.has(action)),
    ...(dropReason !== undefined && { dropReason: blankText(dropReason) }),
    ...(delivery && { delivery: { ...delivery, acts: delivery.acts.map((act) => ({ ...act, words: blankText(act.words) })) } }),
  };
}

/** What a change of a slip may go on telling: nothing that somebody typed. */
const harmless: ReadonlySet<string> = new Set(['state', 'recipientId', 'readBack', 'declined', 'missing', 'owner', 'calledAt', 'recordedBy', 'hands', 'mergedInto', 'doubles', 'readAt', 'sources']);

/** A change of a slip without the values that it wrote; which ones it wrote stays. */
export function blankSlipChange(change: SlipChange): SlipChange {
  return { ...change, changed: Object.fromEntries(Object.entries(change.changed).map(([name, value]) => [name, harmless.has(name) ? value : blankValue(value)])) };
}

/** Words become the same for all, what holds more than words becomes empty. */
export function blankValue(value: unknown): unknown {
  if (typeof value === 'string') return blankText(value);
  return Array.isArray(value) ? [] : null;
}

/** A sending without the words of its channel, which may quote the message. */
export function blankSending(sending: Sending): Sending {
  const { failure } = sending;
  return { ...sending, rev: sending.rev + 1, failure: failure && { ...failure, words: blankText(failure.words) }, proofs: sending.proofs.map((proof) => ({ ...proof, words: '' })) };
}
