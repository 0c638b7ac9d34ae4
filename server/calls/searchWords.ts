import type { CallCard, CallerMatch } from '../contract/card.ts';
import { surnameOf } from '../people/surname.ts';

/** Dashes of every kind are one: 138–0013–8003 is typed with whatever dash the keyboard gives. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-');

/** A number as people write parts of it: with the country, without, and with the mainland's trunk 0. */
function writings(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  return digits.startsWith('86') ? [digits, `0${digits.slice(2)}`] : [digits];
}

/** Numbers that stand in a text, as digits: whoever looks for one does not know how it was spaced. */
const numbersIn = (text: string): string[] => [...plain(text).matchAll(/\d[\d\s\-().]{5,}\d/g)].map(([number]) => number.replace(/\D/g, ''));

/** 刘敏女士, and 刘女士 as the desk calls her. */
function namesOf({ name, title }: CallerMatch): string[] {
  if (title === undefined) return [name];
  return /^\p{Script=Han}/u.test(name) ? [name + title, surnameOf(name) + title] : [name + title];
}

/** Everything of a call that somebody may look for, as one text to search in. */
export function searchWords({ caller, agent, wanted, unit, notes, wrapUp, missed }: CallCard): string {
  const written = [...Object.values(notes), missed?.reason ?? ''];
  const parts = [
    ...(caller.number === null ? [] : writings(caller.number)),
    ...caller.matches.flatMap((match) => [...namesOf(match), match.address]),
    caller.city,
    agent?.name,
    wanted?.name,
    unit.name,
    ...written,
    ...written.flatMap(numbersIn),
    wrapUp?.by.name,
    missed?.by?.name,
  ];
  return plain(parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n'));
}

/** The digits of a typed number as they stand in `searchWords`: dialled abroad with 00, or with the trunk 0 in brackets behind the country. */
const digitsOf = (typed: string): string =>
  typed
    .replace(/^\+86[\s\-.]*\(?0\)?/, '86')
    .replace(/\D/g, '')
    .replace(/^00(?=\d{10})/, '');

/** What somebody typed, as the parts that must all occur in `searchWords`. A number may be written with any separators. */
export function searchTerms(typed: string): string[] {
  const text = plain(typed).trim();
  if (/^\+?[\d\s\-().]+$/.test(text)) return [digitsOf(text)].filter((digits) => digits !== '');
  return text
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term) => (/^\+?\d[\d\-().]{5,}\d$/.test(term) ? digitsOf(term) : term));
}
