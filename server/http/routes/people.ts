import { z } from 'zod';
import { peopleQuery, personView } from '../../contract/people.ts';
import { colleagueUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** Finding a colleague by name, pinyin, initials or extension, with whether he is away and until when. */
export function peopleRoutes({ directory, clock }: HttpDeps): Route[] {
  return [
    signedInRoute(
      { method: 'get', path: '/api/people', summary: 'Colleagues by name, pinyin, initials or extension', query: peopleQuery, reply: z.object({ items: z.array(personView) }) },
      ({ me, query }) => {
        const found = directory.findStaff(query.q, colleagueUnits(me.user)).slice(0, query.limit);
        const now = clock.now();
        return { items: found.map(({ staff }) => directory.view(staff, now)) };
      },
    ),
  ];
}
