import type { DomainError, ErrorBody } from '../contract/errors.ts';
import { refuseForeignOrigin } from '../http/origins.ts';
import { toRefusal } from '../http/refusal.ts';
import { readSessionCookie } from '../http/sessionCookie.ts';
import type { LiveDeps } from './deps.ts';
import type { LiveSocket } from './wire.ts';

/** The client's `connect_error`: socket.io carries `data` to it. */
class Refused extends Error {
  readonly data: ErrorBody;

  constructor(refusal: DomainError) {
    super(refusal.message, { cause: refusal });
    this.data = refusal.toBody();
  }
}

/** The handshake: our own pages only, and somebody who is signed in; the same cookie as HTTP's. */
export function admit({ sessions, settings, log }: LiveDeps) {
  return async (socket: LiveSocket, next: (refused?: Error) => void): Promise<void> => {
    const { origin, cookie } = socket.handshake.headers;
    try {
      refuseForeignOrigin(origin, settings);
      socket.data.me = await sessions.resume(readSessionCookie(cookie));
    } catch (error) {
      next(new Refused(toRefusal(error, log, { at: 'handshake' })));
      return;
    }
    next();
  };
}
