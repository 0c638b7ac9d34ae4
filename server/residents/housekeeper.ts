import type { HousekeeperView } from '../contract/resident.ts';
import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import { auditNote, plain } from '../people/auditNote.ts';
import { revised, rowOf } from '../people/editing.ts';
import type { Edited, Editing } from '../people/editing.ts';
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

/**
 * Gives a building to a housekeeper of its office; null: nobody looks after it any more. @throws DomainError `not_found`; `bad_input` for somebody who is not
 * of this office, or has left it
 */
export function changeHousekeeper(editing: Editing, { unitId, building, staffId }: { unitId: string; building: string; staffId: string | null }): Edited<Unit> {
  const before = rowOf(editing.people.units, unitId);
  const member = staffId === null ? null : (editing.people.staff.find(({ id }) => id === staffId) ?? null);
  if (staffId !== null && (!member || member.removedAt !== null)) throw refusalOf({ staffId: writeFault('unknown') });
  if (member && member.unitId !== unitId) throw refusalOf({ staffId: writeFault('other-office', member.name) });
  const others = before.housekeepers.filter((one) => buildingKey(one.building) !== buildingKey(building));
  const row = revised(before, { housekeepers: [...others, ...(member ? [{ building, staffId: member.id }] : [])] });
  const told = ({ housekeepers }: Unit) => ({ housekeepers: plain(housekeepers.map((one) => `${one.building}: ${editing.people.staff.find(({ id }) => id === one.staffId)?.name ?? one.staffId}`).sort()) });
  const entry = auditNote(editing, { act: 'changed', kind: 'unit', subject: row, unitId, before: told(before), after: told(row) });
  return { row, changes: { units: [row], ...(entry && { audit: [entry] }) } };
}
