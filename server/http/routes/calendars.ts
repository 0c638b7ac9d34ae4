import { DomainError } from '../../contract/errors.ts';
import { calendarInput } from '../../contract/leave.ts';
import { colleagueUnits, maySetAway } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import type { User } from '../../people/people.ts';

/** The calendar that somebody's busy times are read from. The file itself may be sent as text/calendar (http/calendarBody.ts). */
export function calendarRoutes({ directory, calendars }: HttpDeps): Route[] {
  const mayKeep = (user: User, id: string): void => {
    const member = directory.staff(id);
    const units = colleagueUnits(user);
    if (!member || (units !== null && !units.includes(member.unitId))) throw new DomainError('not_found', 'no such person');
    if (!maySetAway(user, member)) throw new DomainError('forbidden', 'not your calendar');
  };
  return [
    signedInRoute({ method: 'put', path: '/api/people/:id/calendar', summary: 'Busy times from a calendar: a file, or an https address that is asked every quarter of an hour', body: calendarInput, status: 204, refusals: ['not_found', 'forbidden'] }, async ({ me, param, body }) => {
      mayKeep(me.user, param('id'));
      await calendars.take(param('id'), body, { id: me.user.id, name: me.user.name });
    }),
    signedInRoute({ method: 'delete', path: '/api/people/:id/calendar', summary: 'No calendar any more, and nothing that came from it', status: 204, refusals: ['not_found', 'forbidden'] }, async ({ me, param }) => {
      mayKeep(me.user, param('id'));
      await calendars.drop(param('id'), { id: me.user.id, name: me.user.name });
    }),
  ];
}
