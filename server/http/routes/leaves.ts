import { randomUUID } from 'node:crypto';
import { DomainError } from '../../contract/errors.ts';
import { awayInput, leavePatch, newLeave, ownRecords, presenceQuery, presenceReply } from '../../contract/leave.ts';
import type { LeaveSource, PresenceReply } from '../../contract/leave.ts';
import { auditNote } from '../../people/auditNote.ts';
import { awayChoices } from '../../people/awayChoices.ts';
import { leavesFaces } from '../../people/leavesFace.ts';
import { cameBack, changedLeave, droppedLeave, goneAway, plannedLeave } from '../../people/leaves.ts';
import type { StaffMember, Unit, User } from '../../people/people.ts';
import { presenceOf } from '../../people/presenceOf.ts';
import { colleagueUnits, maySetAway } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** Who is in, who is away and until when; away in one tap, and leave that is planned. */
export function leaveRoutes({ directory, clock }: HttpDeps): Route[] {
  const seen = (user: User, id: string): { member: StaffMember; office: Unit } => {
    const member = directory.staff(id);
    const office = member && directory.unit(member.unitId);
    const units = colleagueUnits(user);
    if (!member || !office || member.removedAt !== null || (units !== null && !units.includes(office.id))) throw new DomainError('not_found', 'no such person');
    return { member, office };
  };

  const present = (user: User, id: string, until?: number): PresenceReply => {
    const { member, office } = seen(user, id);
    const now = clock.now();
    const mayChange = maySetAway(user, member);
    return presenceOf(member, directory.view(member, now), mayChange ? awayChoices(member, office, now, until) : null, now);
  };

  /** Changes his record as it stands when its turn comes, on the audit log. */
  const change = async (user: User, id: string, make: (member: StaffMember, office: Unit, source: LeaveSource, now: number) => StaffMember): Promise<PresenceReply> => {
    await directory.amend(() => {
      const { member, office } = seen(user, id);
      if (!maySetAway(user, member)) throw new DomainError('forbidden', 'not for you to say');
      const now = clock.now();
      const after = make(member, office, member.userId === user.id ? 'person' : 'desk', now);
      const note = auditNote({ people: directory.all(), by: user, now }, { act: 'changed', kind: 'staff', subject: member, unitId: office.id, ...leavesFaces(member, after) });
      return { staff: [after], ...(note && { audit: [note] }) };
    });
    return present(user, id);
  };

  const refusals = ['not_found', 'forbidden'] as const;
  return [
    signedInRoute({ method: 'get', path: '/api/people/:id/presence', summary: 'Whether somebody is in, or away and back when; with what may be changed about it', query: presenceQuery, reply: presenceReply, refusals: ['not_found'] }, ({ me, param, query }) => present(me.user, param('id'), query.until)),
    signedInRoute({ method: 'post', path: '/api/people/:id/away', summary: 'Somebody is away from now on', body: awayInput, reply: presenceReply, refusals }, ({ me, param, body }) =>
      change(me.user, param('id'), (member, office, source, now) => goneAway(member, office, body, source, now)),
    ),
    signedInRoute({ method: 'delete', path: '/api/people/:id/away', summary: 'Somebody is back', reply: presenceReply, refusals }, ({ me, param }) => change(me.user, param('id'), (member, office, _source, now) => cameBack(member, office, now))),
    signedInRoute({ method: 'post', path: '/api/people/:id/leaves', summary: 'A planned leave', body: newLeave, reply: presenceReply, status: 201, refusals }, ({ me, param, body }) =>
      change(me.user, param('id'), (member, _office, source, now) => plannedLeave(member, body, source, randomUUID(), now)),
    ),
    signedInRoute({ method: 'patch', path: '/api/people/:id/leaves/:leaveId', summary: 'A planned leave becomes another one', body: leavePatch, reply: presenceReply, refusals: [...refusals, 'conflict', 'wrong_state'] }, ({ me, param, body }) =>
      change(me.user, param('id'), (member, _office, _source, now) => changedLeave(member, param('leaveId'), body, now)),
    ),
    signedInRoute({ method: 'delete', path: '/api/people/:id/leaves/:leaveId', summary: 'A planned leave is off', reply: presenceReply, refusals: [...refusals, 'wrong_state'] }, ({ me, param }) =>
      change(me.user, param('id'), (member, _office, _source, now) => droppedLeave(member, param('leaveId'), now)),
    ),
    signedInRoute({ method: 'get', path: '/api/session/staff', summary: 'The staff records that are me', reply: ownRecords }, ({ me }) => ({
      items: directory.all().staff.filter(({ userId, removedAt }) => userId === me.user.id && removedAt === null).map((member) => directory.view(member, clock.now())),
    })),
  ];
}
