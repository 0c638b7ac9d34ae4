import type { CallDesk } from '../../calls/callDesk.ts';
import type { Clock } from '../../clockwork/clock.ts';
import { callInScope, clickBudgetMs, handKey, mustBeIn, mustBeOwn } from './command.ts';
import type { Command } from './command.ts';

/** The agent covers the mouthpiece before he speaks to somebody else, or takes the hand away ([M1]; DOMAIN 6, aside). */
export const callMute =
  ({ callDesk, clock }: { callDesk: CallDesk; clock: Clock }): Command<'call:mute'> =>
  async ({ callId, muted }, sender) => {
    await callInScope(callDesk, callId, sender);
    const { card } = await callDesk.record(
      callId,
      (call) => {
        mustBeIn(['live', 'held'], call?.state ?? 'ended');
        mustBeOwn(call?.agent ?? null, sender);
        if (call?.state === 'live' && (call.mutedSince !== null) === muted) return [];
        return [{ kind: 'muted', key: handKey('muted', call, sender), at: clock.now(), on: muted, by: { id: sender.user.id, name: sender.user.name } }];
      },
      { budgetMs: clickBudgetMs },
    );
    return card;
  };
