import type { CallerMatch } from '../contract/card.ts';
import type { HousekeeperView } from '../contract/resident.ts';
import type { Resident } from './resident.ts';

/** A resident as the card of a call shows him: kept with the call as he stood at that moment. */
export function callerMatch({ id, name, title, address, occupancy }: Resident, housekeeper: HousekeeperView | null): CallerMatch {
  return {
    residentId: id,
    name,
    ...(title !== '' && { title }),
    address,
    // The card knows three words; a member of the family is somebody else of the property.
    occupancy: occupancy === 'family' ? 'other' : occupancy,
    ...(housekeeper && { housekeeper: { staffId: housekeeper.staffId, name: housekeeper.name } }),
  };
}
