import type { Slip } from '../contract/slip.ts';
import type { HttpDeps } from './deps.ts';
import type { LetterSources } from './presentLetter.ts';
import type { SlipReader } from './slipReader.ts';

type Needs = Pick<HttpDeps, 'slipDesk' | 'directory' | 'residents' | 'callBacks' | 'clock'>;

/** Everything that a message's page is made of, as it is now. */
export async function letterSources({ slipDesk, directory, residents, callBacks, clock }: Needs, slip: Slip, reader: SlipReader): Promise<LetterSources> {
  return {
    slip,
    sendings: await slipDesk.sendings(slip.id),
    reader,
    place: await residents.placeOf(slip.callerNumber, slip.unitId),
    directory,
    isCallingBack: callBacks.isUnderWay(slip.id, reader.member?.id ?? ''),
    now: clock.now(),
  };
}
