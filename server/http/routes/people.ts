import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { helperView, peopleFound, peopleQuery } from '../../contract/people.ts';
import { colleagueUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { presentDepartment } from '../presentDepartment.ts';
import { presentHelpers } from '../presentHelpers.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** Departments of one answer: the search box shows people first. */
const mostDepartments = 3;

/** Finding a colleague by name, pinyin, initials or extension, with whether he is away and until when, and who can help in his place. */
export function peopleRoutes({ directory, clock }: HttpDeps): Route[] {
  return [
    signedInRoute(
      { method: 'get', path: '/api/people', summary: 'Colleagues by name, pinyin, initials or extension; departments by name', query: peopleQuery, reply: peopleFound },
      ({ me, query }) => {
        const units = colleagueUnits(me.user);
        const found = directory.findStaff(query.q, units).slice(0, query.limit);
        const now = clock.now();
        return { items: found.map(({ staff }) => directory.view(staff, now)), departments: directory.findDepartments(query.q, units).slice(0, mostDepartments).map((one) => presentDepartment(directory, one, now)) };
      },
    ),
    signedInRoute(
      { method: 'get', path: '/api/people/:id/helpers', summary: 'Who can help in the place of somebody who is away', reply: z.object({ items: z.array(helperView) }), refusals: ['not_found'] },
      ({ me, param }) => {
        const staff = directory.staff(param('id'));
        const units = colleagueUnits(me.user);
        if (!staff || (units !== null && !units.includes(staff.unitId))) throw new DomainError('not_found', 'nobody has this id');
        return { items: presentHelpers(directory, staff, clock.now()) };
      },
    ),
  ];
}
