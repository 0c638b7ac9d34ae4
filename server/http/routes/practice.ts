import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { practiceCallInput, practiceCallView, practiceResident, robotsInput, robotsReply } from '../../contract/practice.ts';
import { callUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const callers = ['agent', 'supervisor', 'admin'] as const;

/** The practice line: calls by scripted residents, and robot agents. Only where no carrier account is set. */
export function practiceRoutes({ practice, directory }: HttpDeps): Route[] {
  if (!practice) return [];
  return [
    signedInRoute({ method: 'get', path: '/api/practice/residents', summary: 'The scripted residents of the practice line', roles: callers, reply: z.object({ items: z.array(practiceResident) }) }, () => ({ items: practice.desk.residents() })),
    signedInRoute(
      { method: 'post', path: '/api/practice/calls', summary: 'Lets a scripted resident call a line', roles: callers, status: 201, body: practiceCallInput, reply: z.object({ callId: z.string() }) },
      ({ me, body }) => {
        const units = callUnits(me.user);
        const line = body.to === undefined ? directory.all().lines.find((known) => units === null || units.includes(known.unitId)) : directory.lineByNumber(body.to);
        if (!line || (units !== null && !units.includes(line.unitId))) throw new DomainError('bad_input', 'not accepted: to', { to: 'no line of your offices' });
        return practice.desk.place({ residentId: body.residentId, to: line.number });
      },
    ),
    signedInRoute({ method: 'get', path: '/api/practice/calls/:id', summary: 'A practice call as the carrier saw it', roles: callers, reply: practiceCallView, refusals: ['not_found'] }, ({ param }) => {
      const view = practice.desk.view(param('id'));
      if (!view) throw new DomainError('not_found', 'the practice line placed no such call');
      return view;
    }),
    signedInRoute(
      { method: 'post', path: '/api/practice/robots', summary: 'Makes robot agents that sign in like demo users', roles: ['supervisor', 'admin'], status: 201, body: robotsInput, reply: robotsReply },
      async ({ me, body }) => ({ items: await practice.makeRobots(body.count, me.user.unitIds) }),
    ),
  ];
}
