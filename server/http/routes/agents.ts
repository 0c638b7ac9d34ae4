import { z } from 'zod';
import { agentView } from '../../contract/people.ts';
import { maySeeAgent } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** The floor now: who is available, since when, with which phone, on which call. */
export function agentRoutes({ floor, callDesk }: HttpDeps): Route[] {
  return [
    signedInRoute(
      { method: 'get', path: '/api/agents', summary: 'Agents as they stand now', reply: z.object({ items: z.array(agentView) }), roles: ['agent', 'supervisor', 'admin'] },
      ({ me }) => ({ items: floor.views((userId) => callDesk.callOfAgent(userId)).filter((agent) => maySeeAgent(me.user, agent)) }),
    ),
  ];
}
