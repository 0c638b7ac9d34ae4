import type { CommandName } from '../../contract/live.ts';
import type { LiveDeps } from '../deps.ts';
import { agentPresence } from './agentPresence.ts';
import { callHangUp } from './callHangUp.ts';
import { callStep } from './callStep.ts';
import { callWanted } from './callWanted.ts';
import type { Command } from './command.ts';
import { phoneState } from './phoneState.ts';
import { practicePhone } from './practicePhone.ts';

/** Every command of the contract, exactly once: one that is missing or unknown does not compile. */
export type CommandTable = { readonly [N in CommandName]: Command<N> };

export function commandTable(deps: LiveDeps): CommandTable {
  return {
    'agent:presence': agentPresence(deps),
    'phone:state': phoneState(deps),
    'call:step': callStep(deps),
    'call:wanted': callWanted(deps),
    'call:hangUp': callHangUp(deps),
    'practice:phone': practicePhone(deps),
  };
}
