/** One thing that was said; `at` in ms UTC by the server's clock. */
export interface Word {
  at: number;
  by: 'caller' | 'agent';
  text: string;
}

/** A call at this phone. `answering`: pressed, not yet connected. */
export interface Leg {
  legSid: string;
  callId: string;
  state: 'ringing' | 'answering' | 'talking';
}

/** Why a phone does not ring, or may soon not; each has a sentence in the words (`phone.trouble`) that says what to do. */
export type PhoneTrouble =
  | 'server'
  | 'refused'
  | 'notConfigured'
  | 'token'
  | 'account'
  | 'refreshing'
  | 'signaling'
  | 'media'
  | 'microphoneNotAsked'
  | 'microphoneDenied'
  | 'microphoneMissing'
  | 'microphoneBusy'
  | 'silentMicrophone'
  | 'throttled'
  | 'unsupported'
  | 'load'
  | 'unknown';

/** `elsewhere`: another window of this user has the phone. A registered phone may have something to tell as well. */
export type PhoneStatus = { state: 'registered'; trouble: PhoneTrouble | null } | { state: 'connecting' } | { state: 'elsewhere' } | { state: 'unregistered'; trouble: PhoneTrouble };

/** The telephone of this page, whichever line is behind it. Calls are named by the caller's leg, as on the card. */
export interface DeskPhone {
  readonly kind: 'practice' | 'twilio' | 'none';
  readonly status: PhoneStatus;
  /** What the sentence of the trouble names: the settings that the server lacks, or the carrier's error number. */
  readonly details: readonly string[];
  /** The leg of this call that rings or talks at this window; null where there is none. */
  legOf(callId: string): Leg | null;
  /** What was said as far as the line knows it as text: on the practice line all of it, on the carrier's nothing. */
  words(callId: string): readonly Word[];
  isMuted(callId: string): boolean;
  /** How this call's agent speaks, told once when it was wrong for a while (S1 五.1.g); null where there is nothing to say, or no sound. */
  voiceHint(callId: string): 'tooLow' | 'tooLoud' | null;
  /** Ends when the caller can be spoken to. @throws Refusal `wrong_state` where it came to nothing */
  answer(callId: string): Promise<void>;
  /** This phone stops ringing; the others ring on. */
  decline(callId: string): Promise<void>;
  hangUp(callId: string): Promise<void>;
  /** Says words to the caller: on the practice line they are typed, on the carrier's line the agent speaks himself and this does nothing. @throws Refusal `wrong_state` while muted */
  say(callId: string, text: string): Promise<void>;
  /** Covers the mouthpiece, or uncovers it. */
  mute(callId: string, isMuted: boolean): Promise<void>;
  /** Brings the phone to this window. A call that runs in the other one is never cut. @throws Refusal `wrong_state` while one runs there that cannot be moved */
  takeOver(): Promise<void>;
}
