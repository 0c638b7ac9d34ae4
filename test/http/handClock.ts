import type { Clock } from '../../server/clockwork/clock.ts';

/** A clock that moves only when the test moves it. */
export interface HandClock extends Clock {
  /** Moves time; what falls due on the way runs in its order. */
  pass(ms: number): void;
  /** Timers that wait. */
  waiting(): number;
}

export function handClock(startAt = Date.UTC(2026, 0, 5, 1, 0)): HandClock {
  let now = startAt;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    setTimer(delayMs, run) {
      const timer = { at: now + Math.max(0, delayMs), run };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
    },
    waiting: () => timers.size,
  };
}
