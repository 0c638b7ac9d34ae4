import type { Clock } from '../../server/clockwork/clock.ts';

/** A clock that stands still until it is moved. Timers run in order of their time, each with the clock at its own time. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, running what falls due; `settle` runs before the start and after each timer, so that what it set off is done first. */
  advance(ms: number, settle?: () => Promise<void>): Promise<void>;
  pending(): number;
  /** ms until the next timer; null when there is none. */
  nextIn(): number | null;
}

export function manualClock(start = Date.parse('2026-03-02T01:00:00Z')): ManualClock {
  let now = start;
  let order = 0;
  const timers = new Set<{ at: number; order: number; run: () => void }>();
  return {
    now: () => now,
    setTimer(delayMs, run) {
      const timer = { at: now + Math.max(0, delayMs), order: order++, run };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    async advance(ms, settle = () => Promise.resolve()) {
      const until = now + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at || a.order - b.order);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
      await settle();
    },
    pending: () => timers.size,
    nextIn: () => (timers.size === 0 ? null : Math.max(0, Math.min(...[...timers].map((timer) => timer.at)) - now)),
  };
}
