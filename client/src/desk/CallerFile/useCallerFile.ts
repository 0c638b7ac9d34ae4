import { skipToken, useQuery } from '@tanstack/react-query';
import type { CallerFile } from '../../../../server/contract/calls.ts';
import { request } from '../../app/request.ts';

/** What is open for the caller of this call, and his last calls; null until it is known. */
export function useCallerFile(callId: string | null): CallerFile | null {
  return useQuery({ queryKey: ['calls', 'caller', callId], queryFn: callId === null ? skipToken : () => request<CallerFile>('GET', `/api/calls/${callId}/caller`), staleTime: 60_000 }).data ?? null;
}
