import { z } from 'zod';
import { anyUrl, method } from '../attributes.ts';
import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import type { Element, ElementRule } from '../twiml.ts';

const attributes = z.strictObject({ method: method.optional() });

/** `<Redirect>`: another document, POST by default; an empty one asks for the current document again. What stands after it is unreachable. */
export const redirectRule: ElementRule = {
  attributes,
  children: [],
  text: 'allowed',
  fault: (element) => {
    const read = anyUrl.safeParse(element.text.trim());
    return read.success ? undefined : read.error.issues[0]?.message;
  },
};

/** Goes to another document. It does not answer the call: the next document decides. */
export async function runRedirect(element: Element, run: Run): Promise<Next> {
  const { method: asked } = attributes.parse(element.attributes);
  return { go: 'to', source: { kind: 'fetch', request: 'redirect', url: run.resolve(element.text.trim()), method: asked ?? 'POST', params: {} } };
}
