import { skipToken, useQuery } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { AgentView } from '../../../server/contract/people.ts';

export const liveCallsKey = ['calls', 'live'] as const;
export const agentsKey = ['agents'] as const;
export const afterKey = ['calls', 'after'] as const;

const pushed = { queryFn: skipToken, staleTime: Infinity, gcTime: Infinity } as const;
const noCards: CallCard[] = [];
const noAgents: AgentView[] = [];

/** Every call that has not ended, as the server pushes them; oldest first. */
export function useLiveCalls(): CallCard[] {
  return useQuery<CallCard[]>({ queryKey: liveCallsKey, ...pushed }).data ?? noCards;
}

export function useAgents(): AgentView[] {
  return useQuery<AgentView[]>({ queryKey: agentsKey, ...pushed }).data ?? noAgents;
}

/** My call that has ended and is still on my desk. */
export function useAfterCall(): CallCard | null {
  return useQuery<CallCard | null>({ queryKey: afterKey, ...pushed }).data ?? null;
}
