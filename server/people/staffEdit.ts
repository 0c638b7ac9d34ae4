import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import type { NewStaff, StaffPatch } from '../contract/staff.ts';
import { auditNote, plain } from './auditNote.ts';
import type { AuditFace } from './auditNote.ts';
import { presentReach } from '../delivery/presentReach.ts';
import { deputyFaults } from './deputies.ts';
import { refuseOldRev, revised, rowOf, sent } from './editing.ts';
import type { Edited, Editing } from './editing.ts';
import { hoursFaults } from './hoursFault.ts';
import { maskNumber } from './maskNumber.ts';
import type { People, PeopleChanges, StaffMember } from './people.ts';
import { usualStaff } from './people.ts';
import { readNumber } from './phoneNumber.ts';
import { readReach } from './reachEdit.ts';

/** A member of the staff as the audit log tells of him. */
function faceOf({ staff, users }: People, member: StaffMember): AuditFace {
  const nameIn = (rows: readonly { id: string; name: string }[], id: string) => rows.find((one) => one.id === id)?.name ?? id;
  return {
    name: plain(member.name),
    department: plain(member.department),
    title: plain(member.title),
    extension: plain(member.extension),
    staffNumber: plain(member.staffNumber),
    languages: plain(member.languages),
    deputies: { compared: member.deputyIds, shown: member.deputyIds.map((id) => nameIn(staff, id)) },
    leader: plain(member.leader),
    hours: plain(member.hours),
    user: { compared: member.userId, shown: member.userId === null ? null : nameIn(users, member.userId) },
    privateNumbers: { compared: member.privateNumbers, shown: member.privateNumbers.map(maskNumber) },
    reach: { compared: member.reach, shown: member.reach.map(presentReach) },
  };
}

const alive = ({ removedAt }: StaffMember): boolean => removedAt === null;

/** Numbers as they are kept; a reason for each that is none, by its place. */
function readPrivateNumbers(wanted: NonNullable<StaffPatch['privateNumbers']>, before: readonly string[], country: string, faults: Record<string, string>): string[] {
  const numbers: string[] = [];
  wanted.forEach((one, at) => {
    const place = `privateNumbers.${at}`;
    if ('keep' in one) {
      const kept = before[one.keep];
      if (kept === undefined) faults[place] = writeFault('unknown');
      else numbers.push(kept);
      return;
    }
    const reading = readNumber(one.number, country);
    if (reading.kind === 'number') numbers.push(reading.e164);
    else faults[place] = reading.kind === 'withheld' ? writeFault('withheld') : writeFault('no-number', reading.why);
  });
  return [...new Set(numbers)];
}

type Wanted = Omit<StaffPatch, 'rev'>;

/** The member with what was asked for. @throws DomainError `bad_input`, with a reason by field */
function edited({ people, robotHosts = [] }: Editing, before: StaffMember, wanted: Wanted): StaffMember {
  const faults: Record<string, string> = {};
  const { privateNumbers, reach, ...rest } = sent(wanted);
  const after: StaffMember = { ...before, ...rest };
  const others = people.staff.filter((one) => one.id !== before.id && alive(one));
  const unit = people.units.find(({ id }) => id === before.unitId);
  if (!unit) faults['unitId'] = writeFault('unknown');

  const owner = after.extension === '' ? undefined : others.find((one) => one.unitId === after.unitId && one.extension === after.extension);
  if (owner) faults['extension'] = writeFault('taken', owner.name);
  const namesake = after.staffNumber === '' ? undefined : others.find((one) => one.unitId === after.unitId && one.staffNumber === after.staffNumber);
  if (namesake) faults['staffNumber'] = writeFault('taken', namesake.name);

  if (rest.deputyIds) Object.assign(faults, deputyFaults(new Map(people.staff.map((one) => [one.id, one])), after, rest.deputyIds));

  if (rest.userId != null && rest.userId !== before.userId) {
    const user = people.users.find(({ id }) => id === rest.userId);
    const twin = others.find(({ userId }) => userId === rest.userId);
    if (!user || user.removedAt !== null) faults['userId'] = writeFault('unknown');
    else if (user.role !== 'admin' && !user.unitIds.includes(after.unitId)) faults['userId'] = writeFault('other-office', user.name);
    else if (twin) faults['userId'] = writeFault('taken', twin.name);
  }
  if (rest.hours) for (const [path, reason] of Object.entries(hoursFaults(rest.hours))) faults[`hours.${path}`] = reason;
  if (privateNumbers) after.privateNumbers = readPrivateNumbers(privateNumbers, before.privateNumbers, unit?.country ?? '', faults);
  if (reach) after.reach = readReach(reach, before.reach, { country: unit?.country ?? '', signsIn: after.userId !== null, robotHosts }, faults);
  if (Object.keys(faults).length > 0) throw refusalOf(faults);
  return after;
}

function written(editing: Editing, act: 'created' | 'changed' | 'removed' | 'restored', before: StaffMember | null, after: StaffMember): PeopleChanges {
  const entry = auditNote(editing, { act, kind: 'staff', subject: after, unitId: after.unitId, before: before && faceOf(editing.people, before), after: faceOf(editing.people, after) });
  return { staff: [after], ...(entry && { audit: [entry] }) };
}

/** @throws DomainError `bad_input`, with a reason by field */
export function createStaff(editing: Editing, id: string, { unitId, ...wanted }: NewStaff): Edited<StaffMember> {
  const row = edited(editing, { id, unitId, name: '', department: '', title: '', extension: '', ...usualStaff }, wanted);
  return { row, changes: written(editing, 'created', null, row) };
}

/** @throws DomainError `bad_input` with a reason by field, `conflict` when it was made from another revision, `not_found` */
export function changeStaff(editing: Editing, id: string, { rev, ...wanted }: StaffPatch): Edited<StaffMember> {
  const before = rowOf(editing.people.staff.filter(alive), id);
  refuseOldRev(before, rev);
  const row = revised(before, edited(editing, before, wanted));
  return { row, changes: row === before ? {} : written(editing, 'changed', before, row) };
}

/** He has left: found no more; slips keep naming him. @throws DomainError `not_found` */
export function removeStaff(editing: Editing, id: string): Edited<StaffMember> {
  const before = rowOf(editing.people.staff.filter(alive), id);
  const row = revised(before, { removedAt: editing.now });
  return { row, changes: written(editing, 'removed', before, row) };
}

/**
 * He is back. Deputies that would send a caller in a circle by now, or have left themselves, are dropped.
 * @throws DomainError `bad_input` when his extension or user was given away, `not_found`
 */
export function restoreStaff(editing: Editing, id: string, extension?: string): Edited<StaffMember> {
  const { people } = editing;
  const before = rowOf(
    people.staff.filter((one) => !alive(one)),
    id,
  );
  const back = { ...before, removedAt: null };
  const staff = new Map(people.staff.map((one) => [one.id, one.id === id ? back : one]));
  const userIsFree = !people.staff.some((one) => one.id !== id && alive(one) && one.userId === before.userId);
  const checked = edited(editing, before, {
    ...(extension !== undefined && { extension }),
    ...(!userIsFree && { userId: null }),
    deputyIds: before.deputyIds.filter((deputyId) => Object.keys(deputyFaults(staff, back, [deputyId])).length === 0),
  });
  const row = revised(before, { ...checked, removedAt: null });
  return { row, changes: written(editing, 'restored', before, row) };
}
