import { z } from 'zod';
import { calendarDay } from './hours.ts';

/** The holidays and swapped days of an office, and what is official in its country as far as its notice is out. */
export const specialDaysReply = z.object({
  rev: z.number().int(),
  /** Whether the office keeps a list of its own; else `days` are the official ones. */
  isOwn: z.boolean(),
  days: z.array(calendarDay),
  official: z.array(calendarDay),
  /** A year that has no days yet though it is time: its notice is missing. */
  missingYear: z.number().int().nullable(),
});
/** @see specialDaysReply */
export type SpecialDaysReply = z.infer<typeof specialDaysReply>;

/** Body of `PUT /api/offices/:id/special-days`: the whole list, by the `rev` that it was made from. Null: the official days only. */
export const specialDaysInput = z.strictObject({ rev: z.number().int().min(0), days: z.array(calendarDay.extend({ name: z.string().trim().max(60) })).max(2000).nullable() });
