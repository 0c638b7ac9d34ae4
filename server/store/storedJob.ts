import { z } from 'zod';
import type { EffectKind, Job } from '../calls/effect.ts';
import { instant } from '../contract/primitives.ts';
import { slipContent, slipField, slipSource } from '../contract/slip.ts';

const base = { callId: z.string(), key: z.string(), dueAt: instant };

const slipSeed = z.object({
  slipId: z.string(),
  unitId: z.string(),
  state: z.enum(['draft', 'taken']),
  readBack: z.boolean(),
  content: slipContent.partial(),
  recordingSid: z.string().nullable(),
  sources: z.record(z.string(), slipSource),
  declined: z.array(slipField),
});

/** One shape per kind of effect; a kind without one does not compile. */
const shapes = {
  deadline: z.object({ ...base, kind: z.literal('deadline'), round: z.number().int() }),
  cancelLegs: z.object({ ...base, kind: z.literal('cancelLegs'), round: z.number().int() }),
  endLeg: z.object({ ...base, kind: z.literal('endLeg'), legSid: z.string() }),
  keepSlip: z.object({ ...base, kind: z.literal('keepSlip'), seed: slipSeed }),
  recognise: z.object({ ...base, kind: z.literal('recognise') }),
  reconcile: z.object({ ...base, kind: z.literal('reconcile'), attempt: z.number().int() }),
} satisfies { [K in EffectKind]: z.ZodType<{ kind: K }> };

/** A job as the outbox keeps it. The cast only says that JSON holds no `undefined`, which zod's optional would allow. */
export const storedJob = z
  .discriminatedUnion('kind', [shapes.deadline, shapes.cancelLegs, shapes.endLeg, shapes.keepSlip, shapes.recognise, shapes.reconcile])
  .transform((job) => job as Job);
