import type { TaskChoices } from '../../../../server/contract/task.ts';
import { instantOf } from '../../presence/wallTime.ts';
import type { WallTime } from '../../presence/wallTime.ts';

/** A due time as it was chosen: with one key, or a day and a time of the office's clock. */
export type Due = { key: 'minutes' | 'hour' | 'closing' | 'morning' } | { key: 'other'; wall: WallTime };

const ahead = { minutes: 10 * 60_000, hour: 60 * 60_000 } as const;

/** The instant that was chosen, ms UTC; null while the office's clock is not known, or where it has no such time today. Ten minutes count from now, not from when they were offered; the server's clock as a console knows it has parts of a millisecond, a due time has none. */
export function dueOf(due: Due, choices: TaskChoices | null, now: number): number | null {
  if (due.key === 'minutes' || due.key === 'hour') return Math.ceil(now) + ahead[due.key];
  if (choices === null) return null;
  return due.key === 'other' ? instantOf(due.wall, choices.timeZone) : (choices.due.find(({ key }) => key === due.key)?.at ?? null);
}
