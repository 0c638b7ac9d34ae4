import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { SearchKind, SearchReply } from '../../../server/contract/search.ts';
import { request } from '../app/request.ts';

const pageSize = 30;

/** What is found for a text: the first of each kind, or one kind page by page. */
export function useSearch(q: string, kind: SearchKind | null) {
  return useInfiniteQuery({
    queryKey: ['search', q, kind],
    queryFn: ({ pageParam }) => request<SearchReply>('GET', `/api/search?${new URLSearchParams({ q, ...(kind === null ? {} : { kind, limit: String(pageSize) }), ...(pageParam === '' ? {} : { cursor: pageParam }) }).toString()}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: q !== '',
    // What others write is found by asking again.
    staleTime: 0,
    retry: 1,
  });
}
