import type { Script } from './script.ts';

/** How a number outside the account behaves when it is called. Times are the carrier's own. */
export interface Callee {
  outcome: 'answers' | 'busy' | 'no-answer' | 'unreachable';
  afterMs?: number;
  script?: Script;
}
