import { DateTime } from 'luxon';
import type { Hours } from './people.ts';

/**
 * Whether a line is open at `now` (ms UTC), on the clock of `timeZone` (IANA name). A span that ends before it begins runs
 * past midnight into the next day. An unknown time zone counts as open: a wrong setting must not send callers away.
 */
export function isOpen(hours: Hours, timeZone: string, now: number): boolean {
  switch (hours.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'weekly': {
      const local = DateTime.fromMillis(now, { zone: timeZone });
      if (!local.isValid) return true;
      const minute = local.hour * 60 + local.minute;
      const yesterday = local.weekday === 1 ? 7 : local.weekday - 1;
      return hours.spans.some((span) => {
        const pastMidnight = span.toMinute < span.fromMinute;
        if (span.weekday === local.weekday) return minute >= span.fromMinute && (pastMidnight || minute < span.toMinute);
        return pastMidnight && span.weekday === yesterday && minute < span.toMinute;
      });
    }
  }
}
