import { z } from 'zod';
import { deliverySettings } from './delivery.ts';
import { calendarDay } from './hours.ts';
import { lineView } from './line.ts';
import { language } from './primitives.ts';
import { retention } from './retention.ts';

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
/** @see officeView */
export type OfficeView = z.infer<typeof officeView>;

/** An office whole, for those who keep it. */
export const officeDetail = officeView.extend({
  rev: z.number().int(),
  aliases: z.array(z.string()),
  /** ISO 3166-1 alpha-2: of numbers written without a country. */
  country: z.string(),
  /** The office's own holidays and swapped days; null: its country's official ones. */
  specialDays: z.array(calendarDay).nullable(),
  /** In the order in which the office lists them; behind them those that only members name (`isListed` false). */
  departments: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), head: z.object({ id: z.string(), name: z.string() }).nullable(), members: z.number().int(), isListed: z.boolean() })),
  lines: z.array(lineView),
  /** How its messages reach people, and how soon they are chased. */
  delivery: deliverySettings,
  /** How long it keeps what it was told. */
  retention,
});
/** @see officeDetail */
export type OfficeDetail = z.infer<typeof officeDetail>;

const words = z.string().normalize('NFC').trim().min(1).max(60);

const department = z.strictObject({
  name: words,
  /** The name it had; its members follow a new one. */
  was: z.string().max(60).optional(),
  aliases: z.array(words).max(20).default([]),
  headId: z.string().max(64).nullable().default(null),
});

const officeFields = {
  name: z.string().trim().min(1).max(60),
  nameEn: z.string().trim().min(1).max(100).nullable(),
  aliases: z.array(words).max(30),
  timeZone: z.string().min(1).max(64),
  country: z
    .string()
    .length(2)
    .transform((code) => code.toUpperCase()),
  /** 0 lets the next call ring at once. */
  wrapUpMs: z.number().int().min(0).max(600_000),
  departments: z.array(department).max(200),
  specialDays: z.array(calendarDay).max(2000).nullable(),
  delivery: deliverySettings,
  retention,
};

/** Body of `POST /api/offices`. */
export const newOffice = z.strictObject(officeFields).partial().required({ name: true, timeZone: true });
/** @see newOffice */
export type NewOffice = z.infer<typeof newOffice>;

/** Body of `PATCH /api/offices/:id`: what differs, and the `rev` that it was made from; the wrap-up clock alone may come without one. */
export const officePatch = z
  .strictObject(officeFields)
  .partial()
  .extend({ rev: z.number().int().min(0).optional() })
  .refine((patch) => patch.rev !== undefined || Object.keys(patch).every((field) => field === 'wrapUpMs'), { path: ['rev'], message: 'say which revision this was made from' });
/** @see officePatch */
export type OfficePatch = z.infer<typeof officePatch>;
