import type { CallCard } from '../contract/card.ts';
import type { Slip } from '../contract/slip.ts';
import { surnameOf } from '../people/surname.ts';
import { chineseName } from '../people/chineseSound.ts';

/** What of a record is searched. */
export interface Searchable {
  /** People by name: also found by sound, and first where the whole name was typed. */
  names: readonly string[];
  /** Numbers, as stored: found by any part in any writing, and first where all of it was typed. */
  numbers: readonly string[];
  texts: readonly string[];
  unitId: string | null;
  /** The staff for whom it is, and those to whom it went instead. */
  recipientIds: readonly string[];
  /** What state it is in, and other things that a query may ask for by a word (stateWords.ts). */
  facets: readonly Facet[];
  /** ms UTC. */
  at: number;
}

/** A property that a record has or has not. Slips by their state and whether they were read; calls by what became of them. */
export const facets = ['slip-draft', 'slip-dropped', 'slip-merged', 'slip-taken', 'slip-sent', 'slip-delivered', 'slip-read', 'slip-acknowledged', 'slip-done', 'unread', 'urgent', 'missed', 'missed-open', 'missed-called-back', 'missed-dismissed', 'answered', 'attendant'] as const;
/** @see facets */
export type Facet = (typeof facets)[number];

const written = (texts: readonly (string | null | undefined)[]): string[] => texts.filter((text): text is string => text != null && text !== '');

/** A message is kept even if its time makes no sense; such a slip is the oldest. */
const timeOf = (iso: string): number => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? 0 : at;
};

/** A slip that its reader may have: neither unfinished nor dismissed. */
const isOut = ({ state }: Slip): boolean => state !== 'draft' && state !== 'dropped' && state !== 'merged';
const wasRead = ({ readAt, state }: Slip): boolean => readAt !== undefined || state === 'read' || state === 'acknowledged' || state === 'done';

/** What of a slip is found; facets say its state besides. */
export function slipSearchable(slip: Slip): Searchable {
  const read = wasRead(slip);
  return {
    names: written([slip.callerName, slip.recipient]),
    numbers: written([slip.callerNumber, slip.callerExtension]),
    texts: written([slip.message, slip.callerCompany, slip.callerCity, slip.recordedBy, slip.dropReason, ...slip.actionsRequested, ...slip.actionsPermitted]),
    unitId: slip.unitId,
    recipientIds: [...new Set([...written([slip.recipientId]), ...(slip.delivery?.readers ?? [])])],
    facets: [`slip-${slip.state}`, ...(read && slip.state !== 'read' ? (['slip-read'] as const) : []), ...(isOut(slip) && !read ? (['unread'] as const) : []), ...(slip.actionsRequested.includes('urgent') ? (['urgent'] as const) : [])],
    at: timeOf(slip.calledAt),
  };
}

/** What of a call is found: its card only, no transcript. */
export function callSearchable(card: CallCard): Searchable {
  const { caller, agent, wanted, notes, missed, wrapUp } = card;
  const called = caller.matches.flatMap(({ name, title }) => (title === undefined ? [] : [`${surnameOf(chineseName(name)) || name}${title}`]));
  return {
    names: written([...caller.matches.map(({ name }) => name), agent?.name, wanted?.name, wanted?.insteadOf?.name]),
    numbers: written([caller.number]),
    texts: written([...called, ...caller.matches.map(({ address }) => address), caller.city, ...Object.values(notes), missed?.reason, missed?.by?.name, wrapUp?.by.name]),
    unitId: card.unit.id,
    recipientIds: [],
    facets: [...(missed ? (['missed', `missed-${missed.state}`] as const) : []), ...(card.outcome === 'agent' ? (['answered'] as const) : []), ...(card.outcome?.startsWith('attendant') ? (['attendant'] as const) : [])],
    at: card.arrivedAt,
  };
}
