import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { PrivacyRequest } from '../../../server/contract/privacy.ts';
import { request } from '../app/request.ts';

const lookAgainMs = 3_000;

/** Under which the requests of an office are kept. */
export const callerRequestsKey = (unitId: string): readonly string[] => ['privacy', unitId];

/** What callers of an office asked for, newest first, the last hundred; looked at again while one of them is under way. */
export function useCallerRequests(unitId: string): UseQueryResult<{ items: PrivacyRequest[] }> {
  return useQuery({
    queryKey: callerRequestsKey(unitId),
    queryFn: () => request<{ items: PrivacyRequest[] }>('GET', `/api/privacy/requests?unitId=${encodeURIComponent(unitId)}`),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? lookAgainMs : false),
  });
}
