import type { Role } from '../../../../server/contract/primitives.ts';
import type { UserPatch, UserView } from '../../../../server/contract/users.ts';

/** What an administrator writes about somebody who signs in. The password is empty while it stays as it is. */
export interface UserForm {
  username: string;
  name: string;
  role: Role;
  unitIds: string[];
  password: string;
  staffId: string | null;
}

/** A new agent of this office. */
export const emptyUserForm = (unitId: string): UserForm => ({ username: '', name: '', role: 'agent', unitIds: [unitId], password: '', staffId: null });

/** Without the password, which the server never tells. */
export function userFormOf({ username, name, role, unitIds, staff }: UserView): UserForm {
  return { username, name, role, unitIds, password: '', staffId: staff?.id ?? null };
}

/** What is sent of it. */
export function userPatchOf({ password, ...rest }: Partial<UserForm>): Omit<UserPatch, 'rev'> {
  return { ...rest, ...(password !== undefined && password !== '' && { password }) };
}
