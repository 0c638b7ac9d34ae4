import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

/** The agent ends the call. Pressing again changes nothing. */
export const callHangUp =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:hangUp'> =>
  async ({ callId }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeIn(['live', 'held', 'transferring'], call?.state ?? 'ended');
        mustBeOwn(call?.agent ?? null, sender);
        const round = call?.rounds.at(-1)?.round ?? 0;
        return [{ kind: 'hangUpPressed', key: `hangUp:${round}`, at: clock.now(), agentId: sender.user.id, round }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
