import type { CallCard } from '../../../../server/contract/card.ts';
import type { Slip } from '../../../../server/contract/slip.ts';

/** Where somebody lives, in whatever writing: a building, an entrance, a room. A company is none. */
const livesAt = /[栋幢座樓楼]|单元|單元|号房|\d+\s*[-#]\s*\d+|\b(?:flat|tower|block|room|unit)\b/i;

/** What the caller has said of himself, as it is written on the slip or beside it. */
export function saidOf(card: Pick<CallCard, 'notes'>, slip: Pick<Slip, 'callerName' | 'callerCompany'> | null): { name: string; address: string } {
  const company = slip?.callerCompany.trim() ?? '';
  const place = card.notes.place?.trim() ?? '';
  return { name: slip?.callerName.trim() ?? '', address: livesAt.test(company) ? company : livesAt.test(place) ? place : '' };
}
