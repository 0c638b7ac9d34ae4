import type { CallDesk } from '../calls/callDesk.ts';
import type { AgentView } from '../contract/people.ts';
import type { Floor } from '../people/floor.ts';

/**
 * Tells of an agent whenever he changes on the floor and whenever a call takes or frees him: the floor itself knows no calls.
 * @returns the way to stop
 */
export function watchAgents({ floor, callDesk }: { floor: Floor; callDesk: CallDesk }, tell: (agent: AgentView) => void): () => void {
  const callOf = new Map<string, string | null>();
  const look = (userId: string): void => {
    const callId = callDesk.callOfAgent(userId);
    callOf.set(userId, callId);
    const view = floor.view(userId, callId);
    if (view) tell(view);
  };
  const stops = [
    floor.onChange(look),
    callDesk.onCard(({ offeredTo, agent }) => {
      const touched = new Set(agent ? [...offeredTo, agent.id] : offeredTo);
      for (const userId of touched) if (callDesk.callOfAgent(userId) !== (callOf.get(userId) ?? null)) look(userId);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
