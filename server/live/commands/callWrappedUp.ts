import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { Floor } from '../../people/floor.ts';
import { callCommand } from './callCommand.ts';
import { handKey, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

const keepResult = callCommand<'call:wrappedUp'>(({ result }, { call, sender, by, at }) => {
  mustBeIn(['ended'], call?.state ?? 'ringing');
  mustBeOwn(call?.agent ?? null, sender);
  return result === null || call?.written.wrapUp?.result === result ? [] : [{ kind: 'wrappedUp', key: handKey('wrappedUp', call, sender), at, result, by }];
});

/** The agent is done with an ended call, and free for the next; how it came out is kept where he says it. */
export const callWrappedUp =
  (deps: { callDesk: CallDesk; floor: Floor; clock: Clock }): Command<'call:wrappedUp'> =>
  async (input, sender) => {
    const card = await keepResult(deps)(input, sender);
    deps.floor.wrapUp(sender.user.id, null, deps.clock.now());
    return card;
  };
