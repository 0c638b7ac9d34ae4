import { phoneView } from '../../contract/phone.ts';
import type { HttpDeps } from '../deps.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** The phone of whoever answers calls: which line is behind it, and what lets his browser register there. */
export function phoneRoutes({ phoneOf }: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'get', path: '/api/phone', summary: 'The line behind my phone, with a token for the browser where the line is the carrier’s', roles: ['agent', 'supervisor'], reply: phoneView }, ({ me }) => phoneOf(me.user.id)),
  ];
}
