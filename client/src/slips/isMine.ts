import type { SessionUser } from '../../../server/contract/people.ts';
import type { Slip } from '../../../server/contract/slip.ts';

/** Whether an unfinished slip is this user's to finish: his own, or, without an owner, its office's supervisors'. */
export function isMine({ owner }: Slip, user: SessionUser): boolean {
  if (owner === undefined) return false;
  return owner === null ? user.role === 'supervisor' || user.role === 'admin' : owner.id === user.id;
}
