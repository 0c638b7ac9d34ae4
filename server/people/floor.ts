import { DomainError } from '../contract/errors.ts';
import type { AgentView, PresenceState } from '../contract/people.ts';
import type { Directory } from './directory.ts';
import type { User } from './people.ts';

/** What decides whether an agent's phone may ring. */
export interface AgentStanding {
  id: string;
  name: string;
  unitIds: readonly string[];
  presence: PresenceState;
  /** A registered phone on a connection that lives. */
  phone: boolean;
  /** ms UTC since when he has had no call and been available. */
  idleSince: number;
  /** ms UTC until which he writes up his last call; null when he does not. */
  wrapUpUntil: number | null;
}

/**
 * The floor: who is here now. In memory; presence itself is also written through to the directory so that a restart keeps it.
 * Who is on a call is not known here: the call desk knows.
 */
export interface Floor {
  /** @throws DomainError `not_found` for somebody who answers no calls */
  setPresence(userId: string, state: PresenceState, reason: string | null, now: number): Promise<AgentView>;
  /** A phone is registered by one connection; it goes with it. */
  registerPhone(userId: string, connectionId: string, now: number): AgentView;
  unregisterPhone(userId: string, connectionId: string, now: number): AgentView;
  connectionClosed(connectionId: string, now: number): void;
  /** The connection that holds this user's registered phone; null when none does. */
  phoneOn(userId: string): string | null;
  /** Called by the desk when an agent's leg has ended. */
  callEnded(userId: string, now: number): void;
  /** Until when his last call is being written up; null ends it. @throws DomainError `not_found` for somebody who answers no calls */
  wrapUp(userId: string, until: number | null, now: number): AgentView;
  standings(): AgentStanding[];
  views(callOf: (userId: string) => string | null): AgentView[];
  view(userId: string, callId: string | null): AgentView | null;
  onChange(listener: (userId: string) => void): () => void;
}

/** What this process knows and the directory's rows do not, or not yet. */
interface Standing {
  presence: PresenceState;
  reason: string | null;
  since: number;
  idleSince: number;
  /** The connection that holds the registered phone. */
  phoneOn: string | null;
  wrapUpUntil: number | null;
}

const answers = (user: User) => (user.role === 'agent' || user.role === 'supervisor') && user.removedAt === null;

/** Opens the floor on the presence that the directory kept. */
export function openFloor(directory: Directory): Floor {
  const known = new Map<string, Standing>();
  const listeners = new Set<(userId: string) => void>();

  function standingOf(user: User): Standing {
    let standing = known.get(user.id);
    if (!standing) {
      standing = { presence: user.presence, reason: user.presenceReason, since: user.presenceSince, idleSince: user.presenceSince, phoneOn: null, wrapUpUntil: null };
      known.set(user.id, standing);
    }
    return standing;
  }

  function answering(userId: string): User {
    const user = directory.user(userId);
    if (!user || !answers(user)) throw new DomainError('not_found', 'nobody of this name answers calls');
    return user;
  }

  function tell(userId: string): void {
    for (const listener of [...listeners]) listener(userId);
  }

  function present(user: User, callId: string | null): AgentView {
    const standing = standingOf(user);
    return {
      id: user.id,
      name: user.name,
      unitIds: [...user.unitIds],
      presence: standing.presence,
      reason: standing.reason,
      since: standing.since,
      phone: standing.phoneOn === null ? 'unregistered' : 'registered',
      callId,
      wrapUpUntil: standing.wrapUpUntil,
      idleSince: standing.idleSince,
    };
  }

  function putPhone(user: User, connectionId: string | null): void {
    const standing = standingOf(user);
    if (standing.phoneOn === connectionId) return;
    standing.phoneOn = connectionId;
    tell(user.id);
  }

  return {
    async setPresence(userId, state, reason, now) {
      const user = answering(userId);
      const standing = standingOf(user);
      const changed = standing.presence !== state;
      if (changed || standing.reason !== reason) {
        // Memory first: an agent on a break must not be rung because a disk is slow.
        if (changed) standing.since = now;
        if (changed && state === 'available') standing.idleSince = now;
        standing.presence = state;
        standing.reason = reason;
        tell(userId);
        await directory.amend(() => {
          const row = directory.user(userId);
          return row ? { users: [{ ...row, presence: standing.presence, presenceReason: standing.reason, presenceSince: standing.since }] } : {};
        });
      }
      return present(directory.user(userId) ?? user, null);
    },

    registerPhone(userId, connectionId) {
      const user = answering(userId);
      putPhone(user, connectionId);
      return present(user, null);
    },

    unregisterPhone(userId, connectionId) {
      const user = answering(userId);
      // A tab that was left behind must not silence the phone of the newer one.
      if (standingOf(user).phoneOn === connectionId) putPhone(user, null);
      return present(user, null);
    },

    connectionClosed(connectionId) {
      for (const [userId, standing] of known) {
        if (standing.phoneOn !== connectionId) continue;
        standing.phoneOn = null;
        tell(userId);
      }
    },

    phoneOn: (userId) => known.get(userId)?.phoneOn ?? null,

    callEnded(userId, now) {
      const user = directory.user(userId);
      if (!user || !answers(user)) return;
      standingOf(user).idleSince = now;
      tell(userId);
    },

    wrapUp(userId, until, now) {
      const user = answering(userId);
      const standing = standingOf(user);
      if (standing.wrapUpUntil !== until) {
        // Done with the writing, he waits for the next call from now on.
        if (until === null && standing.wrapUpUntil !== null) standing.idleSince = Math.min(now, standing.wrapUpUntil);
        standing.wrapUpUntil = until;
        tell(userId);
      }
      return present(user, null);
    },

    standings() {
      return directory
        .all()
        .users.filter(answers)
        .map((user) => {
          const standing = standingOf(user);
          return { id: user.id, name: user.name, unitIds: user.unitIds, presence: standing.presence, phone: standing.phoneOn !== null, idleSince: standing.idleSince, wrapUpUntil: standing.wrapUpUntil };
        })
        .sort((a, b) => a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1));
    },

    views(callOf) {
      return directory
        .all()
        .users.filter(answers)
        .map((user) => present(user, callOf(user.id)));
    },

    view(userId, callId) {
      const user = directory.user(userId);
      return user && answers(user) ? present(user, callId) : null;
    },

    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
