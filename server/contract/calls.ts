import { z } from 'zod';
import { callCard, callState, missedState, outcome } from './card.ts';
import { matter } from './matter.ts';
import { slip } from './slip.ts';

/** Query of `GET /api/calls`: newest first. */
export const callQuery = z.object({
  state: callState.optional(),
  outcome: outcome.optional(),
  unitId: z.string().max(64).optional(),
  agentId: z.string().max(64).optional(),
  matter: matter.optional(),
  /** Calls that nobody heard out, by what became of them. */
  missed: missedState.optional(),
  /** Part of a number in any style, of a name, an address or of what was written down. */
  q: z.string().trim().max(100).optional(),
  /** Arrived at or after, ms UTC. */
  from: z.coerce.number().int().optional(),
  /** Arrived before, ms UTC. */
  to: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

/** What the desk shows of a caller besides who he may be: slips of his that are not done, and his last calls, newest first. */
export const callerFile = z.object({ openSlips: z.array(slip), calls: z.array(callCard) });
/** @see callerFile */
export type CallerFile = z.infer<typeof callerFile>;
