import { z } from 'zod';

/** A scripted resident of the practice line, as one chooses him. */
export const practiceResident = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  summary: z.object({ zh: z.string(), en: z.string() }),
  from: z.string(),
});
/** @see practiceResident */
export type PracticeResident = z.infer<typeof practiceResident>;

/** Body of `POST /api/practice/calls`. Without `to`, the first line of the office is called. */
export const practiceCallInput = z.strictObject({
  residentId: z.string().min(1).max(64),
  to: z.string().min(3).max(40).optional(),
});

/** A practice call as the carrier saw it. `ring`: the ring in which it was answered, by the carrier's ears. */
export const practiceCallView = z.object({
  callId: z.string(),
  ended: z.boolean(),
  ring: z.number().int().nullable(),
  story: z.array(z.object({ atMs: z.number(), zh: z.string(), en: z.string() })),
  /** What a real carrier would have refused. A clean call has none. */
  faults: z.array(z.string()),
});
/** @see practiceCallView */
export type PracticeCallView = z.infer<typeof practiceCallView>;

/** Robot agents for trying the line under load; they sign in like demo users. */
export const robotsInput = z.strictObject({ count: z.number().int().min(1).max(50) });
/** Reply of the request for robots: their passwords stand nowhere else. */
export const robotsReply = z.object({ items: z.array(z.object({ username: z.string(), password: z.string() })) });
