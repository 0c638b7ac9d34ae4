import type { Letter } from '../contract/letter.ts';
import { callBackWay } from '../delivery/callBackWay.ts';
import { usualUnit } from '../people/people.ts';
import type { HttpDeps } from './deps.ts';
import { letterSources } from './letterSources.ts';
import { presentLetter } from './presentLetter.ts';
import type { LetterSources } from './presentLetter.ts';

/**
 * Calls back through the line: it rings at the reader's phone, then at the caller's. Whoever asks for that has the message: it is acknowledged. Where the line
 * cannot, nothing is dialled and the letter says how else.
 * @throws DomainError `conflict` while one of his is under way, `unavailable`; Throttled
 */
export async function placeCallBack(sources: LetterSources, deps: HttpDeps): Promise<Letter> {
  const { slip, reader } = sources;
  const { callBacks, limits, slipDesk, directory, clock } = deps;
  const lines = directory.all().lines.filter(({ unitId }) => unitId === slip.unitId);
  const way = callBackWay(slip, reader.member, directory.unit(slip.unitId) ?? usualUnit, lines);
  if (way.kind !== 'line' || !reader.member) return presentLetter(sources);
  await limits.callBack(`${slip.id} ${reader.member.id}`);
  const placed = await callBacks.place({ slipId: slip.id, staffId: reader.member.id, line: way.line, phone: way.phone });
  if (placed === 'refused') {
    const letter = presentLetter(sources);
    return letter.standing === 'yours' ? { ...letter, callBack: { kind: 'own-phone', why: 'refused' } } : letter;
  }
  const acknowledged = await slipDesk.deliver(slip.id, { kind: 'acknowledged', by: reader.by }, reader.by.id, clock.now());
  return presentLetter(await letterSources(deps, acknowledged, reader));
}
