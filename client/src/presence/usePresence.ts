import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PresenceReply } from '../../../server/contract/leave.ts';
import { request } from '../app/request.ts';

/** What is offered moves with the clock; what others change comes by itself (live/keepNews.ts). */
const refetchMs = 30_000;

const pathOf = (staffId: string): string => `/api/people/${encodeURIComponent(staffId)}`;

/** Where this person stands. `until`: with what callers would hear if he were away until then. */
export function usePresence(staffId: string, until: number | null = null) {
  return useQuery({
    queryKey: ['people', 'presence', staffId, until],
    queryFn: () => request<PresenceReply>('GET', `${pathOf(staffId)}/presence${until === null ? '' : `?until=${until}`}`),
    placeholderData: keepPreviousData,
    refetchInterval: refetchMs,
  });
}

/** One change of it: `away`, `leaves`, `leaves/ID` or `calendar`. */
export interface PresenceChange {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
}

/** Changes it; the answer is shown at once, here and wherever this person stands. */
export function useChangePresence(staffId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: PresenceChange) => request<PresenceReply>(method, `${pathOf(staffId)}/${path}`, body),
    onSuccess(reply) {
      queries.setQueryData(['people', 'presence', staffId, null], reply);
      return queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
}
