/** A timer that has been set and may be taken back. Cancelling twice, or after it ran, does nothing. */
export interface Timer {
  cancel(): void;
}

/** The carrier's only source of time: milliseconds UTC, and timers that run once. Tests pass one they move by hand. */
export interface Clock {
  now(): number;
  setTimer(delayMs: number, run: () => void): Timer;
}
