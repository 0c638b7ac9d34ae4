import type { PracticeLeg, PracticeRing } from '../../../../server/contract/live.ts';
import type { Leg, Word } from '../deskPhone.ts';

/** A leg at this phone. */
export interface PracticeLegHere extends Leg {
  isMuted: boolean;
}

interface PracticeState {
  legs: PracticeLegHere[];
  /** What was heard and said, by call. */
  words: Record<string, Word[]>;
}

/** What happens to the legs: told by the server, or pressed here and on its way to it. */
export type PracticeEvent =
  | { kind: 'ring'; ring: PracticeRing }
  | { kind: 'answering' | 'ringsOn' | 'declined' | 'talking' | 'stopped' | 'muted' | 'unmuted'; legSid: string }
  | { kind: 'words'; legSid: string; word: Word }
  /** All that the server knows of this phone: what is not in it is over. */
  | { kind: 'legs'; legs: PracticeLeg[] };

/** The state before the first ring. */
export const noPracticeCalls: PracticeState = { legs: [], words: {} };

/** Calls whose words are kept on the screen. */
const callsKept = 20;

function withWords(words: PracticeState['words'], callId: string, said: Word[]): PracticeState['words'] {
  const { [callId]: _, ...others } = words;
  return { ...Object.fromEntries(Object.entries(others).slice(-callsKept)), [callId]: said };
}

const withLeg = (state: PracticeState, legSid: string, change: (leg: PracticeLegHere) => PracticeLegHere): PracticeState => ({ ...state, legs: state.legs.map((leg) => (leg.legSid === legSid ? change(leg) : leg)) });

/** What the practice phone of this page knows. Pure. */
export function advancePractice(state: PracticeState, event: PracticeEvent): PracticeState {
  switch (event.kind) {
    case 'ring': {
      const { legSid, callId } = event.ring;
      return { ...state, legs: [...state.legs.filter((leg) => leg.legSid !== legSid), { legSid, callId, state: 'ringing', isMuted: false }] };
    }
    case 'answering':
    case 'ringsOn':
    case 'talking': {
      const next = event.kind === 'ringsOn' ? 'ringing' : event.kind;
      // The snapshot of a reloaded page may say "talking" before our own press is answered.
      return withLeg(state, event.legSid, (leg) => (leg.state === 'talking' ? leg : { ...leg, state: next }));
    }
    case 'muted':
    case 'unmuted':
      return withLeg(state, event.legSid, (leg) => ({ ...leg, isMuted: event.kind === 'muted' }));
    case 'declined':
    case 'stopped':
      return { ...state, legs: state.legs.filter((leg) => leg.legSid !== event.legSid) };
    case 'words': {
      const leg = state.legs.find(({ legSid }) => legSid === event.legSid);
      if (!leg) return state;
      return { ...state, words: withWords(state.words, leg.callId, [...(state.words[leg.callId] ?? []), event.word]) };
    }
    case 'legs':
      return {
        legs: event.legs.map(({ legSid, callId, state: how, muted }) => ({ legSid, callId, state: how, isMuted: muted })),
        words: event.legs.reduce((words, { callId, words: said }) => withWords(words, callId, said), state.words),
      };
  }
}
