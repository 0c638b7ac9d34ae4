import type { Addressee, Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { Directory } from '../people/directory.ts';
import { actsAs } from '../people/actsAs.ts';
import type { StaffMember, User } from '../people/people.ts';
import { staffIdsOf } from './authority.ts';

/** Somebody who reads a message that he was given. */
export interface SlipReader {
  to: Addressee;
  /** His record, if he is of the staff. */
  member: StaffMember | null;
  /** As whom he acts: the user that he signs in as, where there is one. */
  by: { id: string; name: string };
}

/** Whom a sending went to; null when he has left, or his office has. */
export function readerOf(directory: Directory, { to, unitId }: Pick<Sending, 'to' | 'unitId'>): SlipReader | null {
  if (to.kind === 'desk') return directory.unit(unitId) && { to, member: null, by: { id: to.id, name: to.name } };
  if (to.kind === 'user') {
    const user = directory.user(to.id);
    return user && user.removedAt === null ? { to, member: null, by: { id: user.id, name: user.name } } : null;
  }
  const member = directory.staff(to.id);
  return member && member.removedAt === null ? { to, member, by: actsAs(member) } : null;
}

/** As whom somebody who is signed in reads this message: as the one of the staff that he is, of the message's office first. */
export function readerSignedIn(directory: Directory, user: User, slip: Slip): SlipReader {
  const records = staffIdsOf(directory, user).flatMap((id) => directory.staff(id) ?? []);
  const member = records.find(({ id }) => id === slip.delivery?.holder.id) ?? records.find(({ unitId }) => unitId === slip.unitId) ?? null;
  return { to: member ? { kind: 'staff', id: member.id, name: member.name } : { kind: 'user', id: user.id, name: user.name }, member, by: { id: user.id, name: user.name } };
}

/** Whether the message is with this reader in its present round: he has it, or was told of it. */
export function concerns({ delivery }: Slip, sendings: readonly Sending[], { to }: SlipReader): boolean {
  const isHe = (one: Addressee): boolean => one.kind === to.kind && one.id === to.id;
  return delivery !== undefined && (isHe(delivery.holder) || sendings.some((one) => one.round === delivery.round && isHe(one.to)));
}
