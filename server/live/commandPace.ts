import { DomainError } from '../contract/errors.ts';
import type { Clock } from '../clockwork/clock.ts';

const usualPerSecond = 50;

/**
 * Bounds how fast one connection may send commands: each costs a durable write.
 * @returns counts one command; throws DomainError `throttled`
 */
export function openCommandPace(clock: Clock, perSecond = usualPerSecond): () => void {
  let since = 0;
  let count = 0;
  return () => {
    const now = clock.now();
    if (now - since >= 1000) {
      since = now;
      count = 0;
    }
    count += 1;
    if (count > perSecond) throw new DomainError('throttled', `more than ${perSecond} commands in a second`);
  };
}
