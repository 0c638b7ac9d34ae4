import { DomainError } from '../../contract/errors.ts';
import { newStaff, revealInput, revealedNumbers, staffList, staffPatch, staffQuery, staffRestore, staffView } from '../../contract/staff.ts';
import { auditNote } from '../../people/auditNote.ts';
import { amongRemoved, listStaff } from '../../people/listStaff.ts';
import type { StaffMember, User } from '../../people/people.ts';
import { changeStaff, createStaff, removeStaff, restoreStaff } from '../../people/staffEdit.ts';
import { colleagueUnits, mayKeepOffice, narrowUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { newId } from '../newId.ts';
import { offsetPage } from '../offsetPage.ts';
import { presentStaff } from '../presentStaff.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const keepers = ['supervisor', 'admin'] as const;

/** The staff of the offices: looked up by all who answer, edited by those who keep the office, private numbers shown for a reason only. */
export function staffRoutes(deps: HttpDeps): Route[] {
  const { directory, clock } = deps;
  const present = (member: StaffMember) => presentStaff(directory, member, clock.now());

  /** What is outside of his offices does not exist for him. */
  function seen(id: string, user: User): StaffMember {
    const member = directory.staff(id);
    const units = colleagueUnits(user);
    if (!member || (units !== null && !units.includes(member.unitId))) throw new DomainError('not_found', 'nobody has this id');
    return member;
  }
  function kept(id: string, user: User): StaffMember {
    const member = seen(id, user);
    if (!mayKeepOffice(user, member.unitId)) throw new DomainError('not_found', 'nobody has this id');
    return member;
  }

  return [
    signedInRoute({ method: 'get', path: '/api/staff', summary: 'The staff, by office, department and extension; private numbers masked', query: staffQuery, reply: staffList, roles: ['agent', ...keepers] }, ({ me, query }) => {
      const units = narrowUnits(colleagueUnits(me.user), query.unitId);
      const removed = query.removed === 'true';
      const all = () => listStaff(directory.all(), units, removed);
      const found = query.q.trim() === '' ? all() : removed ? amongRemoved(all(), query.q) : directory.findStaff(query.q, units).map(({ staff }) => staff);
      const { items, next } = offsetPage(found, query);
      return { items: items.map(present), ...(next !== undefined && { next }), total: found.length };
    }),
    signedInRoute({ method: 'get', path: '/api/staff/:id', summary: 'One member of the staff', reply: staffView, roles: ['agent', ...keepers], refusals: ['not_found'] }, ({ me, param }) => present(seen(param('id'), me.user))),
    signedInRoute({ method: 'post', path: '/api/staff', summary: 'Somebody new on the staff', status: 201, body: newStaff, reply: staffView, roles: keepers }, async ({ me, body, response }) => {
      if (!mayKeepOffice(me.user, body.unitId)) throw new DomainError('forbidden', 'this office is not yours', { unitId: 'out of scope' });
      const member = await edit(deps, me, (editing) => createStaff(editing, newId('P'), body));
      response.location(`/api/staff/${member.id}`);
      return present(member);
    }),
    signedInRoute({ method: 'patch', path: '/api/staff/:id', summary: 'Changes a member of the staff', body: staffPatch, reply: staffView, roles: keepers, refusals: ['not_found', 'conflict'] }, async ({ me, param, body }) => {
      const { id } = kept(param('id'), me.user);
      return present(await edit(deps, me, (editing) => changeStaff(editing, id, body)));
    }),
    signedInRoute({ method: 'delete', path: '/api/staff/:id', summary: 'He has left the office: found no more, named by his slips still', reply: staffView, roles: keepers, refusals: ['not_found'] }, async ({ me, param }) => {
      const { id } = kept(param('id'), me.user);
      return present(await edit(deps, me, (editing) => removeStaff(editing, id)));
    }),
    signedInRoute({ method: 'post', path: '/api/staff/:id/restore', summary: 'He is back', body: staffRestore, reply: staffView, roles: keepers, refusals: ['not_found'] }, async ({ me, param, body }) => {
      const { id } = kept(param('id'), me.user);
      return present(await edit(deps, me, (editing) => restoreStaff(editing, id, body.extension)));
    }),
    signedInRoute(
      { method: 'post', path: '/api/staff/:id/reveal', summary: 'His private numbers in full, for a reason that stands on the audit log', body: revealInput, reply: revealedNumbers, roles: keepers, refusals: ['not_found'] },
      async ({ me, param, body }) => {
        const { id } = kept(param('id'), me.user);
        // The log first: what cannot be put on record is not shown.
        const member = await edit(deps, me, (editing) => {
          const row = kept(id, me.user);
          const entry = auditNote(editing, { act: 'revealed', kind: 'staff', subject: row, unitId: row.unitId, reason: body.reason });
          return { row, changes: entry ? { audit: [entry] } : {} };
        });
        return { privateNumbers: member.privateNumbers };
      },
    ),
  ];
}
