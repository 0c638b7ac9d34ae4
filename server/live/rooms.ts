import type { CallCard } from '../contract/card.ts';
import type { AgentView } from '../contract/people.ts';
import type { Task, TaskDoer } from '../contract/task.ts';
import { callUnits, staffIdsOf } from '../http/authority.ts';
import type { Directory } from '../people/directory.ts';
import type { User } from '../people/people.ts';

/*
 * Room names are made here and nowhere else: a name written twice is one day written differently.
 */

/** Those who see every office: administrators. */
const everyOffice = (): string => 'offices';
/** Those who see the calls, slips and agents of one office. */
const office = (unitId: string): string => `office:${unitId}`;
/** The one that slips are addressed to. */
const recipient = (staffId: string): string => `recipient:${staffId}`;
/** All connections of one user. */
export const userRoom = (userId: string): string => `user:${userId}`;

/** Where a user's connection belongs. */
export function roomsOfUser(directory: Directory, user: User): string[] {
  const units = callUnits(user);
  return [userRoom(user.id), ...(units === null ? [everyOffice()] : units.map(office)), ...staffIdsOf(directory, user).map(recipient)];
}

/** The call's office; a call of no office goes to administrators alone. */
export function roomsOfCard(card: CallCard): string[] {
  return card.unit.id === null ? [everyOffice()] : [everyOffice(), office(card.unit.id)];
}

/** Also whoever had it until now: it leaves his list. */
export function roomsOfTask({ unitId, owner }: Task, formerOwner: TaskDoer | null): string[] {
  return [everyOffice(), office(unitId), ...[owner, formerOwner].flatMap((one) => (one === null ? [] : [userRoom(one.id)]))];
}

/** All his offices: who leads one of them sees him. */
export function roomsOfAgent(agent: AgentView): string[] {
  return [everyOffice(), ...agent.unitIds.map(office)];
}
