import { z } from 'zod';
import { callState, outcome } from './card.ts';

/** Query of `GET /api/calls`: newest first. */
export const callQuery = z.object({
  state: callState.optional(),
  outcome: outcome.optional(),
  unitId: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type CallQuery = z.infer<typeof callQuery>;
