import { skipToken, useQuery } from '@tanstack/react-query';
import type { CallCard } from '../../../server/contract/card.ts';
import type { AgentView } from '../../../server/contract/people.ts';

/** Filled by the live connection alone, never asked for. */
export const liveCallsKey = ['calls', 'live'] as const;
/** Filled by the live connection alone. */
export const agentsKey = ['agents'] as const;
/** Filled when a call of mine ends; null once it is wrapped up. */
export const afterKey = ['calls', 'after'] as const;

const pushed = { queryFn: skipToken, staleTime: Infinity, gcTime: Infinity } as const;
const noCards: CallCard[] = [];
const noAgents: AgentView[] = [];

/** Every call that has not ended, as the server pushes them; oldest first. */
export function useLiveCalls(): CallCard[] {
  return useQuery<CallCard[]>({ queryKey: liveCallsKey, ...pushed }).data ?? noCards;
}

/** Agents of my offices, as the server pushes them; in no order. */
export function useAgents(): AgentView[] {
  return useQuery<AgentView[]>({ queryKey: agentsKey, ...pushed }).data ?? noAgents;
}

/** My call that has ended and is still on my desk. */
export function useAfterCall(): CallCard | null {
  return useQuery<CallCard | null>({ queryKey: afterKey, ...pushed }).data ?? null;
}
