import { DomainError } from '../../contract/errors.ts';
import { reachPut, reachReply } from '../../contract/reach.ts';
import type { ReachReply } from '../../contract/reach.ts';
import { presentReach } from '../../delivery/presentReach.ts';
import type { StaffMember, User } from '../../people/people.ts';
import { changeStaff } from '../../people/staffEdit.ts';
import { mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** How messages reach somebody: his own to say, and of those who keep his office; for everybody else there is nothing here. */
export function reachRoutes(deps: HttpDeps): Route[] {
  const { directory } = deps;
  const present = ({ rev, reach, userId }: StaffMember): ReachReply => ({ rev, items: reach.map(presentReach), signsIn: userId !== null });

  function own(id: string, user: User): StaffMember {
    const member = directory.staff(id);
    if (!member || member.removedAt !== null || (member.userId !== user.id && !mayKeepOffice(user, member.unitId))) throw new DomainError('not_found', 'nobody has this id');
    return member;
  }

  return [
    signedInRoute({ method: 'get', path: '/api/people/:id/reach', summary: 'How messages reach me, addresses masked', reply: reachReply, refusals: ['not_found'] }, ({ me, param }) => present(own(param('id'), me.user))),
    signedInRoute({ method: 'put', path: '/api/people/:id/reach', summary: 'Sets how messages reach me, in the order in which they are tried', body: reachPut, reply: reachReply, refusals: ['not_found', 'conflict'] }, async ({ me, param, body }) =>
      present(
        await edit(deps, me, (editing) => {
          const { id } = own(param('id'), me.user);
          return changeStaff(editing, id, body);
        }),
      ),
    ),
  ];
}
