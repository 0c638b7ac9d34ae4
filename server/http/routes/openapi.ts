import { describeRoutes } from '../openapi.ts';
import { openRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** The description of every route, this one included, made of what the routes themselves say. */
export function openapiRoutes(others: readonly Route[]): Route[] {
  const own: Route = openRoute({ method: 'get', path: '/api/openapi.json', summary: 'This description', replyTypes: ['application/json'] }, () => description);
  const description = describeRoutes([...others, own]);
  return [own];
}
