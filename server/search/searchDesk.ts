import type { CallCard } from '../contract/card.ts';
import { DomainError } from '../contract/errors.ts';
import type { SearchItem } from '../contract/search.ts';
import type { Slip } from '../contract/slip.ts';
import { callItem, slipItem } from './foundItems.ts';
import { fits, split } from './fits.ts';
import { termsOf } from './parseQuery.ts';
import type { ParsedQuery, Reading } from './parseQuery.ts';
import type { Indexed, IndexQuery, SearchMark, SearchStore } from './ports.ts';
import { callSearchable, slipSearchable } from './searchable.ts';
import type { Searchable } from './searchable.ts';
import { recipientTerm, unitTerm } from './splitForSearch.ts';

/** Whose records are looked through: those of these offices (null: all) and those for these members of the staff. */
export interface SearchScope {
  unitIds: readonly string[] | null;
  recipientIds: readonly string[];
}

/** A page may be short, even empty, and have a `next`: what the index found and nobody may read was passed over. */
export interface SearchPage {
  items: SearchItem[];
  next?: string;
}

/** One search for one page; `cursor` is the `next` of the page before. */
export interface Searching {
  query: ParsedQuery;
  scope: SearchScope;
  limit: number;
  cursor?: string | undefined;
}

/** Finds slips and calls by the index. What is out of the scope is never looked at, so that it takes no place on a page. */
export interface SearchDesk {
  /** @throws DomainError `bad_input` for a cursor that is none of ours */
  slips(searching: Searching & { /** Within the scope, who reads which slip (privacy/maySeeSlip.ts). */ mayRead: (slip: Slip) => boolean }): Promise<SearchPage>;
  calls(searching: Searching): Promise<SearchPage>;
}

/** What only looks like a hit is read in vain; after so many a page ends early, with a mark to go on from. */
const mostReadInVain = 600;
/** A little more than a page is read at once, for those that only look so. */
const readBeyond = 4;
const readAgain = 150;

interface Place {
  reading: number;
  after: SearchMark | null;
}

/** @see SearchDesk */
export function openSearchDesk(store: Pick<SearchStore, 'findSlips' | 'findCalls'>): SearchDesk {
  async function page<T>(searching: Searching, find: (query: IndexQuery) => Promise<Indexed<T>[]>, searchableOf: (record: T) => Searchable, present: (record: T, reading: Reading) => SearchItem, mayRead: (record: T) => boolean = () => true): Promise<SearchPage> {
    const { query, scope, limit, cursor } = searching;
    if (scope.unitIds?.length === 0 && scope.recipientIds.length === 0) return { items: [] };
    const scoped = scope.unitIds === null ? [] : [[...scope.unitIds.map(unitTerm), ...scope.recipientIds.map(recipientTerm)]];
    const inScope = ({ unitId, recipientIds }: Searchable): boolean => scope.unitIds === null || (unitId !== null && scope.unitIds.includes(unitId)) || recipientIds.some((id) => scope.recipientIds.includes(id));
    const found: { item: SearchItem; place: Place }[] = [];
    let readInVain = 0;
    let place: Place = cursor === undefined ? { reading: 0, after: null } : readCursor(cursor);
    for (; place.reading < query.readings.length; place = { reading: place.reading + 1, after: null }) {
      const reading = query.readings[place.reading] as Reading;
      const earlier = query.readings.slice(0, place.reading);
      const { all, some } = termsOf(reading);
      // A whole name or number came before, under the same conditions: its records are left out by the index itself.
      const none = earlier.flatMap((other) => (other.exact !== null && other.span === reading.span && other.facets === reading.facets ? termsOf(other).all : []));
      let isFirst = true;
      for (let isMore = true; isMore; ) {
        // Where the first rows only looked so, more of them are read at once.
        const wanted = isFirst ? limit + 1 - found.length + readBeyond : readAgain;
        isFirst = false;
        const rows = await find({ all, some: [...scoped, ...some], none, span: reading.span, after: place.after, limit: wanted });
        isMore = rows.length === wanted;
        for (const { mark, record } of rows) {
          place = { ...place, after: mark };
          const searchable = record === null ? null : split(searchableOf(record));
          if (record === null || !searchable || !inScope(searchable.of) || !mayRead(record) || !fits(searchable, reading) || earlier.some((other) => fits(searchable, other))) readInVain += 1;
          else found.push({ item: present(record, reading), place });
          if (found.length > limit) return { items: found.slice(0, limit).map(({ item }) => item), next: writeCursor(found[limit - 1]?.place ?? place) };
        }
        if (readInVain > mostReadInVain && isMore) return { items: found.map(({ item }) => item), next: writeCursor(place) };
      }
    }
    return { items: found.map(({ item }) => item) };
  }

  return {
    slips: (searching) => page<Slip>(searching, (query) => store.findSlips(query), slipSearchable, (slip, reading) => slipItem(slip, reading, searching.scope.recipientIds), searching.mayRead),
    calls: (searching) => page<CallCard>(searching, (query) => store.findCalls(query), callSearchable, callItem),
  };
}

function writeCursor({ reading, after }: Place): string {
  return Buffer.from(JSON.stringify([reading, after?.doc ?? 0, after?.id ?? ''])).toString('base64url');
}

function readCursor(text: string): Place {
  const refuse = (): never => {
    throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse();
  }
  if (!Array.isArray(parsed)) return refuse();
  const [reading, doc, id] = parsed as unknown[];
  return typeof reading === 'number' && Number.isInteger(reading) && reading >= 0 && typeof doc === 'number' && Number.isSafeInteger(doc) && typeof id === 'string' ? { reading, after: { doc, id } } : refuse();
}
