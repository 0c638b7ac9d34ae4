import { DomainError } from '../../contract/errors.ts';
import { newUser, userList, userPatch, userQuery, userView } from '../../contract/users.ts';
import type { UserView } from '../../contract/users.ts';
import type { User } from '../../people/people.ts';
import { changeUser, createUser, removeUser, restoreUser } from '../../people/userEdit.ts';
import { callUnits, narrowUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { newId } from '../newId.ts';
import { hashPassword } from '../passwords.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { presentUser } from '../sessions.ts';

/** Who signs in: administrators make, change and remove them; supervisors see those of their offices. */
export function userRoutes(deps: HttpDeps): Route[] {
  const { directory } = deps;

  function present(user: User): UserView {
    const member = directory.all().staff.find(({ userId, removedAt }) => userId === user.id && removedAt === null);
    return { ...presentUser(user), rev: user.rev, demo: user.demo, staff: member ? { id: member.id, name: member.name, unitId: member.unitId } : null, removedAt: user.removedAt };
  }

  return [
    signedInRoute({ method: 'get', path: '/api/users', summary: 'Who signs in, by name', query: userQuery, reply: userList, roles: ['supervisor', 'admin'] }, ({ me, query }) => {
      const units = narrowUnits(callUnits(me.user), query.unitId);
      const wanted = directory.all().users.filter((user) => (user.removedAt !== null) === (query.removed === 'true') && (units === null || user.unitIds.some((id) => units.includes(id))));
      return { items: wanted.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1)).map(present) };
    }),
    signedInRoute({ method: 'get', path: '/api/users/:id', summary: 'One who signs in', reply: userView, roles: ['supervisor', 'admin'], refusals: ['not_found'] }, ({ me, param }) => {
      const user = directory.user(param('id'));
      const units = callUnits(me.user);
      if (!user || (units !== null && !user.unitIds.some((id) => units.includes(id)))) throw new DomainError('not_found', 'nobody has this id');
      return present(user);
    }),
    signedInRoute({ method: 'post', path: '/api/users', summary: 'Somebody new who signs in', status: 201, body: newUser, reply: userView, roles: ['admin'] }, async ({ me, body }) => {
      const passwordHash = await hashPassword(body.password);
      return present(await edit(deps, me, (editing) => createUser(editing, newId('U'), body, passwordHash)));
    }),
    signedInRoute({ method: 'patch', path: '/api/users/:id', summary: 'Changes one who signs in; a new password ends his sessions', body: userPatch, reply: userView, roles: ['admin'], refusals: ['not_found', 'conflict'] }, async ({ me, param, body }) => {
      const passwordHash = body.password === undefined ? null : await hashPassword(body.password);
      return present(await edit(deps, me, (editing) => changeUser(editing, param('id'), body, passwordHash)));
    }),
    signedInRoute({ method: 'delete', path: '/api/users/:id', summary: 'He may sign in no more; his sessions and connections end', reply: userView, roles: ['admin'], refusals: ['not_found'] }, async ({ me, param }) => present(await edit(deps, me, (editing) => removeUser(editing, param('id'))))),
    signedInRoute({ method: 'post', path: '/api/users/:id/restore', summary: 'He may sign in again', reply: userView, roles: ['admin'], refusals: ['not_found', 'bad_input'] }, async ({ me, param }) => present(await edit(deps, me, (editing) => restoreUser(editing, param('id'))))),
  ];
}
