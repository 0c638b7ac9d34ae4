import type { CallDesk } from '../../calls/callDesk.ts';
import { DomainError } from '../../contract/errors.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeTaken } from './command.ts';
import type { Command } from './command.ts';

/** Which of the residents of this number it is: the agent asked and makes sure, the program never picks. Null takes it back. */
export const callCaller =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:caller'> =>
  async ({ callId, residentId }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeTaken(call, sender);
        if (residentId !== null && !call?.matches.some((match) => match.residentId === residentId)) throw new DomainError('bad_input', 'not accepted: residentId', { residentId: 'nobody of this number' });
        if (call?.written.confirmedId === residentId) return [];
        return [{ kind: 'callerIs', key: handKey('callerIs', call, sender), at: clock.now(), residentId, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
