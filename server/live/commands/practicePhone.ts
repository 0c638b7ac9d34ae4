import { DomainError } from '../../contract/errors.ts';
import type { PracticePhone } from '../deps.ts';
import type { Command } from './command.ts';

/** The agent accepts, declines or hangs up on the practice phone. */
export const practicePhone =
  ({ practicePhone: phone }: { practicePhone?: PracticePhone }): Command<'practice:phone'> =>
  async (input, { user }) => {
    if (!phone) throw new DomainError('unknown_command', 'this server has no practice line');
    return phone.act(user.id, input);
  };
