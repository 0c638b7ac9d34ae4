import { writeFault } from '../contract/fieldFault.ts';
import type { Hours } from '../contract/hours.ts';

const minutesOfDay = 1440;
const minutesOfWeek = 7 * minutesOfDay;

type Span = Extract<Hours, { kind: 'weekly' }>['spans'][number];

function weekly({ weekday, fromMinute, toMinute }: Span): [start: number, end: number] {
  const start = (weekday - 1) * minutesOfDay + fromMinute;
  return [start, start + (toMinute < fromMinute ? toMinute + minutesOfDay : toMinute) - fromMinute];
}

/**
 * What is wrong with hours, by the path of the span (`spans.2`): an empty span, or two that overlap, also past midnight and from
 * Sunday into Monday. Empty when nothing is.
 */
export function hoursFaults(hours: Hours): Record<string, string> {
  if (hours.kind !== 'weekly') return {};
  const faults: Record<string, string> = {};
  const spans = hours.spans.map(weekly);
  spans.forEach(([start, end], at) => {
    if (start === end) faults[`spans.${at}`] = writeFault('empty-span');
    const meets = spans.slice(0, at).some(([otherStart, otherEnd]) => [-minutesOfWeek, 0, minutesOfWeek].some((week) => start + week < otherEnd && otherStart < end + week));
    if (meets) faults[`spans.${at}`] = writeFault('overlap');
  });
  return faults;
}
