import type { CallDesk } from '../../calls/callDesk.ts';
import type { Floor } from '../../people/floor.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { Command } from './command.ts';

/** The agent is available, on a break, or away. */
export const agentPresence =
  ({ floor, callDesk, clock }: { floor: Floor; callDesk: CallDesk; clock: Clock }): Command<'agent:presence'> =>
  async ({ state, reason }, { user }) => {
    const view = await floor.setPresence(user.id, state, reason ?? null, clock.now());
    return { ...view, callId: callDesk.callOfAgent(user.id) };
  };
