import type { StaffMember } from './people.ts';

/** As whom a member of the staff acts on the record: the user that he signs in as, where there is one. */
export const actsAs = ({ id, userId, name }: Pick<StaffMember, 'id' | 'userId' | 'name'>): { id: string; name: string } => ({ id: userId ?? id, name });
