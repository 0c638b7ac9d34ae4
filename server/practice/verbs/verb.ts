import type { Next } from '../source.ts';
import type { Run } from '../run.ts';
import type { Element } from '../twiml.ts';

/** Runs one verb on a leg and says what follows. The element has passed its rule. */
export type Verb = (element: Element, run: Run) => Promise<Next>;
