import { DomainError } from '../contract/errors.ts';
import type { SessionEnd } from '../http/sessions.ts';
import { openCardFeed } from './cardFeed.ts';
import type { CardFeed } from './cardFeed.ts';
import { openSlipFeed } from './slipFeed.ts';
import type { SlipFeed } from './slipFeed.ts';
import type { LiveSocket } from './wire.ts';

/** Why the server ended a connection. After the first three, signing in comes first; after the others the console connects again by itself. */
export type CloseReason = SessionEnd | 'unavailable' | 'too_large' | 'server-stopping';

const needsSignIn: ReadonlySet<CloseReason> = new Set<CloseReason>(['session-expired', 'signed-out', 'user-removed']);

/** A command came over a connection whose session has ended. */
export class SessionOver extends DomainError {
  readonly end: SessionEnd;

  constructor(end: SessionEnd) {
    super('unauthenticated', 'the session is over; sign in again');
    this.end = end;
  }
}

/** One console that is being served. */
export interface Connection {
  readonly socket: LiveSocket;
  readonly userId: string;
  readonly tokenHash: string;
  readonly cards: CardFeed;
  readonly slips: SlipFeed;
  /** The snapshot was sent: from here on it is told every change. */
  isServed: boolean;
  /** Says why, then closes. */
  close(reason: CloseReason): void;
}

/** @see Connection */
export function openConnection(socket: LiveSocket): Connection {
  const { me } = socket.data;
  let isClosing = false;
  return {
    socket,
    userId: me.user.id,
    tokenHash: me.tokenHash,
    cards: openCardFeed(),
    slips: openSlipFeed(),
    isServed: false,
    close(reason) {
      if (isClosing) return;
      isClosing = true;
      socket.emit('session:closed', { reason });
      // A closed transport makes the client come back; a said goodbye makes it stay away.
      if (needsSignIn.has(reason)) socket.disconnect(true);
      else socket.conn.close();
    },
  };
}
