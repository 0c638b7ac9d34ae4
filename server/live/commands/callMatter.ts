import { callCommand } from './callCommand.ts';
import { handKey, mustBeTaken } from './command.ts';

/** What the call is about, as its agent chose; also after its end ([L4]). */
export const callMatter = callCommand<'call:matter'>(({ matter }, { call, sender, by, at }) => {
  mustBeTaken(call, sender);
  return call?.written.matter === matter ? [] : [{ kind: 'matter', key: handKey('matter', call, sender), at, matter, by }];
});
