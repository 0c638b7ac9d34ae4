import { callCommand } from './callCommand.ts';
import { mustBeIn, mustBeOwn } from './command.ts';

/** The agent said one of the three sentences of the opener. The first time counts; saying it again changes nothing. */
export const callStep = callCommand<'call:step'>(({ step }, { call, sender, at }) => {
  mustBeIn(['live', 'held'], call?.state ?? 'ended');
  mustBeOwn(call?.agent ?? null, sender);
  return [{ kind: 'step', key: `step:${step}`, at, step, by: sender.user.id }];
});
