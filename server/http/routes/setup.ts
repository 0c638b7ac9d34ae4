import { z } from 'zod';
import { setupInput } from '../../contract/people.ts';
import type { HttpDeps } from '../deps.ts';
import { openRoute } from '../route.ts';
import type { Route } from '../route.ts';

const setupQuery = z.object({ token: z.string().min(1).max(200) });

/** The first real start, by the link that was printed. */
export function setupRoutes({ setup, limits }: HttpDeps): Route[] {
  const path = '/api/setup';
  const refusals = ['setup_closed', 'forbidden', 'throttled'] as const;
  return [
    openRoute({ method: 'get', path, summary: 'Whether the set-up is open', query: setupQuery, reply: z.object({ open: z.literal(true) }), refusals }, async ({ query, request }) => {
      await limits.setupAttempt(request.ip ?? 'unknown');
      await setup.mustBeOpen(query.token);
      return { open: true };
    }),
    openRoute(
      { method: 'post', path, summary: 'Make the administrator, the office, its line and agents', status: 201, body: setupInput, reply: z.object({ unitId: z.string(), lineId: z.string(), number: z.string() }), refusals },
      async ({ body, request }) => {
        await limits.setupAttempt(request.ip ?? 'unknown');
        return setup.complete(body);
      },
    ),
  ];
}
