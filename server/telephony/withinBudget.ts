import type { Clock, Timer } from '../clockwork/clock.ts';

/** What the work gives, or null when it takes longer than `ms`: the caller waits no longer for what is only a comfort. A refusal is its own. */
export async function withinBudget<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T | null> {
  let timer: Timer | null = null;
  const late = new Promise<null>((resolve) => (timer = clock.setTimer(ms, () => resolve(null))));
  return Promise.race([work, late]).finally(() => timer?.cancel());
}
