import type { Hours } from '../../../../server/contract/hours.ts';

/** A break of a line in the middle of the day, minutes from midnight, on these ISO weekdays. */
export interface LunchGap {
  fromMinute: number;
  toMinute: number;
  weekdays: number[];
}

const earliest = 11 * 60;
const latest = 15 * 60;

/** Where a line is closed over lunch: calls must ring as usual then (DOMAIN 13). Gaps between two spans of a day, of at most three hours, that meet the hours around noon. */
export function lunchGaps(hours: Hours): LunchGap[] {
  if (hours.kind !== 'weekly') return [];
  const gaps: LunchGap[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = hours.spans.filter((span) => span.weekday === weekday && span.toMinute > span.fromMinute).sort((a, b) => a.fromMinute - b.fromMinute);
    spans.slice(1).forEach(({ fromMinute }, at) => {
      const closedFrom = spans[at]?.toMinute ?? 0;
      if (closedFrom >= fromMinute || fromMinute - closedFrom > 180 || closedFrom < earliest || fromMinute > latest) return;
      const known = gaps.find((gap) => gap.fromMinute === closedFrom && gap.toMinute === fromMinute);
      if (known) known.weekdays.push(weekday);
      else gaps.push({ fromMinute: closedFrom, toMinute: fromMinute, weekdays: [weekday] });
    });
  }
  return gaps;
}

/** The same hours without those breaks. */
export function withoutLunch(hours: Hours): Hours {
  if (hours.kind !== 'weekly') return hours;
  const spans = [...hours.spans];
  for (const { fromMinute, toMinute, weekdays } of lunchGaps(hours)) {
    for (const weekday of weekdays) {
      const before = spans.findIndex((span) => span.weekday === weekday && span.toMinute === fromMinute);
      const after = spans.findIndex((span) => span.weekday === weekday && span.fromMinute === toMinute);
      const [first, second] = [spans[before], spans[after]];
      if (!first || !second) continue;
      spans[before] = { ...first, toMinute: second.toMinute };
      spans.splice(after, 1);
    }
  }
  return { kind: 'weekly', spans };
}
