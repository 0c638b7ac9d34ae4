import { plainText } from './plainText.ts';
import type { People, StaffMember } from './people.ts';

/** Where a department stands in its office's list; those that only members name stand behind, by name. */
function departmentOrder({ units }: People): (a: StaffMember, b: StaffMember) => number {
  const places = new Map(units.map(({ id, departments }) => [id, new Map(departments.map(({ name }, at) => [name, at]))]));
  const unitPlaces = new Map(units.map(({ id }, at) => [id, at]));
  const placeOf = ({ unitId, department }: StaffMember): number => places.get(unitId)?.get(department) ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    (unitPlaces.get(a.unitId) ?? 0) - (unitPlaces.get(b.unitId) ?? 0) ||
    placeOf(a) - placeOf(b) ||
    compare(a.department, b.department) ||
    Number(b.leader) - Number(a.leader) ||
    compare(a.extension, b.extension) ||
    compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Everybody of these offices (null: of all) who is here (`removed` false) or has left: by office, department in its order, its leader first, extension. */
export function listStaff(people: People, unitIds: readonly string[] | null, removed: boolean): StaffMember[] {
  return people.staff.filter((member) => (member.removedAt !== null) === removed && (unitIds === null || unitIds.includes(member.unitId))).sort(departmentOrder(people));
}

/** Of those who have left: whose name, extension, department or title holds each word of the text. */
export function amongRemoved(removed: readonly StaffMember[], text: string): StaffMember[] {
  const words = plainText(text).split(' ').filter(Boolean);
  return removed.filter(({ name, extension, department, title }) => words.every((word) => plainText([name, extension, department, title].join(' ')).includes(word)));
}
