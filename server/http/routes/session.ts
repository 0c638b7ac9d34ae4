import { z } from 'zod';
import { sessionPatch, sessionUser, signIn } from '../../contract/people.ts';
import { instant } from '../../contract/primitives.ts';
import type { HttpDeps } from '../deps.ts';
import { openRoute, signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { noSessionCookie, readSessionCookie, sessionCookie } from '../sessionCookie.ts';
import { presentUser, tokenHashOf } from '../sessions.ts';
import type { SignedIn } from '../sessions.ts';

/** Who is signed in, until when, and the server's clock: the console counts rings by it. */
const sessionView = z.object({ user: sessionUser, expiresAt: instant, now: instant, practice: z.boolean() });

/** Signing in, who I am, signing out. */
export function sessionRoutes({ sessions, directory, clock, settings }: HttpDeps): Route[] {
  const path = '/api/session';
  const present = (me: SignedIn): z.infer<typeof sessionView> => ({ user: presentUser(me.user), expiresAt: me.expiresAt, now: clock.now(), practice: settings.practice });
  return [
    openRoute({ method: 'post', path, summary: 'Sign in; sets the session cookie', body: signIn, reply: sessionView, refusals: ['bad_credentials', 'throttled', 'forbidden'] }, async ({ body, request, response }) => {
      const me = await sessions.signIn(body, request.ip ?? 'unknown');
      // Whoever signs in anew leaves the session that the same browser had before.
      const before = readSessionCookie(request.headers.cookie);
      if (before !== null) await sessions.signOut(tokenHashOf(before));
      response.append('Set-Cookie', sessionCookie(me.token, settings.secureCookies));
      return present(me);
    }),
    signedInRoute({ method: 'get', path, summary: 'Who is signed in', reply: sessionView }, ({ me }) => present(me)),
    signedInRoute({ method: 'patch', path, summary: 'What I keep for myself on every computer', body: sessionPatch, reply: sessionView }, async ({ me, body }) => {
      await directory.amend(() => {
        const user = directory.user(me.user.id);
        return user ? { users: [{ ...user, ...body }] } : {};
      });
      return present({ ...me, user: directory.user(me.user.id) ?? me.user });
    }),
    openRoute({ method: 'delete', path, summary: 'Sign out', status: 204 }, async ({ request, response }) => {
      const token = readSessionCookie(request.headers.cookie);
      if (token !== null) await sessions.signOut(tokenHashOf(token));
      response.append('Set-Cookie', noSessionCookie(settings.secureCookies));
    }),
  ];
}
