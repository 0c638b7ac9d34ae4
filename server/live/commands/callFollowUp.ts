import type { CallDesk } from '../../calls/callDesk.ts';
import { DomainError } from '../../contract/errors.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey } from './command.ts';
import type { Command } from './command.ts';

/** What became of a missed call ([M3]): called back, dismissed with a reason, or put back on the list. Anybody of the office who answers calls may say so. */
export const callFollowUp =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:followUp'> =>
  async ({ callId, state, reason }, sender) => {
    const seen = await callInScope(callDesk, callId, sender);
    if (seen.missed === null) throw new DomainError('wrong_state', 'this call was not missed');
    const { card } = await callDesk.record(
      callId,
      (call) => {
        const last = call?.written.followedUp;
        if ((last?.state ?? 'open') === state && (last?.reason ?? '') === reason) return [];
        // By whom stands in the key: of two who speak at the same moment at two nodes neither word is lost ([C2]).
        return [{ kind: 'followedUp', key: handKey('followedUp', call, sender), at: clock.now(), state, reason, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
