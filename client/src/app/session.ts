import { useQuery } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { SessionUser } from '../../../server/contract/people.ts';
import { forgetDrafts } from '../edit/drafts.ts';
import { speakLanguage } from '../i18n/i18n.ts';
import type { UiLanguage } from '../i18n/i18n.ts';
import { forgetTabDrafts } from '../tasks/TaskDraft/tabDrafts.ts';
import { setServerClock } from '../live/serverClock.ts';
import { Refusal, request } from './request.ts';

/** Reply of `GET /api/session`. `expiresAt` and `now` in ms UTC, on the server's clock; `practice`: no carrier. */
export interface Session {
  user: SessionUser;
  expiresAt: number;
  now: number;
  practice: boolean;
}

/** Null in it: nobody is signed in, and the sign-in page is shown. */
export const sessionKey = ['session'] as const;

async function take(asked: Promise<Session>): Promise<Session> {
  const askedAt = performance.now();
  const session = await asked;
  setServerClock(session.now, askedAt);
  await speakLanguage(session.user.language);
  return session;
}

async function load(): Promise<Session | null> {
  try {
    return await take(request<Session>('GET', '/api/session'));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return null;
    throw error;
  }
}

/** Who is signed in; null for nobody. */
export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: load, staleTime: Infinity, retry: 2 });
}

/** Sets the server's clock and the account's language too. @throws Refusal `bad_credentials`, `throttled`, `forbidden` for a demo user off this machine */
export async function signIn(queries: QueryClient, username: string, password: string): Promise<void> {
  const session = await take(request<Session>('POST', '/api/session', { username, password }));
  queries.setQueryData(sessionKey, session);
}

/** Shows this language at once, and keeps it for the user on every computer. @throws Refusal when it could not be kept */
export async function keepLanguage(queries: QueryClient, language: UiLanguage): Promise<void> {
  await speakLanguage(language);
  if (queries.getQueryData(sessionKey)) queries.setQueryData(sessionKey, await take(request<Session>('PATCH', '/api/session', { language })));
}

/** Nothing of the one who goes is left for the next: neither what was read nor what was half written. */
export async function signOut(queries: QueryClient): Promise<void> {
  await request('DELETE', '/api/session');
  queries.clear();
  forgetDrafts();
  forgetTabDrafts();
  queries.setQueryData(sessionKey, null);
}
