import { serverNow } from '../live/serverClock.ts';

/** Time, as the plain objects of the phone get it: tests move their own. */
export interface Timers {
  /** ms UTC, by the server's clock. */
  now(): number;
  /** Runs once, later. @returns the way to stop it */
  after(ms: number, run: () => void): () => void;
}

/** @see Timers */
export const browserTimers: Timers = {
  now: serverNow,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
