import type { SearchKind } from '../../../server/contract/search.ts';

/** The kind that an address names; null for none of ours. */
export function searchKindOf(text: string | null): SearchKind | null {
  return text === 'slip' || text === 'call' || text === 'person' || text === 'resident' ? text : null;
}
