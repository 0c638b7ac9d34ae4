import { DomainError } from '../contract/errors.ts';
import type { Clock } from '../clockwork/clock.ts';

/** What could not be done is left alone for so long, ms: tried again at once, it would fail again, and nothing else would be done. */
export const leftOutMs = 60_000;
/** The same where the records could not be reached: that passes sooner. */
const unreachableMs = 2_000;

/** What is left out for a while, by its id. */
export interface LeftOut {
  add(id: string, cause?: unknown): void;
  has(id: string): boolean;
  ids(): string[];
  /** When the first of them may be looked at again, ms UTC; null: there is none. */
  nextAt(): number | null;
}

/** @see LeftOut. In memory: another node, or the next start, tries at once. */
export function openLeftOut(clock: Pick<Clock, 'now'>): LeftOut {
  const until = new Map<string, number>();
  const forget = (): void => {
    const now = clock.now();
    for (const [id, at] of until) if (at <= now) until.delete(id);
  };
  return {
    add(id, cause) {
      const isUnreachable = cause instanceof DomainError && cause.code === 'unavailable';
      until.set(id, clock.now() + (isUnreachable ? unreachableMs : leftOutMs));
    },
    has(id) {
      return (until.get(id) ?? 0) > clock.now();
    },
    ids() {
      forget();
      return [...until.keys()];
    },
    nextAt() {
      forget();
      return until.size === 0 ? null : Math.min(...until.values());
    },
  };
}
