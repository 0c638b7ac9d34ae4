import type { CommandName } from '../../contract/live.ts';
import type { LiveDeps } from '../deps.ts';
import { agentPresence } from './agentPresence.ts';
import { callAttach } from './callAttach.ts';
import { callCaller } from './callCaller.ts';
import { callFollowUp } from './callFollowUp.ts';
import { callHangUp } from './callHangUp.ts';
import { callMatter } from './callMatter.ts';
import { callMute } from './callMute.ts';
import { callNote } from './callNote.ts';
import { callStep } from './callStep.ts';
import { callWanted } from './callWanted.ts';
import { callWrapUp } from './callWrapUp.ts';
import { callWrappedUp } from './callWrappedUp.ts';
import type { Command } from './command.ts';
import { phoneState } from './phoneState.ts';
import { practicePhone } from './practicePhone.ts';

/** Every command of the contract, exactly once: one that is missing or unknown does not compile. */
export type CommandTable = { readonly [N in CommandName]: Command<N> };

/** All commands, typed by contract/live.ts so that none can be missing. */
export function commandTable(deps: LiveDeps): CommandTable {
  return {
    'agent:presence': agentPresence(deps),
    'phone:state': phoneState(deps),
    'call:step': callStep(deps),
    'call:wanted': callWanted(deps),
    'call:hangUp': callHangUp(deps),
    'call:mute': callMute(deps),
    'call:matter': callMatter(deps),
    'call:note': callNote(deps),
    'call:attach': callAttach(deps),
    'call:caller': callCaller(deps),
    'call:wrapUp': callWrapUp(deps),
    'call:wrappedUp': callWrappedUp(deps),
    'call:followUp': callFollowUp(deps),
    'practice:phone': practicePhone(deps),
  };
}
