import { DomainError } from '../../contract/errors.ts';
import { callCommand } from './callCommand.ts';
import { handKey } from './command.ts';

/** What became of a missed call ([M3]): called back, dismissed with a reason, or put back on the list. Anybody of the office who answers calls may say so. */
export const callFollowUp = callCommand<'call:followUp'>(({ state, reason }, { call, card, sender, by, at }) => {
  if (card.missed === null) throw new DomainError('wrong_state', 'this call was not missed');
  const last = call?.written.followedUp;
  if ((last?.state ?? 'open') === state && (last?.reason ?? '') === reason) return [];
  // By whom stands in the key: of two who speak at the same moment at two nodes neither word is lost ([C2]).
  return [{ kind: 'followedUp', key: handKey('followedUp', call, sender), at, state, reason, by }];
});
