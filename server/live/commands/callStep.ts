import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

/** The agent said one of the three sentences of the opener. The first time counts; saying it again changes nothing. */
export const callStep =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:step'> =>
  async ({ callId, step }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        // Judged on the call as it stands at this very moment: it may have ended since the look.
        mustBeIn(['live', 'held'], call?.state ?? 'ended');
        mustBeOwn(call?.agent ?? null, sender);
        return [{ kind: 'step', key: `step:${step}`, at: clock.now(), step, by: sender.user.id }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
