/** What one office sets for itself: its own words, its weights, its hours. Everything has a default. */
import { z } from 'zod';
import { ruleIds, type RuleId } from './manual.ts';

const clockTime = z.string().regex(/^\d{2}:\d{2}$/);

/** Settings of one office for the judgement; everything left out is as the manuals say. */
export const officeSchema = z.object({
  /** More names under which the office announces itself. */
  aliases: z.array(z.string()).default([]),
  /** Words that count as `casual` here, as spoken. */
  forbiddenWords: z.array(z.string()).default([]),
  /** Guarantees this office may give (免费上门): never `careless-promise`. */
  allowedPromises: z.array(z.string()).default([]),
  /** Numbers anybody may be told: switchboard, night desk. Digits. */
  publicNumbers: z.array(z.string()).default([]),
  /** Share of each rule on the score card; what is not named keeps the manual's. 0 takes a rule off the card. */
  weights: z.partialRecord(z.enum(ruleIds as [RuleId, ...RuleId[]]), z.number().nonnegative()).default({}),
  hints: z.object({ isOn: z.boolean().default(true), off: z.array(z.string()).default([]) }).default({ isOn: true, off: [] }),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Opening hours, the same every working day; `closes` is what 下班前 means. */
  hours: z.object({ opens: clockTime, closes: clockTime, workingDays: z.array(z.number().int().min(1).max(7)) }).default({ opens: '09:00', closes: '18:00', workingDays: [1, 2, 3, 4, 5, 6, 7] }),
});

/** @see officeSchema */
export type Office = z.infer<typeof officeSchema>;
/** An office that has set nothing. */
export const defaultOffice: Office = officeSchema.parse({});
