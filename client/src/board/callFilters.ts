import type { MissedState, Outcome } from '../../../server/contract/card.ts';
import type { Matter } from '../../../server/contract/matter.ts';
import { addDays, startOf } from './dayRange.ts';
import type { Day } from './dayRange.ts';

/** In the order of the filter; a test holds it to the contract's list. */
export const outcomes: readonly Outcome[] = ['agent', 'attendant-message', 'attendant-no-message', 'callback-asked', 'abandoned-ringing', 'abandoned-queued', 'refused', 'failed', 'test'];
/** As `outcomes`, of the contract's `matters`. */
export const shownMatters: readonly Matter[] = ['inquiry', 'repair', 'complaint', 'message', 'housekeeping', 'other'];
/** As `outcomes`, of the contract's `missedState`. */
export const missedStates: readonly MissedState[] = ['open', 'called-back', 'dismissed'];
/** The three lists of `/calls`; only `all` has filters. */
export const callLists = ['all', 'missed', 'handled'] as const;
/** @see callLists */
export type CallListName = (typeof callLists)[number];
/** Days of the office's clock: `week` is today and the six days before it, `dates` what was typed. */
export const dayChoices = ['today', 'yesterday', 'week', 'dates'] as const;
/** @see dayChoices */
export type DayChoice = (typeof dayChoices)[number];

/** What the list of calls shows. Null is "any". It lives in the page's address: `/calls?q=…&outcome=…&day=today`. */
export interface CallFilters {
  list: CallListName;
  q: string;
  outcome: Outcome | null;
  matter: Matter | null;
  missed: MissedState | null;
  agentId: string | null;
  unitId: string | null;
  day: DayChoice | null;
  /** Typed days, both counted in; they count while `day` is `dates`. */
  from: Day | null;
  to: Day | null;
}

/** What `/calls` says without a query: any call of any day. */
export const noFilters: CallFilters = { list: 'all', q: '', outcome: null, matter: null, missed: null, agentId: null, unitId: null, day: null, from: null, to: null };

const longestSearch = 100;
const longestId = 64;
const idIn = (text: string | null): string | null => (text === null || text === '' || text.length > longestId ? null : text);
const isDay = (text: string | null): text is Day => text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
const oneOf = <T extends string>(names: readonly T[], text: string | null): T | null => names.find((name) => name === text) ?? null;

/** Anybody may have written an address: what is none of ours counts as not there. */
export function readFilters(search: string): CallFilters {
  const asked = new URLSearchParams(search);
  const day = (name: string): Day | null => {
    const text = asked.get(name);
    return isDay(text) ? text : null;
  };
  return {
    list: oneOf(callLists, asked.get('list')) ?? 'all',
    q: (asked.get('q') ?? '').trim().slice(0, longestSearch),
    outcome: oneOf(outcomes, asked.get('outcome')),
    matter: oneOf(shownMatters, asked.get('matter')),
    missed: oneOf(missedStates, asked.get('missed')),
    agentId: idIn(asked.get('agent')),
    unitId: idIn(asked.get('office')),
    day: oneOf(dayChoices, asked.get('day')),
    from: day('from'),
    to: day('to'),
  };
}

/** The address of this list; reading it gives the same filters. */
export function writeFilters({ list, q, outcome, matter, missed, agentId, unitId, day, from, to }: CallFilters): string {
  const asked = new URLSearchParams();
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== '') asked.set(name, value);
  };
  set('list', list === 'all' ? null : list);
  set('q', q.trim());
  set('outcome', outcome);
  set('matter', matter);
  set('missed', missed);
  set('agent', agentId);
  set('office', unitId);
  set('day', day);
  if (day === 'dates') {
    set('from', from);
    set('to', to);
  }
  const written = asked.toString();
  return written === '' ? '/calls' : `/calls?${written}`;
}

/** Whether calls may be hidden by it; which of the lists it is does not count. */
export const isFiltered = (filters: CallFilters): boolean => writeFilters({ ...filters, list: 'all' }) !== '/calls';

function days({ day, from, to }: CallFilters, today: Day): { first: Day | null; last: Day | null } {
  switch (day) {
    case null:
      return { first: null, last: null };
    case 'today':
      return { first: today, last: null };
    case 'yesterday':
      return { first: addDays(today, -1), last: addDays(today, -1) };
    case 'week':
      return { first: addDays(today, -6), last: null };
    case 'dates':
      // Typed the wrong way round means the same days.
      return from !== null && to !== null && from > to ? { first: to, last: from } : { first: from, last: to };
  }
}

/** The same as a query of `GET /api/calls`, without cursor and limit. Days are those of the office's clock. */
export function askServer(filters: CallFilters, today: Day, zone: string | undefined): string {
  const asked = new URLSearchParams();
  const { q, outcome, matter, missed, agentId, unitId } = filters;
  const { first, last } = days(filters, today);
  const all = { q: q.trim(), outcome, matter, missed, agentId, unitId, from: first && String(startOf(first, zone)), to: last && String(startOf(addDays(last, 1), zone)) };
  for (const [name, value] of Object.entries(all)) if (value !== null && value !== '') asked.set(name, value);
  return asked.toString();
}
