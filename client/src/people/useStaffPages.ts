import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { StaffView, staffList } from '../../../server/contract/staff.ts';
import { request } from '../app/request.ts';

type StaffPage = z.infer<typeof staffList>;

interface StaffAsked {
  unitId: string | null;
  q: string;
  removed: boolean;
}

/** The staff as asked for, a hundred at a time. */
export function useStaffPages({ unitId, q, removed }: StaffAsked) {
  const { data, error, isLoading, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['people', 'list', unitId, q, removed],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ q, removed: String(removed), limit: '100', ...(unitId !== null && { unitId }), ...(pageParam !== null && { cursor: pageParam }) });
      return request<StaffPage>('GET', `/api/staff?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const people: StaffView[] = data?.pages.flatMap(({ items }) => items) ?? [];
  return { people, total: data?.pages[0]?.total ?? 0, error, isLoading, isFetching, reload: () => void refetch(), more: hasNextPage ? () => void fetchNextPage() : null };
}
