import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeTaken } from './command.ts';
import type { Command } from './command.ts';

/** What the call is about, as its agent chose; also after its end ([L4]). */
export const callMatter =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:matter'> =>
  async ({ callId, matter }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeTaken(call, sender);
        if (call?.written.matter === matter) return [];
        return [{ kind: 'matter', key: handKey('matter', call, sender), at: clock.now(), matter, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
