import type { Line } from './line.ts';
import type { PhoneTrouble } from './deskPhone.ts';
import { Refusal } from '../app/request.ts';

/** A phone without a line: before it is known which, and where the server has none for browsers. */
export function noLine(trouble: PhoneTrouble | null, details: readonly string[] = []): Line {
  const refuse = (): Promise<never> => Promise.reject(new Refusal('wrong_state', 'there is no line'));
  return {
    kind: 'none',
    isReady: false,
    trouble,
    details,
    legs: [],
    canMoveCalls: true,
    words: () => [],
    isMuted: () => false,
    voiceHint: () => null,
    answer: refuse,
    decline: refuse,
    hangUp: refuse,
    say: refuse,
    mute: refuse,
    want: () => undefined,
    know: () => undefined,
    subscribe: () => () => undefined,
    close: () => undefined,
  };
}
