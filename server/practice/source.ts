import type { FinalStatus, LegEnding } from './legStatus.ts';
import type { Params } from './signature.ts';
import type { RequestKind } from './webhook.ts';

/** Where a document comes from: asked of a URL with extra parameters, or given inline through REST. */
export type Source =
  | { kind: 'fetch'; request: RequestKind; url: string; method: 'GET' | 'POST'; params: Params }
  | { kind: 'inline'; twiml: string };

/** What follows a verb: the next verb, another document (what stands after is unreachable), or the end of the call. */
export type Next = { go: 'on' } | { go: 'to'; source: Source } | { go: 'end'; status?: FinalStatus };

/** Why a document, or a prompt, is left in the middle. */
export type Interruption = { kind: 'gone'; ending: LegEnding } | { kind: 'redirect'; source: Source } | { kind: 'broken-into' };
