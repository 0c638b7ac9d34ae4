import type { LegCallback } from '../legStatus.ts';
import type { Source } from '../source.ts';

/** One party of a Dial, read. `whisper` runs on its leg between the answer and the bridge. */
export type Noun = {
  address: string;
  callback: LegCallback | undefined;
  whisper: Source | undefined;
} & ({ kind: 'client'; identity: string; parameters: Record<string, string> } | { kind: 'number'; byoc: boolean } | { kind: 'sip' });

/** Progress events a noun's statusCallbackEvent may name. */
export const legEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;

/** The callback of a noun: without a list of events only `completed` is reported. */
export function callbackOf(
  wanted: { statusCallback?: string | undefined; statusCallbackEvent?: (typeof legEvents)[number][] | undefined; statusCallbackMethod?: 'GET' | 'POST' | undefined },
  resolve: (url: string) => string,
): LegCallback | undefined {
  if (wanted.statusCallback === undefined) return undefined;
  return { url: resolve(wanted.statusCallback), method: wanted.statusCallbackMethod ?? 'POST', events: new Set(wanted.statusCallbackEvent ?? ['completed']) };
}

/** The whisper document of a noun. */
export function whisperOf(wanted: { url?: string | undefined; method?: 'GET' | 'POST' | undefined }, resolve: (url: string) => string): Source | undefined {
  if (wanted.url === undefined) return undefined;
  return { kind: 'fetch', request: 'whisper', url: resolve(wanted.url), method: wanted.method ?? 'POST', params: {} };
}
