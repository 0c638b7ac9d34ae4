import { erasedKey } from '../calls/blankFact.ts';
import type { CallDesk } from '../calls/callDesk.ts';
import type { CallerDeskNeeds } from './callerDesk.ts';

/** Tells the desk, and by it every console, every node and the search, that a call which is over says no more of its caller. */
export function markErased(desk: Pick<CallDesk, 'look' | 'record'>): CallerDeskNeeds['markErased'] {
  return async (callId, at) => {
    const known = await desk.look(callId);
    if (known?.card.state !== 'ended') return false;
    const { kept } = await desk.record(callId, [{ kind: 'erased', key: erasedKey, at }]);
    // In the journal only, the stored card would still tell: it is tried again.
    if (kept !== 'stored') throw new Error(`the records did not take that call ${callId} is erased`);
    return true;
  };
}
