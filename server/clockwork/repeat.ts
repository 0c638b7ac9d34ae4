import type { Clock, Timer } from './clock.ts';

/** Does something again and again, `pauseMs` after the last time ended. `work` must not reject. @returns the way to stop */
export function repeat(clock: Clock, pauseMs: number, work: () => Promise<void>): () => void {
  let timer: Timer | null = null;
  let isStopped = false;
  const later = (): void => {
    if (isStopped) return;
    timer = clock.setTimer(pauseMs, () => void work().finally(later));
  };
  later();
  return () => {
    isStopped = true;
    timer?.cancel();
  };
}
