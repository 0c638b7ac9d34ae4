import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry, AuditKind } from '../../../../server/contract/audit.ts';
import { request } from '../../app/request.ts';

/** The audit log of an office, newest first, fifty at a time. Its key begins as the lists' do whose changes it tells: it is asked anew with them. */
export function useAuditPages(unitId: string, kind: AuditKind | null) {
  const { data, error, isLoading, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', 'office', unitId, kind],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ unitId, limit: '50', ...(kind !== null && { kind }), ...(pageParam !== null && { cursor: pageParam }) });
      return request<{ items: AuditEntry[]; next?: string }>('GET', `/api/audit?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
  });
  return { entries: data?.pages.flatMap(({ items }) => items) ?? [], error, isLoading, reload: () => void refetch(), more: hasNextPage ? () => void fetchNextPage() : null };
}
