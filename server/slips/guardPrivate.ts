import type { PrivateNote, Slip } from '../contract/slip.ts';
import type { FindPrivate, FoundNumber, PrivateChoice } from './privateChoice.ts';
import { asksAbout, maskedText, notesOf } from './guardTexts.ts';

/** Everything of a slip that is sent to somebody. */
const texts = ['recipient', 'callerName', 'callerCompany', 'callerNumber', 'callerExtension', 'callerCity', 'message'] as const;
const lists = ['actionsRequested', 'actionsPermitted'] as const;
type Sent = (typeof texts)[number] | (typeof lists)[number];

const isWritten = ({ state }: Slip): boolean => state === 'draft' || state === 'dropped';

/** Where private numbers stand in a slip, besides those that were confirmed there and the caller's own. */
export function privateIn(slip: Slip, ownNumber: string | null, find: FindPrivate): { field: Sent; found: FoundNumber[] }[] {
  const isConfirmed = (field: Sent, { name, masked }: FoundNumber): boolean => slip.privateConfirmed?.some((note) => note.field === field && note.name === name && (note.masked ?? masked) === masked) === true;
  const isNews = (field: Sent, found: FoundNumber): boolean => found.e164 !== ownNumber && !isConfirmed(field, found);
  const all = [...texts.map((field) => ({ field, found: find(slip[field], slip.unitId) })), ...lists.map((field) => ({ field, found: slip[field].flatMap((one) => find(one, slip.unitId)) }))];
  return all.map(({ field, found }) => ({ field, found: found.filter((one) => isNews(field, one)) })).filter(({ found }) => found.length > 0);
}

/**
 * Lets no private number go out with a slip unless its writer says so (DOMAIN 7b). A draft is not sent yet: there he is only warned. What stood in a slip before it was
 * sent is not asked about again.
 * @throws DomainError `needs_confirmation`; `fields` name where and whose, never the number
 */
export function guardPrivate(before: Slip | null, after: Slip, ownNumber: string | null, choice: PrivateChoice, find: FindPrivate): { slip: Slip; confirmed: PrivateNote[] } {
  if (isWritten(after) && !choice.confirm && !choice.mask) return { slip: after, confirmed: [] };
  const wasSent = before !== null && !isWritten(before);
  const places = privateIn(after, ownNumber, find).filter(({ field }) => !(wasSent && JSON.stringify(before[field]) === JSON.stringify(after[field])));
  if (places.length === 0) return { slip: after, confirmed: [] };
  if (choice.mask) return { slip: places.reduce((slip, { field }) => masked(slip, field, ownNumber, find), after), confirmed: [] };
  if (choice.confirm) {
    const confirmed = notesOf(places);
    return { slip: { ...after, privateConfirmed: [...(after.privateConfirmed ?? []), ...confirmed] }, confirmed };
  }
  throw asksAbout(places);
}

function masked(slip: Slip, field: Sent, ownNumber: string | null, find: FindPrivate): Slip {
  const hide = (text: string): string =>
    maskedText(
      text,
      find(text, slip.unitId).filter(({ e164 }) => e164 !== ownNumber),
    );
  return field === 'actionsRequested' || field === 'actionsPermitted' ? { ...slip, [field]: slip[field].map(hide) } : { ...slip, [field]: hide(slip[field]) };
}
