import { DomainError } from '../contract/errors.ts';
import { betweenNames } from '../contract/privateNames.ts';
import type { PrivateNote } from '../contract/slip.ts';
import type { FindPrivate, FoundNumber, PrivateChoice } from './privateChoice.ts';

/** Everybody who is named once, in order. */
const namesIn = (found: readonly FoundNumber[]): string[] => [...new Set(found.map(({ name }) => name))];

/** What somebody let stand, each number of each field once. */
export function notesOf(places: readonly { field: string; found: readonly FoundNumber[] }[]): PrivateNote[] {
  return places.flatMap(({ field, found }) => [...new Map(found.map(({ name, masked }) => [`${name} ${masked}`, { field, name, masked }])).values()]);
}

/** The refusal that asks: `fields` say where and whose, never the number. */
export function asksAbout(places: readonly { field: string; found: readonly FoundNumber[] }[]): DomainError {
  return new DomainError('needs_confirmation', 'a private number stands in it: confirm it or mask it', Object.fromEntries(places.map(({ field, found }) => [field, namesIn(found).join(betweenNames)])));
}

/** A text with these numbers as 138****8000. */
export function maskedText(text: string, found: readonly FoundNumber[]): string {
  return [...found].sort((a, b) => b.from - a.from).reduce((kept, { from, to, masked }) => kept.slice(0, from) + masked + kept.slice(to), text);
}

/**
 * Lets no private number go to others in what somebody says with an act, unless he says so (DOMAIN 7b). `find`: in the texts of the office. `ownNumber`: the caller's, E.164, which is his to be given.
 * @throws DomainError `needs_confirmation`; `fields` name where and whose
 */
export function guardTexts<F extends string>(texts: Readonly<Record<F, string>>, ownNumber: string | null, choice: PrivateChoice, find: (text: string) => ReturnType<FindPrivate>): { texts: Readonly<Record<F, string>>; confirmed: PrivateNote[] } {
  const places = (Object.keys(texts) as F[]).map((field) => ({ field, found: find(texts[field]).filter(({ e164 }) => e164 !== ownNumber) })).filter(({ found }) => found.length > 0);
  if (places.length === 0) return { texts, confirmed: [] };
  if (choice.mask) return { texts: { ...texts, ...Object.fromEntries(places.map(({ field, found }) => [field, maskedText(texts[field], found)])) }, confirmed: [] };
  if (choice.confirm) return { texts, confirmed: notesOf(places) };
  throw asksAbout(places);
}
