import { z } from 'zod';
import { CarrierError } from '../carrierError.ts';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import type { Element, ElementRule } from '../twiml.ts';

const attributes = z.strictObject({ reason: z.enum(['rejected', 'busy']).optional() });

/** `<Reject reason>`: refuses the call unanswered and unbilled; rejected ends as no-answer, busy as busy. */
export const rejectRule: ElementRule = { attributes, children: [], text: 'none' };

/** Refuses the call. @throws CarrierError where it has been answered already: then there is nothing left to refuse. */
export async function runReject(element: Element, run: Run): Promise<Next> {
  const { reason } = attributes.parse(element.attributes);
  // In a whisper it declines the agent's leg, which has been answered: the Dial ends as completed.
  if (run.leg.direction === 'outbound-dial') return { go: 'end', status: 'completed' };
  if (run.leg.answeredAt !== null) throw new CarrierError(12200, '<Reject> after the call was answered', { url: run.documentUrl });
  run.exchange.tell(run.leg, reason === 'busy' ? '拒接：占线' : '拒接', reason === 'busy' ? 'refused as busy' : 'refused');
  return { go: 'end', status: reason === 'busy' ? 'busy' : 'no-answer' };
}
