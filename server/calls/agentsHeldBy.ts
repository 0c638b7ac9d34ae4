import type { Call } from './call.ts';
import { isOver } from './derive.ts';

/**
 * The agents whose phones this call rings or holds: reserved from the moment their phones are named in a document until their
 * leg is over, or the carrier has given the call back (DESIGN 4, "Who rings").
 */
export function agentsHeldBy(call: Call): Set<string> {
  const held = new Set<string>();
  if (call.state === 'ended') return held;
  for (const round of call.rounds) {
    if (round.ended) continue;
    for (const agent of round.agents) {
      const legs = call.legs.filter((leg) => leg.round === round.round && leg.agentId === agent.id);
      if (legs.length === 0 || legs.some((leg) => !isOver(leg.status))) held.add(agent.id);
    }
  }
  return held;
}
