import { DomainError } from '../../contract/errors.ts';
import { callCommand } from './callCommand.ts';
import { handKey, mustBeTaken } from './command.ts';

/** Which of the residents of this number it is: the agent asked and makes sure, the program never picks. Null takes it back. */
export const callCaller = callCommand<'call:caller'>(({ residentId }, { call, sender, by, at }) => {
  mustBeTaken(call, sender);
  if (residentId !== null && !call?.matches.some((match) => match.residentId === residentId)) throw new DomainError('bad_input', 'not accepted: residentId', { residentId: 'nobody of this number' });
  return call?.written.confirmedId === residentId ? [] : [{ kind: 'callerIs', key: handKey('callerIs', call, sender), at, residentId, by }];
});
