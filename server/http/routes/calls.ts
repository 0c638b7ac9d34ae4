import { z } from 'zod';
import { fact } from '../../calls/fact.ts';
import { searchTerms } from '../../calls/searchWords.ts';
import { callQuery, callerFile } from '../../contract/calls.ts';
import { callCard } from '../../contract/card.ts';
import { DomainError } from '../../contract/errors.ts';
import { callUnits, maySeeCall, narrowUnits } from '../authority.ts';
import type { Slip } from '../../contract/slip.ts';
import type { HttpDeps } from '../deps.ts';
import { readableSlips } from '../readableSlips.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const callList = z.object({ items: z.array(callCard), next: z.string().optional() });
const callWithFacts = callCard.extend({ facts: z.array(fact) });
const roles = ['agent', 'supervisor', 'admin'] as const;

/** Earlier calls of a caller that the desk shows beside the new one. */
const callsShown = 5;
const slipsSearched = 30;
/** For so long a caller may ring again about what was settled. */
const settledShownMs = 14 * 86_400_000;

/** What the caller may speak of: everything open or answered, and what was settled lately. */
const isOfInterest = ({ state, delivery, calledAt }: Slip, now: number): boolean => state !== 'dropped' && state !== 'merged' && (state !== 'done' || now - (delivery?.done?.at ?? Date.parse(calledAt)) < settledShownMs);

/** The record of calls: a page of cards, newest first; one call with every fact that made it. */
export function callRoutes(deps: HttpDeps): Route[] {
  const { callStore, callDesk } = deps;
  return [
    signedInRoute({ method: 'get', path: '/api/calls', summary: 'Calls, newest first', query: callQuery, reply: callList, roles }, ({ me, query }) => {
      const { unitId, q, ...listing } = query;
      return callStore.listCards({ ...listing, terms: searchTerms(q ?? ''), unitIds: narrowUnits(callUnits(me.user), unitId) });
    }),
    signedInRoute({ method: 'get', path: '/api/calls/:id', summary: 'One call with its facts', reply: callWithFacts, roles, refusals: ['not_found'] }, async ({ me, param }) => {
      const call = await callDesk.look(param('id'));
      if (!call || !maySeeCall(me.user, call.card)) throw new DomainError('not_found', 'no such call');
      return { ...call.card, facts: call.facts };
    }),
    signedInRoute({ method: 'get', path: '/api/calls/:id/caller', summary: 'What is open for the caller, and his last calls', reply: callerFile, roles, refusals: ['not_found'] }, async ({ me, param }) => {
      const call = await callDesk.look(param('id'));
      if (!call || !maySeeCall(me.user, call.card)) throw new DomainError('not_found', 'no such call');
      const { number } = call.card.caller;
      // Without a number nobody is known: callers who hide theirs are not one person.
      if (number === null) return { openSlips: [], calls: [] };
      const unitIds = callUnits(me.user);
      const [calls, slips] = await Promise.all([callStore.listCards({ unitIds, callerNumber: number, limit: callsShown + 1 }), readableSlips(deps, me.user, { unitIds, callerNumber: number, limit: slipsSearched })]);
      return { openSlips: slips.items.filter((one) => isOfInterest(one, deps.clock.now()) && one.callId !== call.card.id), calls: calls.items.filter(({ id }) => id !== call.card.id).slice(0, callsShown) };
    }),
  ];
}
