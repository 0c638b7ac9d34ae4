import type { CallDesk } from '../../calls/callDesk.ts';
import { DomainError } from '../../contract/errors.ts';
import type { Floor } from '../../people/floor.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { Command } from './command.ts';

/** The phone of this console can ring, or cannot. It goes with the connection that registered it. */
export const phoneState =
  ({ floor, callDesk, clock }: { floor: Floor; callDesk: CallDesk; clock: Clock }): Command<'phone:state'> =>
  async ({ state, onlyIfFree, insteadOf }, { user, connectionId }) => {
    const now = clock.now();
    const holder = floor.phoneOn(user.id);
    if (state === 'registered' && onlyIfFree === true && holder !== null && holder !== connectionId && holder !== insteadOf) throw new DomainError('conflict', 'the phone is registered in another window');
    const view = state === 'registered' ? floor.registerPhone(user.id, connectionId, now) : floor.unregisterPhone(user.id, connectionId, now);
    return { ...view, callId: callDesk.callOfAgent(user.id) };
  };
