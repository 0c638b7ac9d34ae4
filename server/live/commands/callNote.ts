import type { CallDesk } from '../../calls/callDesk.ts';
import { DomainError } from '../../contract/errors.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeTaken } from './command.ts';
import type { Command } from './command.ts';

/**
 * A line of the call's record as it stands after a pause in typing ([L4]); also after the call.
 * @throws DomainError `conflict` when the stored text is not the one that the writer had before him ([L5])
 */
export const callNote =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:note'> =>
  async ({ callId, name, text, base }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeTaken(call, sender);
        const stored = call?.written.notes[name] ?? '';
        if (stored === text) return [];
        if (base !== undefined && base !== stored) throw new DomainError('conflict', 'this line has changed since', { name });
        return [{ kind: 'noted', key: handKey(`noted:${name}`, call, sender), at: clock.now(), name, text, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
