import { DomainError } from '../../contract/errors.ts';
import { callCommand } from './callCommand.ts';
import { handKey, mustBeTaken } from './command.ts';

/**
 * A line of the call's record as it stands after a pause in typing ([L4]); also after the call.
 * @throws DomainError `conflict` when the stored text is not the one that the writer had before him ([L5])
 */
export const callNote = callCommand<'call:note'>(({ name, text, base }, { call, sender, by, at }) => {
  mustBeTaken(call, sender);
  const stored = call?.written.notes[name] ?? '';
  if (stored === text) return [];
  if (base !== undefined && base !== stored) throw new DomainError('conflict', 'this line has changed since', { name });
  return [{ kind: 'noted', key: handKey(`noted:${name}`, call, sender), at, name, text, by }];
});
