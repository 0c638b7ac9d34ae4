import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { Directory } from '../../people/directory.ts';
import type { Floor } from '../../people/floor.ts';
import { callInScope, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

/**
 * The console of this agent shows the wrap-up of a call that ended: from its end, for as long as the office allows, no other
 * call rings there ([M2]). Asked again, or after that time, it changes nothing.
 */
export const callWrapUp =
  ({ callDesk, directory, floor, clock }: { callDesk: CallDesk; directory: Directory; floor: Floor; clock: Clock }): Command<'call:wrapUp'> =>
  async ({ callId }, sender) => {
    const card = await callInScope(callDesk, callId, sender);
    mustBeIn(['ended'], card.state);
    mustBeOwn(card.agent, sender);
    const allowedMs = (card.unit.id === null ? null : directory.unit(card.unit.id))?.wrapUpMs ?? 0;
    const until = card.wrapUp === null ? (card.endedAt ?? 0) + allowedMs : 0;
    const view = floor.wrapUp(sender.user.id, until > clock.now() ? until : null, clock.now());
    return { ...view, callId: callDesk.callOfAgent(sender.user.id) };
  };
