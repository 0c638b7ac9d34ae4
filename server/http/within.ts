import { DomainError } from '../contract/errors.ts';
import type { Clock } from '../clockwork/clock.ts';

/**
 * Waits no longer than `ms` by our clock.
 * @throws DomainError `unavailable` when the time is over; what `work` throws otherwise
 */
export function within<T>(clock: Clock, ms: number, what: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(ms, () => reject(new DomainError('unavailable', `${what} did not answer within ${ms} ms`)));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
