import { refusalOf, writeFault } from '../contract/fieldFault.ts';
import type { NewUser, UserPatch } from '../contract/users.ts';
import { auditNote, plain } from './auditNote.ts';
import type { AuditFace } from './auditNote.ts';
import { refuseOldRev, revised, rowOf, sent } from './editing.ts';
import type { Edited, Editing } from './editing.ts';
import type { People, PeopleChanges, StaffMember, User } from './people.ts';
import { usualUser } from './people.ts';

/** What is asked of a user; his password comes hashed. */
type Wanted = Omit<UserPatch, 'rev' | 'password' | 'staffId'> & { passwordHash?: string };

const alive = ({ removedAt }: { removedAt: number | null }): boolean => removedAt === null;

function faceOf({ units }: People, user: User): AuditFace {
  return {
    username: plain(user.username),
    name: plain(user.name),
    role: plain(user.role),
    offices: { compared: user.unitIds, shown: user.unitIds.map((id) => units.find((unit) => unit.id === id)?.name ?? id) },
    language: plain(user.language),
    password: { compared: user.passwordHash, shown: '********' },
  };
}

/** Nobody could let anybody in any more. */
function isLastAdmin({ users }: People, user: User): boolean {
  return user.role === 'admin' && !users.some((one) => one.id !== user.id && one.role === 'admin' && alive(one));
}

function nameFault({ users }: People, id: string, username: string): string | null {
  const twin = users.find((one) => one.id !== id && alive(one) && one.username.toLowerCase() === username.toLowerCase());
  return twin ? writeFault('taken', twin.name) : null;
}

/** The user with what was asked for. @throws DomainError `bad_input`, with a reason by field */
function edited(people: People, before: User, wanted: Wanted, now: number): User {
  const after: User = { ...before, ...sent(wanted) };
  const faults: Record<string, string> = {};
  const taken = nameFault(people, after.id, after.username);
  if (taken !== null) faults['username'] = taken;
  after.unitIds = [...new Set(after.unitIds)];
  if (after.unitIds.some((id) => !people.units.some((unit) => unit.id === id))) faults['unitIds'] = writeFault('unknown');
  else if (after.role !== 'admin' && after.unitIds.length === 0) faults['unitIds'] = writeFault('no-office');
  if (after.role !== 'admin' && isLastAdmin(people, before)) faults['role'] = writeFault('last-admin');
  if (Object.keys(faults).length > 0) throw refusalOf(faults);
  if (after.passwordHash !== before.passwordHash) after.sessionsFrom = now;
  return after;
}

/** The member of the staff that this user is from now on, and whoever he was before; each goes by one user at most. @throws DomainError `bad_input` */
function linked(people: People, user: User, staffId: string | null): { before: StaffMember; after: StaffMember }[] {
  const mine = people.staff.filter((member) => member.userId === user.id && member.id !== staffId);
  const changed = mine.map((before) => ({ before, after: revised(before, { userId: null }) }));
  if (staffId === null) return changed;
  const member = people.staff.find(({ id }) => id === staffId);
  if (!member || !alive(member)) throw refusalOf({ staffId: writeFault('unknown') });
  if (user.role !== 'admin' && !user.unitIds.includes(member.unitId)) throw refusalOf({ staffId: writeFault('other-office', member.name) });
  const holder = people.users.find(({ id }) => id === member.userId);
  if (holder && holder.id !== user.id && alive(holder)) throw refusalOf({ staffId: writeFault('taken', holder.name) });
  return member.userId === user.id ? changed : [...changed, { before: member, after: revised(member, { userId: user.id }) }];
}

function written(editing: Editing, act: 'created' | 'changed' | 'removed' | 'restored', before: User | null, after: User, links: ReturnType<typeof linked> = []): PeopleChanges {
  const { people } = editing;
  const nameOf = (id: string | null) => (id === null ? null : id === after.id ? after.name : (people.users.find((user) => user.id === id)?.name ?? id));
  const entry = auditNote(editing, { act, kind: 'user', subject: after, unitId: after.unitIds[0] ?? before?.unitIds[0] ?? null, before: before && faceOf(people, before), after: faceOf(people, after) });
  const linkEntries = links.map((link) =>
    auditNote(editing, { act: 'changed', kind: 'staff', subject: link.after, unitId: link.after.unitId, before: { user: plain(nameOf(link.before.userId)) }, after: { user: plain(nameOf(link.after.userId)) } }),
  );
  return {
    ...(after !== before && { users: [after] }),
    ...(links.length > 0 && { staff: links.map((link) => link.after) }),
    audit: [entry, ...linkEntries].filter((one) => one !== null),
  };
}

/** @throws DomainError `bad_input`, with a reason by field */
export function createUser(editing: Editing, id: string, { staffId, password: _, ...wanted }: NewUser, passwordHash: string): Edited<User> {
  const { people, now } = editing;
  const { username, name, role, unitIds, language = 'zh-CN' } = wanted;
  const row = edited(people, { id, username, name, role, unitIds, language, passwordHash, ...usualUser, presenceSince: now }, {}, now);
  return { row, changes: written(editing, 'created', null, row, staffId == null ? [] : linked(people, row, staffId)) };
}

/** @throws DomainError `bad_input` with a reason by field, `conflict` when it was made from another revision, `not_found` */
export function changeUser(editing: Editing, id: string, { rev, staffId, password: _, ...wanted }: UserPatch, passwordHash: string | null): Edited<User> {
  const { people, now } = editing;
  const before = rowOf(people.users.filter(alive), id);
  refuseOldRev(before, rev);
  const row = revised(before, edited(people, before, { ...wanted, ...(passwordHash !== null && { passwordHash }) }, now));
  return { row, changes: written(editing, 'changed', before, row, staffId === undefined ? [] : linked(people, row, staffId)) };
}

/** He may sign in no more; calls and slips keep naming him. @throws DomainError `bad_input` for the last administrator, `not_found` */
export function removeUser(editing: Editing, id: string): Edited<User> {
  const before = rowOf(editing.people.users.filter(alive), id);
  if (isLastAdmin(editing.people, before)) throw refusalOf({ role: writeFault('last-admin') });
  // Sessions that he had do not come back with him.
  const row = revised(before, { removedAt: editing.now, sessionsFrom: editing.now });
  return { row, changes: written(editing, 'removed', before, row) };
}

/** He may sign in again, with the password that he had. @throws DomainError `bad_input` when his name was given away, `not_found` */
export function restoreUser(editing: Editing, id: string): Edited<User> {
  const before = rowOf(
    editing.people.users.filter((user) => !alive(user)),
    id,
  );
  const taken = nameFault(editing.people, id, before.username);
  if (taken !== null) throw refusalOf({ username: taken });
  const row = revised(before, { removedAt: null });
  return { row, changes: written(editing, 'restored', before, row) };
}
