import { z } from 'zod';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import type { Element, ElementRule } from '../twiml.ts';

/** `<Hangup/>`: ends the call. */
export const hangupRule: ElementRule = { attributes: z.strictObject({}), children: [], text: 'none' };

/** Hangs up. As a first verb it leaves the call unanswered, which ends as no-answer (since 2023-06-01). */
export async function runHangup(_element: Element, run: Run): Promise<Next> {
  run.exchange.tell(run.leg, '我方挂断', 'our side hangs up');
  return { go: 'end' };
}
