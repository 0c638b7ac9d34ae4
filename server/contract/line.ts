import { z } from 'zod';
import { hours } from './hours.ts';
import { language } from './primitives.ts';

/** A line as those see it who keep its office. */
export const lineView = z.object({
  id: z.string(),
  rev: z.number().int(),
  unitId: z.string(),
  /** E.164. */
  number: z.string(),
  /** The language of the opener. */
  language,
  /** All that the attendant offers, the opener's first. */
  languages: z.array(language),
  /** One ring as the caller hears it, ms. */
  cycleMs: z.number().int(),
  /** How many phones ring at once. */
  ringWidth: z.number().int(),
  /** Rings that the caller hears before the attendant speaks when nobody is free. */
  pauseRings: z.number().int(),
  hours,
  /** BYOC trunk of outgoing legs. */
  byoc: z.string().nullable(),
});
/** @see lineView */
export type LineView = z.infer<typeof lineView>;

const lineFields = {
  /** In any writing; read with the office's country. */
  number: z.string().min(3).max(100),
  language,
  languages: z.array(language).min(1).max(3),
  cycleMs: z.number().int().min(1000).max(20_000),
  ringWidth: z.number().int().min(1).max(10),
  pauseRings: z.number().int().min(0).max(2),
  hours,
  byoc: z
    .string()
    .regex(/^BY[0-9a-fA-F]{32}$/)
    .nullable(),
};

/** Body of `POST /api/lines`. */
export const newLine = z.strictObject({ ...lineFields, unitId: z.string().max(64) }).partial({ languages: true, ringWidth: true, pauseRings: true, hours: true, byoc: true });
/** @see newLine */
export type NewLine = z.infer<typeof newLine>;

/** Body of `PATCH /api/lines/:id`: what differs, and the `rev` that it was made from. */
export const linePatch = z.strictObject(lineFields).partial().extend({ rev: z.number().int().min(0) });
/** @see linePatch */
export type LinePatch = z.infer<typeof linePatch>;
