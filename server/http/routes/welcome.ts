import { welcome } from '../../contract/welcome.ts';
import type { HttpDeps } from '../deps.ts';
import { openRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** What a visitor may know: whether this server is set up, and whether it is a demo. */
export function welcomeRoutes({ directory, settings }: HttpDeps): Route[] {
  return [
    openRoute({ method: 'get', path: '/api/welcome', summary: 'Whether this server is set up, and whether demo users may sign in', reply: welcome }, () => {
      const { users } = directory.all();
      return { needsSetup: users.length === 0, demo: settings.loopbackOnly && users.some(({ demo }) => demo) };
    }),
  ];
}
