import { z } from 'zod';
import { wholeNumber } from '../attributes.ts';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import type { Element, ElementRule } from '../twiml.ts';

const attributes = z.strictObject({ length: wholeNumber(1, 600).optional() });

/** `<Pause length>`: seconds, default 1, at least 1. */
export const pauseRule: ElementRule = { attributes, children: [], text: 'none' };

/** Waits. As a first verb it does not answer: the caller goes on hearing the line ring, and the status stays ringing. */
export async function runPause(element: Element, run: Run): Promise<Next> {
  await run.pause((attributes.parse(element.attributes).length ?? 1) * 1000);
  return { go: 'on' };
}
