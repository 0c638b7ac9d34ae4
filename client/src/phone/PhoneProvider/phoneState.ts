import type { PracticeRing } from '../../../../server/contract/live.ts';

export interface Word {
  at: number;
  by: 'caller' | 'agent';
  text: string;
}

export interface Leg {
  legSid: string;
  callId: string;
  state: 'ringing' | 'answering' | 'talking';
}

export interface PhoneState {
  legs: Leg[];
  /** What was heard and said, by call. */
  words: Record<string, Word[]>;
}

export type PhoneEvent =
  | { kind: 'ring'; ring: PracticeRing }
  | { kind: 'answering' | 'declined' | 'talking' | 'stopped'; legSid: string }
  | { kind: 'words'; legSid: string; word: Word }
  | { kind: 'lost' };

/** Calls whose words are kept on the screen. */
const callsKept = 20;

/** What the phone of this page knows. Pure. */
export function advancePhone(state: PhoneState, event: PhoneEvent): PhoneState {
  switch (event.kind) {
    case 'ring': {
      const { legSid, callId } = event.ring;
      return { ...state, legs: [...state.legs.filter((leg) => leg.legSid !== legSid), { legSid, callId, state: 'ringing' }] };
    }
    case 'answering':
    case 'talking':
      return { ...state, legs: state.legs.map((leg) => (leg.legSid === event.legSid ? { ...leg, state: event.kind === 'talking' ? 'talking' : leg.state === 'talking' ? 'talking' : 'answering' } : leg)) };
    case 'declined':
    case 'stopped':
      return { ...state, legs: state.legs.filter((leg) => leg.legSid !== event.legSid) };
    case 'words': {
      const leg = state.legs.find(({ legSid }) => legSid === event.legSid);
      if (!leg) return state;
      const { [leg.callId]: before = [], ...others } = state.words;
      const kept = Object.entries(others).slice(-callsKept);
      return { ...state, words: { ...Object.fromEntries(kept), [leg.callId]: [...before, event.word] } };
    }
    case 'lost':
      return { ...state, legs: [] };
  }
}
