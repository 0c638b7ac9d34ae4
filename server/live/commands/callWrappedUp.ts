import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import type { Floor } from '../../people/floor.ts';
import { callInScope, clickBudgetMs, handKey, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

/** The agent is done with an ended call, and free for the next; how it came out is kept where he says it. */
export const callWrappedUp =
  ({ callDesk, floor, clock }: { callDesk: CallDesk; floor: Floor; clock: Clock }): Command<'call:wrappedUp'> =>
  async ({ callId, result }, sender) => {
    await callInScope(callDesk, callId, sender);
    const now = clock.now();
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeIn(['ended'], call?.state ?? 'ringing');
        mustBeOwn(call?.agent ?? null, sender);
        if (result === null || call?.written.wrapUp?.result === result) return [];
        return [{ kind: 'wrappedUp', key: handKey('wrappedUp', call, sender), at: now, result, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    floor.wrapUp(sender.user.id, null, now);
    return card;
  };
