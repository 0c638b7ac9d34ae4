import type { AgentView, PresenceState } from '../contract/people.ts';

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
  /** Called by the desk when an agent's leg has ended. */
  callEnded(userId: string, now: number): void;
  standings(): AgentStanding[];
  views(callOf: (userId: string) => string | null): AgentView[];
  view(userId: string, callId: string | null): AgentView | null;
  onChange(listener: (userId: string) => void): () => void;
}
