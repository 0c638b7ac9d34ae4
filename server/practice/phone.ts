import type { Leg } from './leg.ts';
import type { LegEnding } from './legStatus.ts';

/** A call that rings on, or is held by, one phone. */
export interface Offer {
  /** The SID of this phone's leg, and of the caller's. */
  readonly legSid: string;
  readonly callSid: string;
  readonly identity: string;
  readonly from: string;
  /** The `<Parameter>`s of the Client noun. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Shown to others only; the practice line has no sound. */
  mute: boolean;
  /** Takes the call. False where somebody was faster, or it has ended. */
  accept(): boolean;
  /** Refuses it: this leg ends as busy. */
  reject(): void;
  /** Hangs up, or refuses while it rings. */
  hangUp(): void;
  /** The phone dies without a word (tab closed, network gone). */
  die(): void;
  /** Says something to the other side, as text: a resident with a script answers. */
  say(text: string): void;
  /** Presses a key, for a document that runs on this leg (a whisper). */
  press(digits: string): void;
}

/** A softphone: a robot in this process, or a browser behind a socket. Its methods may call the offer's at once. */
export interface Phone {
  ring(offer: Offer): void;
  /** The offer is over: before or after it was accepted. Told once. */
  stopped(offer: Offer, reason: LegEnding): void;
  /** The two sides can talk. */
  bridged?(offer: Offer): void;
  /** What the other side says, as text. */
  heard?(offer: Offer, text: string): void;
  /** Answers the resident in text (`offer.say`): the resident then waits longer before going on unasked. */
  converses?: boolean;
  /** Rings also while it is on a call. The SDK does not, unless told: the invite is ignored in silence and the leg rings on. */
  allowIncomingWhileBusy?: boolean;
}

/** The account's softphones by identity. Several phones may share one: all ring, one gets the call. */
export interface Phones {
  register(identity: string, phone: Phone): void;
  /** Takes one phone, or all of an identity, off. Calls they hold go on. */
  unregister(identity: string, phone?: Phone): void;
  isRegistered(identity: string): boolean;
  /** Rings the free phones of a leg's identity. False where none is registered. */
  ring(leg: Leg, identity: string, parameters: Readonly<Record<string, string>>): boolean;
  /** The phone that holds a leg. */
  holderOf(leg: Leg): Phone | undefined;
  /** Tells the phone that holds a leg that the two sides can talk. */
  bridged(leg: Leg): void;
}
