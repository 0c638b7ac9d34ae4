import { callCommand } from './callCommand.ts';
import { handKey, mustBeIn, mustBeOwn } from './command.ts';

/** The agent covers the mouthpiece before he speaks to somebody else, or takes the hand away ([M1]; DOMAIN 6, aside). */
export const callMute = callCommand<'call:mute'>(({ muted }, { call, sender, by, at }) => {
  mustBeIn(['live', 'held'], call?.state ?? 'ended');
  mustBeOwn(call?.agent ?? null, sender);
  if (call?.state === 'live' && (call.mutedSince !== null) === muted) return [];
  return [{ kind: 'muted', key: handKey('muted', call, sender), at, on: muted, by }];
});
