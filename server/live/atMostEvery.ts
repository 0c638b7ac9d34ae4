import type { Clock, Timer } from '../clockwork/clock.ts';

/**
 * News that says only "look again": told at once, and after that at most once in `everyMs`, the last one never lost. A long import must not
 * have every console ask anew a hundred times.
 */
export function atMostEvery(clock: Clock, everyMs: number, tell: () => void): { news: () => void; stop: () => void } {
  let resting: Timer | null = null;
  let isDue = false;
  const rest = (): void => {
    resting = clock.setTimer(everyMs, () => {
      resting = null;
      if (!isDue) return;
      isDue = false;
      tell();
      rest();
    });
  };
  return {
    news() {
      if (resting) {
        isDue = true;
        return;
      }
      tell();
      rest();
    },
    stop: () => resting?.cancel(),
  };
}
