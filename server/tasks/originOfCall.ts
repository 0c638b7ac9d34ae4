import type { CallCard } from '../contract/card.ts';
import type { TaskOrigin } from './taskDesk.ts';

/** Of whom a task from this call is: a name only where one is sure. */
export function originOfCall(card: CallCard | null): TaskOrigin | null {
  if (card === null) return null;
  const { matches, confirmedId, number } = card.caller;
  const sure = matches.find(({ residentId }) => residentId === confirmedId) ?? (matches.length === 1 ? matches[0] : undefined);
  return { unitId: card.unit.id, callerName: sure?.name ?? '', callerNumber: number ?? '' };
}
