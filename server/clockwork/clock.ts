/** A timer that may be called off. Calling off one that has fired does nothing. */
export interface Timer {
  cancel(): void;
}

/** Time as the program knows it. Tests hand in one that they move by hand. */
export interface Clock {
  /** ms since 1970, UTC. */
  now(): number;
  /** Runs once after `delayMs` (0 or less: as soon as possible). */
  setTimer(delayMs: number, run: () => void): Timer;
}

// Node fires a timer at once when its delay does not fit 31 bits; longer waits are taken in pieces.
const longestDelayMs = 2 ** 31 - 1;

/** The clock of the machine; main.ts alone hands it in. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(delayMs, run) {
    let handle: NodeJS.Timeout;
    const wait = (leftMs: number): void => {
      handle = leftMs > longestDelayMs ? setTimeout(() => wait(leftMs - longestDelayMs), longestDelayMs) : setTimeout(run, Math.max(0, leftMs));
    };
    wait(delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
};
