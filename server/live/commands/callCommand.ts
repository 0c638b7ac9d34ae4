import type { Call } from '../../calls/call.ts';
import type { CallDesk } from '../../calls/callDesk.ts';
import type { Fact } from '../../calls/fact.ts';
import type { CallCard } from '../../contract/card.ts';
import type { CommandInput, CommandName } from '../../contract/live.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs } from './command.ts';
import type { Sender } from './command.ts';

/** What a command about a call is judged on: the call as it stands at this very moment; it may have ended since the sender pressed. */
export interface Press {
  call: Call | null;
  /** The card that the sender may have seen when he pressed. */
  card: CallCard;
  sender: Sender;
  /** The sender, as facts name him. */
  by: { id: string; name: string };
  /** ms UTC, our clock. */
  at: number;
}

/**
 * A command that writes down one thing about a call within the sender's scope and answers with the card. `facts` says what is written, throws
 * the refusal, or returns none where nothing changes.
 * @throws DomainError `not_found`, also for a call of another office
 */
export const callCommand =
  <N extends CommandName>(facts: (input: CommandInput<N>, press: Press) => Fact[]) =>
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }) =>
  async (input: CommandInput<N> & { callId: string }, sender: Sender): Promise<CallCard> => {
    const seen = await callInScope(callDesk, input.callId, sender);
    const by = { id: sender.user.id, name: sender.user.name };
    const { card } = await callDesk.record(input.callId, (call) => facts(input, { call, card: seen, sender, by, at: clock.now() }), { budgetMs: clickBudgetMs });
    return card;
  };
