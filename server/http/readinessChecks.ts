import type { Clock } from '../clockwork/clock.ts';
import { DomainError } from '../contract/errors.ts';
import type { ReadinessCheck } from './deps.ts';
import { within } from './within.ts';

const budgetMs = 1_000;

/** What must work before this node should get calls. `redis` null: it runs alone. `inMemoryOnly`: facts that are kept nowhere else. */
export function readinessChecks(clock: Clock, { records, redis, inMemoryOnly }: { records: () => Promise<void>; redis: (() => Promise<void>) | null; inMemoryOnly: () => number }): ReadinessCheck[] {
  return [
    { name: 'records', check: () => within(clock, budgetMs, 'the records', records()) },
    {
      name: 'journal',
      async check() {
        if (inMemoryOnly() > 0) throw new DomainError('unavailable', `${inMemoryOnly()} facts are in memory only`);
      },
    },
    ...(redis ? [{ name: 'redis', check: () => within(clock, budgetMs, 'Redis', redis()) }] : []),
  ];
}
