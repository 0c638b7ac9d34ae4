import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import { readNumber } from '../people/phoneNumber.ts';
import type { NoNumber } from '../people/phoneNumber.ts';
import type { ResidentNumber, ResidentSource } from './resident.ts';

/** Why a text is no number that can be kept. */
export type NumberRefusal = NoNumber | 'withheld';

/**
 * One number as it is kept, read by the one reader of numbers (people/phoneNumber.ts): what is written here is what a caller is looked up by.
 * An extension, which no caller's number carries, goes to the label.
 */
export function writtenNumber(typed: string, country: string, how: { label: string; at: number; source: ResidentSource }): ResidentNumber | { refused: NumberRefusal } {
  const reading = readNumber(typed, country);
  if (reading.kind !== 'number') return { refused: reading.kind === 'withheld' ? 'withheld' : reading.why };
  const label = [how.label, ...(reading.extension !== null && !how.label.includes(reading.extension) ? [`转${reading.extension}`] : [])].filter((part) => part !== '').join(' ');
  return { e164: reading.e164, label: label.slice(0, 30), since: how.at, source: how.source };
}

/**
 * The numbers of a file as somebody typed them, each once. One that the file had before keeps since when and from whom it is known.
 * @throws DomainError `bad_input`, each number that is none by its place (`numbers.1.number`) with why
 */
export function writtenNumbers(typed: readonly { number: string; label: string }[], country: string, known: readonly ResidentNumber[], how: { at: number; source: ResidentSource }): ResidentNumber[] {
  const fields: Record<string, string> = {};
  const numbers = new Map<string, ResidentNumber>();
  for (const [index, { number, label }] of typed.entries()) {
    const read = writtenNumber(number, country, { ...how, label });
    if ('refused' in read) {
      fields[`numbers.${index}.number`] = read.refused === 'withheld' ? writeFault('withheld') : writeFault('no-number', read.refused);
      continue;
    }
    const before = known.find(({ e164 }) => e164 === read.e164);
    if (!numbers.has(read.e164)) numbers.set(read.e164, before ? { ...before, label: read.label } : read);
  }
  if (Object.keys(fields).length > 0) throw refusalOf(fields);
  return [...numbers.values()];
}
