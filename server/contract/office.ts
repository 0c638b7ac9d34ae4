import { z } from 'zod';
import { language } from './primitives.ts';

/** An office as the console needs it: what to announce, whose clock, how long a wrap-up may last. */
export const officeView = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  /** IANA name; every time on the screen is told by this clock. */
  timeZone: z.string(),
  wrapUpMs: z.number().int(),
  lines: z.array(z.object({ id: z.string(), number: z.string(), language, cycleMs: z.number().int() })),
});
export type OfficeView = z.infer<typeof officeView>;

/** Body of `PATCH /api/offices/:id`. `wrapUpMs`: 0 lets the next call ring at once. */
export const officePatch = z.strictObject({ wrapUpMs: z.number().int().min(0).max(600_000) });
