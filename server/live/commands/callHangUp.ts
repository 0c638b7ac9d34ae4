import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../work/clock.ts';
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
        return [{ kind: 'hangUpPressed', key: `hangUp:${sender.user.id}`, at: clock.now(), agentId: sender.user.id }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
