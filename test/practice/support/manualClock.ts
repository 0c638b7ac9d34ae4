import type { Clock } from '../../../server/practice/clock.ts';

/** A clock that only moves when the test moves it. */
export interface ManualClock extends Clock {
  /** Moves time on, timer by timer; after each one waits until `settled` says that nothing is left to do at that moment. */
  advance(ms: number, settled: () => Promise<void>): Promise<void>;
  /** Jumps without waiting for anything: for what hangs in the network. */
  jump(ms: number): void;
  /** Timers not yet run nor cancelled. */
  readonly pending: number;
}

interface Due {
  at: number;
  order: number;
  run: () => void;
}

export function manualClock(start = Date.UTC(2026, 0, 5, 1, 0, 0)): ManualClock {
  let now = start;
  let order = 0;
  const timers = new Set<Due>();

  const nextBefore = (limit: number): Due | undefined =>
    [...timers].filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at || a.order - b.order)[0];

  return {
    now: () => now,
    setTimer(delayMs, run) {
      const due: Due = { at: now + Math.max(0, delayMs), order: (order += 1), run };
      timers.add(due);
      return { cancel: () => void timers.delete(due) };
    },
    async advance(ms, settled) {
      const limit = now + ms;
      await settled();
      for (let due = nextBefore(limit); due; due = nextBefore(limit)) {
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
        await settled();
      }
      now = limit;
    },
    jump(ms) {
      const limit = now + ms;
      for (let due = nextBefore(limit); due; due = nextBefore(limit)) {
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = limit;
    },
    get pending() {
      return timers.size;
    },
  };
}
