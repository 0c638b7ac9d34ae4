import type { CallCard } from '../contract/card.ts';
import type { Marked, SearchItem } from '../contract/search.ts';
import type { Slip } from '../contract/slip.ts';
import type { StaffMember } from '../people/people.ts';
import type { Resident } from '../residents/resident.ts';
import { beginningOf, markMatches, snippetOf } from './markMatches.ts';
import type { ParsedQuery, Reading } from './parseQuery.ts';
import { callSearchable, slipSearchable } from './searchable.ts';

const nothing: Marked = { text: '', marks: [] };

/** Names side by side, each marked by itself. */
function side(names: readonly string[], reading: Reading): Marked {
  return names.reduce<Marked>((line, name) => {
    const gap = line.text === '' ? '' : '、';
    const { text, marks } = markMatches(name, reading, { isName: true });
    const shift = line.text.length + gap.length;
    return { text: `${line.text}${gap}${text}`, marks: [...line.marks, ...marks.map(([from, to]): [number, number] => [from + shift, to + shift])] };
  }, nothing);
}

/** The text in which something was found; else the beginning of the first. */
function snippet(texts: readonly string[], reading: Reading): Marked | null {
  for (const text of texts) {
    const found = snippetOf(text, reading);
    if (found) return found;
  }
  const [first] = texts;
  return first === undefined || first === '' ? null : beginningOf(first);
}

/** A found slip as the lists show it. */
export function slipItem(slip: Slip, reading: Reading, myStaffIds: readonly string[]): SearchItem {
  const { at, facets, texts, recipientIds } = slipSearchable(slip);
  return {
    kind: 'slip',
    id: slip.id,
    unitId: slip.unitId,
    at,
    state: slip.state,
    name: side([slip.callerName, slip.callerCompany].filter((text) => text !== ''), reading),
    about: markMatches(slip.recipient, reading, { isName: true }),
    number: markMatches(slip.callerNumber, reading),
    snippet: snippet(slip.message === '' ? texts : [slip.message, ...texts], reading),
    ...(facets.includes('urgent') && { urgent: true }),
    ...(recipientIds.some((id) => myStaffIds.includes(id)) && { forMe: true }),
  };
}

/** A found call as the lists show it. */
export function callItem(card: CallCard, reading: Reading): SearchItem {
  const { texts } = callSearchable(card);
  const found = texts.find((text) => markMatches(text, reading).marks.length > 0);
  const written = [...Object.values(card.notes), card.missed?.reason ?? ''].filter((text) => text !== '');
  const address = card.caller.matches.map((match) => match.address).filter((text) => text !== '');
  return {
    kind: 'call',
    id: card.id,
    unitId: card.unit.id,
    at: card.arrivedAt,
    state: card.missed ? `missed-${card.missed.state}` : (card.outcome ?? card.state),
    name: side(card.caller.matches.map(({ name, title }) => `${name}${title ?? ''}`), reading),
    about: side([card.agent?.name ?? '', card.wanted?.name ?? ''].filter((text) => text !== ''), reading),
    number: markMatches(card.caller.number ?? '', reading),
    snippet: snippet([...(found === undefined ? [] : [found]), ...written, ...address], reading),
  };
}

/** What was typed, as it is marked where people are found by their own search: as words, whatever else they may mean. */
const asWords = ({ readings }: ParsedQuery): Pick<Reading, 'wanted' | 'exact'> => ({ wanted: readings.at(-1)?.wanted ?? [], exact: null });

/** A colleague as he is found; private numbers are in no item. */
export function personItem({ id, unitId, name, department, title, extension }: StaffMember, query: ParsedQuery): SearchItem {
  const words = asWords(query);
  return { kind: 'person', id, unitId, at: null, state: null, name: markMatches(name, words, { isName: true }), about: markMatches([department, title].filter((text) => text !== '').join(' '), words), number: markMatches(extension, words), snippet: null };
}

/** A resident as he is found, with the number that matched, else his first. */
export function residentItem({ id, unitId, name, title, address, numbers }: Resident, query: ParsedQuery): SearchItem {
  const words = asWords(query);
  const written = numbers.map(({ e164 }) => markMatches(e164, words));
  return { kind: 'resident', id, unitId, at: null, state: null, name: markMatches(`${name}${title}`, words, { isName: true }), about: markMatches(address, words), number: written.find(({ marks }) => marks.length > 0) ?? written[0] ?? nothing, snippet: null };
}
