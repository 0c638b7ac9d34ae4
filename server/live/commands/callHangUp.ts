import { callCommand } from './callCommand.ts';
import { mustBeIn, mustBeOwn } from './command.ts';

/**
 * The agent ends the call. Pressing again changes nothing. An agent who has just picked up may press before the carrier told
 * us that he did: his press is kept, and counts when the call turns out to be his ([H2]).
 */
export const callHangUp = callCommand<'call:hangUp'>((_, { call, sender, at }) => {
  const last = call?.rounds.at(-1);
  const state = call?.state ?? 'ended';
  const mayHaveIt = (state === 'ringing' || state === 'queued') && last?.ended === null && last.agents.some(({ id }) => id === sender.user.id);
  if (!mayHaveIt) {
    mustBeIn(['live', 'held', 'transferring'], state);
    mustBeOwn(call?.agent ?? null, sender);
  }
  const round = last?.round ?? 0;
  return [{ kind: 'hangUpPressed', key: `hangUp:${round}:${sender.user.id}`, at, agentId: sender.user.id, round }];
});
