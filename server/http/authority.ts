import type { CallDesk } from '../calls/callDesk.ts';
import type { CallCard } from '../contract/card.ts';
import { DomainError } from '../contract/errors.ts';
import type { AgentView } from '../contract/people.ts';
import type { Slip } from '../contract/slip.ts';
import type { Task } from '../contract/task.ts';
import type { Directory } from '../people/directory.ts';
import type { StaffMember, User } from '../people/people.ts';
import { maySeeSlip as isReader } from '../privacy/maySeeSlip.ts';

/*
 * Who may see what. An agent sees the calls of his own offices, a supervisor those of the offices he leads, an administrator
 * all; a member of the staff sees no calls. Slips have a narrower rule (privacy/maySeeSlip.ts).
 * What is outside somebody's scope is answered as if it did not exist.
 */

/** The offices whose calls he sees; null = all, [] = none. */
export function callUnits(user: User): string[] | null {
  switch (user.role) {
    case 'admin':
      return null;
    case 'agent':
    case 'supervisor':
      return user.unitIds;
    case 'staff':
      return [];
  }
}

/** True when this office is within the scope; what belongs to no office is the administrators'. */
function covers(unitIds: string[] | null, unitId: string | null): boolean {
  return unitIds === null || (unitId !== null && unitIds.includes(unitId));
}

/** Of an office he answers for; calls of no office are the administrators'. */
export function maySeeCall(user: User, card: CallCard): boolean {
  return covers(callUnits(user), card.unit.id);
}

/** Of at least one office he answers for. */
export function maySeeAgent(user: User, agent: AgentView): boolean {
  const units = callUnits(user);
  return units === null || agent.unitIds.some((id) => units.includes(id));
}

/** The offices whose colleagues he may look up: everybody his own, an administrator all. */
export function colleagueUnits(user: User): string[] | null {
  return user.role === 'admin' ? null : user.unitIds;
}

/** Sets up an office: its staff, residents, hours and holidays. A supervisor those he leads, an administrator all. Lines and users are the administrators' alone. */
export function mayKeepOffice(user: User, unitId: string): boolean {
  return (user.role === 'admin' || user.role === 'supervisor') && covers(callUnits(user), unitId);
}

/** Keeps the residents' files: everybody who answers for the office. */
export function mayKeepResidents(user: User, unitId: string): boolean {
  return covers(callUnits(user), unitId);
}

/** Says that somebody is away and until when: he himself, and the front desk of his office. */
export function maySetAway(user: User, staff: Pick<StaffMember, 'unitId' | 'userId'>): boolean {
  return staff.userId === user.id || covers(callUnits(user), staff.unitId);
}

/** The staff records that are this user. */
export function staffIdsOf(directory: Directory, user: User): string[] {
  const { staff } = directory.all();
  let byUser = staffByUser.get(staff);
  if (!byUser) {
    byUser = new Map<string, string[]>();
    for (const { id, userId } of staff) if (userId !== null) byUser.set(userId, [...(byUser.get(userId) ?? []), id]);
    staffByUser.set(staff, byUser);
  }
  return byUser.get(user.id) ?? [];
}

/** Each slip that is saved is looked at for each console: ten thousand staff are not gone through for each of them. */
const staffByUser = new WeakMap<readonly StaffMember[], Map<string, string[]>>();

/** Whether this user is the person whom the slip is for. */
export function isFor(directory: Directory, user: User, slip: Slip): boolean {
  return slip.recipientId != null && staffIdsOf(directory, user).includes(slip.recipientId);
}

/** Whether this user was given the slip: it is for him, was passed on to him, or came to him because nobody had answered. */
export function isGiven(directory: Directory, user: User, slip: Slip): boolean {
  return isFor(directory, user, slip) || staffIdsOf(directory, user).some((id) => slip.delivery?.readers.includes(id));
}

/** What decides who reads a slip: people, and who is on the telephone with whom. */
export interface SlipScope {
  directory: Directory;
  callDesk: Pick<CallDesk, 'openCards'>;
}

/** Whether this user may read this slip (privacy/maySeeSlip.ts). Everything that hands out slips asks here. */
export function maySeeSlip({ directory, callDesk }: SlipScope, user: User, slip: Slip): boolean {
  const callsNow = user.role === 'agent' ? callDesk.openCards().flatMap(({ id, agent, caller }) => (agent?.id === user.id ? [{ id, number: caller.number }] : [])) : [];
  const deputyIds = slip.recipientId == null ? [] : (directory.staff(slip.recipientId)?.deputyIds ?? []);
  return isReader({ userId: user.id, name: user.name, role: user.role, unitIds: user.unitIds, staffIds: staffIdsOf(directory, user), callsNow }, slip, deputyIds);
}

/** Finishes what a call left unfinished: somebody who answers for that office and may still sign in. */
export function mayOwnSlips(user: User, unitId: string): boolean {
  return user.removedAt === null && covers(callUnits(user), unitId);
}

/**
 * Those that he has to do; besides, for the front desk, the tasks of its offices, but of those that came of a message only where he may read that one ([V10]). `slip`: the one it came of,
 * null where it came of none, undefined where that could not be read.
 */
export function maySeeTask(scope: SlipScope, user: User, { unitId, owner, slipId }: Pick<Task, 'unitId' | 'owner' | 'slipId'>, slip: Slip | null | undefined): boolean {
  if (owner?.id === user.id) return true;
  if (!covers(callUnits(user), unitId)) return false;
  return slipId === null || (slip != null && maySeeSlip(scope, user, slip));
}

/** Does what was promised: anybody of that office who may still sign in, a member of the staff too. */
export function mayOwnTasks(user: User, unitId: string): boolean {
  return user.removedAt === null && (user.role === 'admin' || user.unitIds.includes(unitId));
}

/**
 * The offices of a list, narrowed to the one asked for.
 * @throws DomainError `forbidden` when that one is out of scope
 */
export function narrowUnits(units: string[] | null, asked: string | undefined): string[] | null {
  if (asked === undefined) return units;
  if (!covers(units, asked)) throw new DomainError('forbidden', 'this office is not yours', { unitId: 'out of scope' });
  return [asked];
}
