import { DateTime } from 'luxon';
import type { AwayChoice } from '../contract/leave.ts';
import { nextWorkingDayAt } from './absence.ts';
import type { StaffMember, Unit } from './people.ts';
import { presenceAt } from './presence.ts';
import { workingDayOf } from './workingCalendar.ts';
import { workingSpans } from './workingSpans.ts';

type Office = Pick<Unit, 'timeZone' | 'country' | 'specialDays'>;
type Person = Pick<StaffMember, 'leaves' | 'hours'>;

const minuteMs = 60_000;
/** Where nobody told the hours: an office day. */
const usualStart = 9 * 60;
const usualEnd = 18 * 60;

/** "10:43 and half an hour" is said as 11:15: nobody comes back at thirteen past. */
const roundMs = 5 * minuteMs;
const rounded = (at: number): number => Math.ceil(at / roundMs) * roundMs;

/** When he begins to work on the next working day of his office, ms UTC; where his hours are not known at 09:00. Null when the office never works. */
export function nextWorkingDayOf({ hours }: Pick<StaffMember, 'hours'>, office: Office, now: number): number | null {
  const isWorkingDay = workingDayOf(office);
  const usual = nextWorkingDayAt(usualStart, office.timeZone, now, isWorkingDay);
  if (hours?.kind !== 'weekly' || usual === null) return usual;
  const morning = DateTime.fromMillis(usual, { zone: office.timeZone }).startOf('day').toMillis();
  return presenceAt({ absence: { kind: 'until', at: morning }, leaves: [], hours }, office, now).backAt ?? usual;
}

/** When he stops working today, ms UTC; null when that is past, or when he does not work today. */
function endOfDay({ hours }: Pick<StaffMember, 'hours'>, office: Office, now: number): number | null {
  const noon = DateTime.fromMillis(now, { zone: office.timeZone }).set({ hour: 12, minute: 0, second: 0, millisecond: 0 });
  const ends = hours?.kind === 'weekly' ? workingSpans(hours, noon, workingDayOf(office)).map(({ fromMinute, toMinute }) => (toMinute < fromMinute ? toMinute + 1440 : toMinute)) : [usualEnd];
  const instants = ends.map((minute) => noon.startOf('day').plus({ days: Math.floor(minute / 1440) }).set({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 }).toMillis());
  const last = Math.max(...instants);
  return last > now && last > -Infinity ? last : null;
}

/** What is offered to somebody who goes away, on his office's clock, each with when callers would hear that he is back: his leaves and hours count. `asked`: an instant of his own. */
export function awayChoices(person: Person, office: Office, now: number, asked?: number): AwayChoice[] {
  const instants: [AwayChoice['key'], number | null][] = [
    ['half-hour', rounded(now + 30 * minuteMs)],
    ['hour', rounded(now + 60 * minuteMs)],
    ['end-of-day', endOfDay(person, office, now)],
    ['next-working-day', nextWorkingDayOf(person, office, now)],
    ['asked', asked !== undefined && asked > now ? asked : null],
  ];
  const offered = instants.flatMap(([key, until]): AwayChoice[] => {
    if (until === null) return [];
    const { backAt } = presenceAt({ leaves: person.leaves, hours: person.hours, absence: { kind: 'until', at: until } }, office, now);
    return [{ key, until: key === 'next-working-day' ? 'next-working-day' : until, backAt }];
  });
  return [...offered, { key: 'open-ended', until: 'open-ended', backAt: null }];
}
