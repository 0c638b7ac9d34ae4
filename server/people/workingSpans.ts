import type { DateTime } from 'luxon';
import { mondayToFriday } from './absence.ts';
import type { WorkingDay } from './absence.ts';
import type { Hours } from '../contract/hours.ts';

/** From when to when somebody works on one day, minutes from midnight; one that ends before it begins runs past midnight. */
export interface WorkingSpan {
  fromMinute: number;
  toMinute: number;
}

/** The spans of one day: those of its weekday; on a weekend day worked in exchange Monday's; none on a holiday. */
export function workingSpans(hours: Extract<Hours, { kind: 'weekly' }>, day: DateTime, isWorkingDay: WorkingDay): WorkingSpan[] {
  const usual = hours.spans.filter(({ weekday }) => weekday === day.weekday);
  const works = isWorkingDay(day.toFormat('yyyy-MM-dd'), day.weekday);
  if (works === mondayToFriday('', day.weekday)) return usual;
  if (!works) return [];
  return usual.length > 0 ? usual : hours.spans.filter(({ weekday }) => weekday === 1);
}
