import { presentReach } from '../delivery/presentReach.ts';
import type { StaffView } from '../contract/staff.ts';
import type { Directory } from '../people/directory.ts';
import { maskNumber } from '../people/maskNumber.ts';
import type { StaffMember } from '../people/people.ts';

/** A member of the staff as those see him who answer for his office; no private number in full. */
export function presentStaff(directory: Directory, member: StaffMember, now: number): StaffView {
  const view = directory.view(member, now);
  const user = member.userId === null ? null : directory.user(member.userId);
  return {
    ...view,
    rev: member.rev,
    staffNumber: member.staffNumber,
    leader: member.leader,
    hours: member.hours,
    deputies: view.deputyIds.flatMap((id) => {
      const deputy = directory.staff(id);
      return deputy ? [{ id, name: deputy.name, extension: deputy.extension }] : [];
    }),
    user: user && user.removedAt === null ? { id: user.id, username: user.username, name: user.name } : null,
    privateNumbers: member.privateNumbers.map(maskNumber),
    reach: member.reach.map(presentReach),
    removedAt: member.removedAt,
  };
}
