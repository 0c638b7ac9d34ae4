import { z } from 'zod';
import { fact } from '../../calls/fact.ts';
import { callQuery } from '../../contract/calls.ts';
import { callCard } from '../../contract/card.ts';
import { DomainError } from '../../contract/errors.ts';
import { callUnits, maySeeCall, narrowUnits } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const callList = z.object({ items: z.array(callCard), next: z.string().optional() });
const callWithFacts = callCard.extend({ facts: z.array(fact) });
const roles = ['agent', 'supervisor', 'admin'] as const;

/** The record of calls: a page of cards, newest first; one call with every fact that made it. */
export function callRoutes({ callStore, callDesk }: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'get', path: '/api/calls', summary: 'Calls, newest first', query: callQuery, reply: callList, roles }, ({ me, query }) => {
      const { unitId, ...listing } = query;
      return callStore.listCards({ ...listing, unitIds: narrowUnits(callUnits(me.user), unitId) });
    }),
    signedInRoute({ method: 'get', path: '/api/calls/:id', summary: 'One call with its facts', reply: callWithFacts, roles, refusals: ['not_found'] }, async ({ me, param }) => {
      const call = await callDesk.look(param('id'));
      if (!call || !maySeeCall(me.user, call.card)) throw new DomainError('not_found', 'no such call');
      return { ...call.card, facts: call.facts };
    }),
  ];
}
