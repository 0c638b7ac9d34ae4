import type { Call } from '../../calls/call.ts';
import type { CallDesk } from '../../calls/callDesk.ts';
import type { CallCard } from '../../contract/card.ts';
import { DomainError } from '../../contract/errors.ts';
import type { CommandInput, CommandName, CommandReply } from '../../contract/live.ts';
import { maySeeCall } from '../../http/authority.ts';
import type { User } from '../../people/people.ts';

/** Who sends a command, and over which connection. */
export interface Sender {
  user: User;
  connectionId: string;
}

/** One command behind its door: the input is parsed, the sender signed in. What it throws is acknowledged as `{ error }`. */
export type Command<N extends CommandName> = (input: CommandInput<N>, sender: Sender) => Promise<CommandReply<N>>;

/** A click must not hang because the records do: past this (ms) its fact goes to the journal. */
export const clickBudgetMs = 800;

/**
 * The card of a call that the sender may see.
 * @throws DomainError `not_found`, also for a call of another office
 */
export async function callInScope(callDesk: CallDesk, callId: string, { user }: Sender): Promise<CallCard> {
  const call = await callDesk.look(callId, { budgetMs: clickBudgetMs });
  if (!call || !maySeeCall(user, call.card)) throw new DomainError('not_found', 'no such call', { callId: 'unknown' });
  return call.card;
}

/** @throws DomainError `wrong_state` */
export function mustBeIn(states: readonly CallCard['state'][], state: CallCard['state']): void {
  if (!states.includes(state)) throw new DomainError('wrong_state', `the call is ${state}`);
}

/** @throws DomainError `forbidden` */
export function mustBeOwn(agent: CallCard['agent'], { user }: Sender): void {
  if (agent?.id !== user.id) throw new DomainError('forbidden', 'this is the call of another agent');
}

/**
 * Writing about a call is its agent's, from the moment he has it; also after its end, when the caller was quicker than his hand.
 * @throws DomainError `wrong_state`, `forbidden`
 */
export function mustBeTaken(call: Call | null, sender: Sender): void {
  if (!call || call.state === 'ringing') throw new DomainError('wrong_state', 'nobody has taken this call yet');
  mustBeOwn(call.agent, sender);
}

/**
 * The key of what a hand did. Two windows of one call may stand on two nodes that know the same version of it: the connection makes each
 * press its own, so that none is taken for a repeat of the other ([C2]).
 */
export function handKey(what: string, call: Call | null, { connectionId }: Sender): string {
  return `${what}:${call?.version ?? 0}:${connectionId}`;
}
