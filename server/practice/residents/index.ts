import { absentManager } from './absentManager.ts';
import { cantoneseSpeaker } from './cantoneseSpeaker.ts';
import { cutOffMessage } from './cutOffMessage.ts';
import { elderlyCaller } from './elderlyCaller.ts';
import { englishTenant } from './englishTenant.ts';
import { hangsUpInRingTwo } from './hangsUpInRingTwo.ts';
import { keysExtension } from './keysExtension.ts';
import { kitchenLeak } from './kitchenLeak.ts';
import { nightNoise } from './nightNoise.ts';
import { propertyFee } from './propertyFee.ts';
import type { Resident } from './resident.ts';
import { silentCaller } from './silentCaller.ts';
import { withheldNumber } from './withheldNumber.ts';
import { wrongNumber } from './wrongNumber.ts';

/** All scripted residents, those with a plain matter first. */
export const residents: readonly Resident[] = [
  kitchenLeak,
  nightNoise,
  absentManager,
  propertyFee,
  englishTenant,
  cantoneseSpeaker,
  elderlyCaller,
  wrongNumber,
  hangsUpInRingTwo,
  silentCaller,
  withheldNumber,
  keysExtension,
  cutOffMessage,
];

export type { Resident } from './resident.ts';
