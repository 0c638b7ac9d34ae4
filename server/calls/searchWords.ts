import type { CallCard } from '../contract/card.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A number as people write parts of it: with the country, without, and with the mainland's trunk 0. */
function writings(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  return digits.startsWith('86') ? [digits, `0${digits.slice(2)}`] : [digits];
}

/** Everything of a call that somebody may look for, as one text to search in. */
export function searchWords({ caller, agent, wanted, unit, notes, wrapUp, missed }: CallCard): string {
  const parts = [
    ...(caller.number === null ? [] : writings(caller.number)),
    ...caller.matches.flatMap(({ name, title, address }) => [name + (title ?? ''), address]),
    caller.city,
    agent?.name,
    wanted?.name,
    unit.name,
    ...Object.values(notes),
    wrapUp?.by.name,
    missed?.reason,
  ];
  return plain(parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n'));
}

/** What somebody typed, as the parts that must all occur in `searchWords`. A number may be written with any separators. */
export function searchTerms(typed: string): string[] {
  const text = plain(typed).trim();
  if (/^\+?[\d\s\-().]+$/.test(text)) return [text.replace(/\D/g, '')].filter((digits) => digits !== '');
  return text.split(/\s+/).filter((term) => term !== '');
}
