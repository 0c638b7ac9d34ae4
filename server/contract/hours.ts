import { z } from 'zod';

/** Opening or working hours on the office's own clock. `weekly` lists spans by ISO weekday (1 = Monday); minutes from midnight, `to` exclusive; one that ends before it begins runs past midnight. */
export const hours = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('never') }),
  z.object({
    kind: z.literal('weekly'),
    spans: z.array(z.object({ weekday: z.number().int().min(1).max(7), fromMinute: z.number().int().min(0).max(1440), toMinute: z.number().int().min(0).max(1440) })).max(100),
  }),
]);
/** @see hours */
export type Hours = z.infer<typeof hours>;

/** A day that is not as its weekday says: a holiday (`works: false`), or a weekend day that is worked in exchange. `date` is YYYY-MM-DD of the office's calendar. */
export const calendarDay = z.object({ date: z.iso.date(), works: z.boolean(), name: z.string().max(60) });
/** @see calendarDay */
export type CalendarDay = z.infer<typeof calendarDay>;
