import ICAL from 'ical.js';
import { IANAZone } from 'luxon';
import type { CalendarBlock } from './calendarText.ts';

/** A clock on a wall. Wall times are told as if they were UTC, ms. */
export interface WallClock {
  /** A wall time that the clock skips is read with the offset before the change, one that comes twice as the first of both. */
  toInstant(wall: number): number;
  toWall(at: number): number;
}

const dayMs = 86_400_000;

/** For times that a file writes with Z. */
export const utcClock: WallClock = { toInstant: (wall) => wall, toWall: (at) => at };

/** The clock of an IANA zone. */
export function ianaClock(name: string): WallClock {
  const zone = IANAZone.create(name);
  // The platform is slow to say an offset; a day that begins and ends with one has it all day.
  const ofDay = new Map<number, number | null>();
  const offsetAt = (at: number): number => {
    const day = Math.floor(at / dayMs);
    let known = ofDay.get(day);
    if (known === undefined) {
      const first = zone.offset(day * dayMs);
      known = first === zone.offset((day + 1) * dayMs) ? first : null;
      ofDay.set(day, known);
    }
    return (known ?? zone.offset(at)) * 60_000;
  };
  return {
    toInstant(wall) {
      const before = wall - offsetAt(wall - dayMs);
      const behind = wall - offsetAt(wall + dayMs);
      const fitting = [before, behind].filter((at) => at + offsetAt(at) === wall);
      return fitting.length > 0 ? Math.min(...fitting) : before;
    },
    toWall: (at) => at + offsetAt(at),
  };
}

/** A zone's own rules may repeat by month and day only: anything finer is no clock change but an attempt to keep us busy. */
const partsOfRule = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYDAY', 'BYMONTHDAY']);

function isSober(block: CalendarBlock): boolean {
  const rules = [...block.text.matchAll(/^RRULE[^:]*:(.*)$/gim)].map(([, rule = '']) => rule.trim().toUpperCase());
  return rules.every((rule) => /(^|;)FREQ=YEARLY(;|$)/.test(rule) && rule.split(';').every((part) => partsOfRule.has(part.split('=')[0] ?? '')));
}

function timeAt(wall: number): ICAL.Time {
  const at = new Date(wall);
  return new ICAL.Time({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: false }, ICAL.Timezone.localTimezone);
}

/** The clock that a VTIMEZONE describes; null when it describes none. */
function describedClock(block: CalendarBlock): { tzid: string; clock: WallClock } | null {
  if (!isSober(block)) return null;
  try {
    const component = new ICAL.Component(ICAL.parse(block.text) as unknown[]);
    const tzid: unknown = component.getFirstPropertyValue('tzid');
    if (typeof tzid !== 'string') return null;
    const zone = new ICAL.Timezone({ component, tzid });
    const offset = (wall: number): number => zone.utcOffset(timeAt(wall)) * 1000;
    const toInstant = (wall: number): number => wall - offset(wall);
    return {
      tzid,
      clock: {
        toInstant,
        toWall(at) {
          const guess = at + offset(at);
          return toInstant(guess) === at ? guess : at + offset(guess);
        },
      },
    };
  } catch {
    // Said as an unknown zone by whoever names it; one that nobody names does no harm.
    return null;
  }
}

/** Names that Outlook writes, often without saying what they mean. */
const windowsNames: Readonly<Record<string, string>> = {
  'China Standard Time': 'Asia/Shanghai',
  'Taipei Standard Time': 'Asia/Taipei',
  'Singapore Standard Time': 'Asia/Singapore',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Pacific Standard Time': 'America/Los_Angeles',
  'AUS Eastern Standard Time': 'Australia/Sydney',
  UTC: 'UTC',
};

/**
 * The clock of a TZID: an IANA name is known better here than in an old file; then what the file itself describes; then the names
 * that Outlook writes. Null for one that nobody knows.
 */
export function clockBook(blocks: readonly CalendarBlock[]): (tzid: string) => WallClock | null {
  const described = new Map(blocks.flatMap((block) => (block.name === 'VTIMEZONE' ? describedClock(block) ?? [] : [])).map(({ tzid, clock }) => [tzid, clock]));
  const known = new Map<string, WallClock | null>();
  const find = (tzid: string): WallClock | null => {
    // Some programs put their own name before it: /freeassociation.sourceforge.net/Europe/Vienna.
    const words = tzid.split('/');
    const iana = [tzid, words.slice(-3).join('/'), words.slice(-2).join('/')].find((name) => name.includes('/') && IANAZone.isValidZone(name));
    if (iana !== undefined) return ianaClock(iana);
    const name = windowsNames[tzid];
    return described.get(tzid) ?? (name === undefined ? (IANAZone.isValidZone(tzid) ? ianaClock(tzid) : null) : ianaClock(name));
  };
  return (tzid) => {
    if (!known.has(tzid)) known.set(tzid, find(tzid));
    return known.get(tzid) ?? null;
  };
}
