import type { Logger } from 'pino';
import type { Sessions } from '../http/sessions.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import type { Connection } from './connection.ts';

const usualEveryMs = 30_000;

/**
 * Looks at the sessions of open connections now and then, and closes those whose session is over: expired, signed out on
 * another node, user removed. When the records do not answer nobody is thrown out: agents keep their desk.
 */
export function sweepSessions(
  { sessions, clock, log, everyMs = usualEveryMs }: { sessions: Sessions; clock: Clock; log: Logger; everyMs?: number | undefined },
  connections: () => readonly Connection[],
): { stop(): void } {
  let timer: Timer = clock.setTimer(everyMs, sweep);
  let isStopped = false;

  async function look(tokenHash: string): Promise<void> {
    try {
      const end = await sessions.ended(tokenHash);
      if (end === null) return;
      for (const connection of connections()) if (connection.tokenHash === tokenHash) connection.close(end);
    } catch (err) {
      log.warn({ err }, 'a session could not be checked; its connections stay');
    }
  }

  function sweep(): void {
    const hashes = new Set(connections().map(({ tokenHash }) => tokenHash));
    void Promise.all([...hashes].map(look)).then(() => {
      if (!isStopped) timer = clock.setTimer(everyMs, sweep);
    });
  }

  return {
    stop() {
      isStopped = true;
      timer.cancel();
    },
  };
}
