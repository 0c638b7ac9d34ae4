import type { HousekeeperView } from '../contract/resident.ts';
import type { StaffMember, Unit } from '../people/people.ts';
import { buildingKey } from './place.ts';
import type { Resident } from './resident.ts';

/** Who looks after a building of this office; null when nobody does, or he who did has left. */
export function housekeeperOfBuilding(unit: Unit | null, building: string, staff: (id: string) => StaffMember | null): HousekeeperView | null {
  const key = buildingKey(building);
  if (!unit || key === '') return null;
  const staffId = unit.housekeepers.find((one) => buildingKey(one.building) === key)?.staffId;
  const member = staffId === undefined ? null : staff(staffId);
  return member && member.removedAt === null ? { staffId: member.id, name: member.name, extension: member.extension } : null;
}

/** The resident's housekeeper: first recipient of his complaints (DOMAIN 1, 9). */
export function housekeeperOf(resident: Pick<Resident, 'property'>, unit: Unit | null, staff: (id: string) => StaffMember | null): HousekeeperView | null {
  return housekeeperOfBuilding(unit, resident.property.building, staff);
}
