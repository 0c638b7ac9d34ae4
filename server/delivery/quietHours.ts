import { DateTime } from 'luxon';
import type { DeliverySettings } from '../contract/delivery.ts';

/** The first instant from `at` on (ms UTC) that is not within the quiet hours of this office's clock. Hours that begin and end at the same minute are none. */
export function afterQuiet(at: number, { fromMinute, toMinute }: NonNullable<DeliverySettings['quiet']>, timeZone: string): number {
  const given = DateTime.fromMillis(at, { zone: timeZone });
  const local = given.isValid ? given : DateTime.fromMillis(at, { zone: 'UTC' });
  const minute = local.hour * 60 + local.minute;
  const overMidnight = toMinute < fromMinute;
  const isQuiet = overMidnight ? minute >= fromMinute || minute < toMinute : minute >= fromMinute && minute < toMinute;
  if (!isQuiet) return at;
  const day = overMidnight && minute >= fromMinute ? local.plus({ days: 1 }) : local;
  // Noon first: setting the hour across a clock change must not move the day.
  return day.set({ hour: 12 }).set({ hour: Math.floor(toMinute / 60), minute: toMinute % 60, second: 0, millisecond: 0 }).toMillis();
}
