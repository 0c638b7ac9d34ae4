import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ResidentFile, ResidentRow, residentList } from '../../../server/contract/resident.ts';
import { request } from '../app/request.ts';

type Page = z.infer<typeof residentList>;

/** The residents as asked for, a hundred at a time. */
export function useResidents({ unitId, q, building }: { unitId: string | null; q: string; building: string | null }) {
  const { data, error, isLoading, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['residents', 'list', unitId, q, building],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ q, limit: '100', ...(unitId !== null && { unitId }), ...(building !== null && { building }), ...(pageParam !== null && { cursor: pageParam }) });
      return request<Page>('GET', `/api/residents?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const residents: ResidentRow[] = data?.pages.flatMap(({ items }) => items) ?? [];
  return { residents, error, isLoading, isFetching, reload: () => void refetch(), more: hasNextPage ? () => void fetchNextPage() : null };
}

/** Of one file, with its calls and slips. */
export const residentKey = (id: string) => ['residents', 'one', id] as const;
/** `act` with its slash: '/merge'. */
export const residentPath = (id: string, act = ''): string => `/api/residents/${encodeURIComponent(id)}${act}`;

/** One file with all that hangs on it, as the server has it now. */
export function useResident(id: string) {
  return useQuery({ queryKey: residentKey(id), queryFn: () => request<ResidentFile>('GET', residentPath(id)), retry: false, placeholderData: keepPreviousData });
}

/** Puts what the server answered where every list reads it. */
export function useKeepResident(): (file: ResidentFile) => void {
  const queries = useQueryClient();
  return (file) => {
    queries.setQueryData(residentKey(file.resident.id), file);
    void queries.invalidateQueries({ queryKey: ['residents'] });
  };
}
