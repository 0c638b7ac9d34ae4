import { DomainError } from '../contract/errors.ts';
import type { Slip, SlipContent, SlipSource } from '../contract/slip.ts';
import type { SlipSenses } from './senses.ts';
import { applyContent, isPersons } from './slip.ts';
import { keptContent, type TypedContent } from './typed.ts';

/**
 * Writes what a person typed: source `person`. What follows from it comes along: the recipient's name from the directory, and, where no person
 * wrote them, the city and the extension from the number.
 * @throws DomainError `bad_input` for values outside the contract and for a recipient whom nobody knows
 */
export async function writeTyped(slip: Slip, input: TypedContent, senses: SlipSenses): Promise<Slip> {
  const typed = keptContent(input);
  const sources: Partial<Record<keyof SlipContent, SlipSource | null>> = {};

  if (typed.recipientId) {
    const member = senses.staffName(typed.recipientId);
    if (!member) throw new DomainError('bad_input', 'not accepted: recipientId', { recipientId: 'no member of the staff has this id' });
    typed.recipient ??= member.name;
    if (typed.recipient === member.name) sources.recipient = 'directory';
  } else if (typed.recipientId === null && typed.recipient === undefined && slip.sources.recipient === 'directory') {
    typed.recipient = '';
    sources.recipient = null;
  } else if (typed.recipient !== undefined && typed.recipientId === undefined && slip.recipientId) {
    // The slip must never say one name and go to another (DOMAIN 4: never passed on wrongly).
    if (senses.staffName(slip.recipientId)?.name !== typed.recipient) {
      typed.recipientId = null;
      sources.recipientId = null;
    }
  }

  if (typed.callerNumber !== undefined) {
    const reading = senses.readNumber(typed.callerNumber, slip.unitId);
    if (reading.kind === 'number') typed.callerNumber = reading.e164;
    if (typed.callerCity === undefined && !isPersons(slip, 'callerCity')) {
      typed.callerCity = (reading.kind === 'number' ? await senses.cityOf(reading.e164) : null) ?? '';
      sources.callerCity = typed.callerCity === '' ? null : 'numbering-plan';
    }
    if (typed.callerExtension === undefined && !isPersons(slip, 'callerExtension')) {
      typed.callerExtension = reading.kind === 'number' ? (reading.extension ?? '') : '';
      sources.callerExtension = typed.callerExtension === '' ? null : 'numbering-plan';
    }
  }
  return applyContent(slip, typed, (name) => (sources[name] === undefined ? 'person' : sources[name]));
}
