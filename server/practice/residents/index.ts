import { absentManager } from './absentManager.ts';
import { asksDepartment } from './asksDepartment.ts';
import { cantoneseSpeaker } from './cantoneseSpeaker.ts';
import { cutOffMessage } from './cutOffMessage.ts';
import { elderlyCaller } from './elderlyCaller.ts';
import { englishTenant } from './englishTenant.ts';
import { hangsUpInRingTwo } from './hangsUpInRingTwo.ts';
import { keysExtension } from './keysExtension.ts';
import { kitchenLeak } from './kitchenLeak.ts';
import { mannersOf } from './manners.ts';
import { nightNoise } from './nightNoise.ts';
import { propertyFee } from './propertyFee.ts';
import type { Resident } from './resident.ts';
import { silentCaller } from './silentCaller.ts';
import { takesDeputy } from './takesDeputy.ts';
import { withheldNumber } from './withheldNumber.ts';
import { wrongNumber } from './wrongNumber.ts';

const plain: readonly Resident[] = [
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
  takesDeputy,
  asksDepartment,
];

/** All scripted residents, those with a plain matter first, each with the manners of his language. */
export const residents: readonly Resident[] = plain.map((resident) => ({ ...resident, script: { manners: mannersOf[resident.language], ...resident.script } }));

export type { Resident } from './resident.ts';
