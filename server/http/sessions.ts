import { createHash, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { DomainError } from '../contract/errors.ts';
import type { SessionUser } from '../contract/people.ts';
import type { Directory } from '../people/directory.ts';
import type { User } from '../people/people.ts';
import type { PeopleStore, Session } from '../people/ports.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import type { Limits } from './limits.ts';
import { checkPassword } from './passwords.ts';
import { within } from './within.ts';

/** Somebody known, for one request or one live connection. */
export interface SignedIn {
  user: User;
  tokenHash: string;
  /** When he signed in, ms UTC. */
  signedInAt: number;
  expiresAt: number;
}

/** Why a session is over. */
export type SessionEnd = 'session-expired' | 'signed-out' | 'user-removed';

/** Who is signed in. Outlasts records that hang for those whom this process has seen. */
export interface Sessions {
  /** @throws DomainError `bad_credentials` (never which of the two), `throttled`, `forbidden` for a demo user off this machine */
  signIn(input: { username: string; password: string }, address: string): Promise<SignedIn & { token: string }>;
  /** Who carries this token; using it makes it last longer. @throws DomainError `unauthenticated`, `unavailable` */
  resume(token: string | null): Promise<SignedIn>;
  /** The live connection was used: the session lasts longer. Answers why it is over, null while it lasts; waits for the records only when this process thinks it over. */
  used(tokenHash: string): Promise<SessionEnd | null>;
  /** Why this session is over, asked of the records; null while it lasts. */
  ended(tokenHash: string): Promise<SessionEnd | null>;
  signOut(tokenHash: string): Promise<void>;
  onSignedOut(listener: (tokenHash: string) => void): () => void;
  close(): void;
}

interface SessionDeps {
  peopleStore: PeopleStore;
  directory: Directory;
  limits: Limits;
  clock: Clock;
  log: Logger;
  /** Demo users may sign in: HOST and PUBLIC_URL are loopback names. */
  loopbackOnly: boolean;
  lastsMs?: number;
}

const usualLastsMs = 12 * 3_600_000;
/** A session in use is written anew at most this often: each write costs an fsync. */
const slideEveryMs = 5 * 60_000;
const cleanEveryMs = 3_600_000;
/** How long a request waits for the records when this process has seen the session before, and when it has not. */
const knownBudgetMs = 800;
const unknownBudgetMs = 3000;

/** Only this is stored: whoever reads the database cannot sign in with it. */
export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A user without his secrets. */
export function presentUser(user: User): SessionUser {
  return { id: user.id, username: user.username, name: user.name, role: user.role, unitIds: user.unitIds, language: user.language };
}

/** @see Sessions */
export function openSessions(deps: SessionDeps): Sessions {
  const { peopleStore, directory, limits, clock, log } = deps;
  const lastsMs = deps.lastsMs ?? usualLastsMs;
  /** Sessions seen by this process: while the records hang, agents who were here keep their desk. */
  const known = new Map<string, Session>();
  /** Signed out here, kept until they would have expired: a slide under way must not write one back. */
  const signedOut = new Map<string, number>();
  const listeners = new Set<(tokenHash: string) => void>();

  let cleaning: Timer = clock.setTimer(cleanEveryMs, clean);
  function clean(): void {
    const now = clock.now();
    // Kept a while longer than their rows: a connection that is still open must be told that its session expired.
    for (const [hash, session] of known) if (session.expiresAt + cleanEveryMs <= now) known.delete(hash);
    for (const [hash, until] of signedOut) if (until <= now) signedOut.delete(hash);
    peopleStore.deleteExpiredSessions(now).catch((err: unknown) => log.error({ err }, 'expired sessions were not deleted'));
    cleaning = clock.setTimer(cleanEveryMs, clean);
  }

  async function find(tokenHash: string): Promise<Session | null> {
    if (signedOut.has(tokenHash)) return null;
    const before = known.get(tokenHash);
    try {
      const found = await within(clock, before ? knownBudgetMs : unknownBudgetMs, 'the records of sessions', peopleStore.findSession(tokenHash));
      if (signedOut.has(tokenHash)) return null;
      if (found) known.set(tokenHash, found);
      else known.delete(tokenHash);
      return found;
    } catch (err) {
      if (!before) throw new DomainError('unavailable', 'the records of sessions cannot be read now', undefined, { cause: err });
      log.warn({ err }, 'session taken from memory: the records did not answer');
      return before;
    }
  }

  async function slide(session: Session): Promise<Session> {
    const now = clock.now();
    if (session.expiresAt - now > lastsMs - slideEveryMs) return session;
    const longer = { ...session, expiresAt: now + lastsMs };
    // Known first: requests that come while this one is written must not each write again.
    known.set(session.tokenHash, longer);
    try {
      await within(clock, knownBudgetMs, 'the records of sessions', peopleStore.saveSession(longer));
    } catch (err) {
      log.warn({ err }, 'a session was prolonged in memory only');
    }
    return longer;
  }

  /** A live session's user, or why there is none. */
  function judge(session: Session | null): User | SessionEnd {
    if (!session) return 'signed-out';
    if (session.expiresAt <= clock.now()) return 'session-expired';
    const user = directory.user(session.userId);
    if (!user || user.removedAt !== null || (user.demo && !deps.loopbackOnly)) return 'user-removed';
    if (session.createdAt < user.sessionsFrom) return 'signed-out';
    return user;
  }

  /** Asks the records: another node may have prolonged or ended it. */
  async function endOf(tokenHash: string): Promise<SessionEnd | null> {
    const before = known.get(tokenHash);
    const found = await find(tokenHash);
    // Expired rows are swept away: one that is gone after its time was not signed out.
    if (!found && before && before.expiresAt <= clock.now()) return 'session-expired';
    const user = judge(found);
    return typeof user === 'string' ? user : null;
  }

  return {
    async signIn({ username, password }, address) {
      await limits.signInAttempt(username, address);
      const user = directory.userByName(username);
      if (!(await checkPassword(user?.passwordHash ?? null, password)) || !user) {
        log.warn({ pii: { username, address } }, 'sign-in refused');
        throw new DomainError('bad_credentials', 'name or password is wrong');
      }
      if (user.demo && !deps.loopbackOnly) throw new DomainError('forbidden', 'demo users may sign in only while HOST and PUBLIC_URL are loopback names');
      await limits.signInSucceeded(username, address);
      const token = randomBytes(32).toString('base64url');
      const now = clock.now();
      const session: Session = { tokenHash: tokenHashOf(token), userId: user.id, createdAt: now, expiresAt: now + lastsMs };
      await within(clock, unknownBudgetMs, 'the records of sessions', peopleStore.saveSession(session));
      known.set(session.tokenHash, session);
      return { token, user, tokenHash: session.tokenHash, signedInAt: session.createdAt, expiresAt: session.expiresAt };
    },

    async resume(token) {
      if (token === null) throw new DomainError('unauthenticated', 'sign in first');
      const session = await find(tokenHashOf(token));
      const user = judge(session);
      if (typeof user === 'string' || !session) throw new DomainError('unauthenticated', 'the session is over; sign in again');
      const current = await slide(session);
      return { user, tokenHash: current.tokenHash, signedInAt: current.createdAt, expiresAt: current.expiresAt };
    },

    async used(tokenHash) {
      const session = known.get(tokenHash) ?? null;
      if (!session || typeof judge(session) === 'string') return endOf(tokenHash);
      void slide(session);
      return null;
    },

    ended: endOf,

    async signOut(tokenHash) {
      signedOut.set(tokenHash, clock.now() + lastsMs);
      known.delete(tokenHash);
      for (const listener of listeners) listener(tokenHash);
      await peopleStore.deleteSession(tokenHash);
    },

    onSignedOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close() {
      cleaning.cancel();
    },
  };
}
