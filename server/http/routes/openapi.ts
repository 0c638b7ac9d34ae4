import { describeRoutes } from '../openapi.ts';
import { openRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** The description of every route, this one included, made of what the routes themselves say; made once, when somebody first asks, because a start should not wait for it. */
export function openapiRoutes(others: readonly Route[]): Route[] {
  let description: ReturnType<typeof describeRoutes> | null = null;
  const own: Route = openRoute({ method: 'get', path: '/api/openapi.json', summary: 'This description', replyTypes: ['application/json'] }, () => (description ??= describeRoutes([...others, own])));
  return [own];
}
