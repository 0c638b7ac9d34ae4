import type { Slip } from '../contract/slip.ts';
import type { HttpDeps } from './deps.ts';
import type { LetterSources } from './presentLetter.ts';
import type { SlipReader } from './slipReader.ts';

type Needs = Pick<HttpDeps, 'slipDesk' | 'directory' | 'residents' | 'callBacks' | 'clock'>;

/** Everything that a message's page is made of, as it is now. */
export async function letterSources({ slipDesk, directory, residents, callBacks, clock }: Needs, slip: Slip, reader: SlipReader): Promise<LetterSources> {
  // Several families may share a number: a place is named only where all files agree.
  const places = /^\+\d+$/.test(slip.callerNumber) ? [...new Set((await residents.matchesOf(slip.callerNumber, slip.unitId)).map(({ address }) => address))] : [];
  return {
    slip,
    sendings: await slipDesk.sendings(slip.id),
    reader,
    place: places.length === 1 ? (places[0] ?? null) : null,
    directory,
    isCallingBack: callBacks.isUnderWay(slip.id, reader.member?.id ?? ''),
    now: clock.now(),
  };
}
