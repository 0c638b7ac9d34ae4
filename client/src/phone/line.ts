import type { CallCard } from '../../../server/contract/card.ts';
import type { DeskPhone, Leg, PhoneTrouble } from './deskPhone.ts';

/**
 * What stands behind a DeskPhone: the practice line or the carrier's. It knows nothing of other windows; `openDeskPhone` does, and tells it
 * whether the phone is wanted in this one. Plain objects: nothing here knows React.
 */
export interface Line extends Pick<DeskPhone, 'kind' | 'words' | 'isMuted' | 'voiceHint' | 'answer' | 'decline' | 'hangUp' | 'say' | 'mute' | 'details'> {
  /** It would ring here: our server may be told so. */
  readonly isReady: boolean;
  readonly trouble: PhoneTrouble | null;
  readonly legs: readonly Leg[];
  /** Calls can be moved to another window while they run. */
  readonly canMoveCalls: boolean;
  /** The phone is wanted in this window, or is not. A call that runs here goes on either way. */
  want(isWanted: boolean): void;
  /** The cards as they stand, for a carrier that does not say which call a leg belongs to. */
  know(cards: readonly CallCard[]): void;
  /** @returns the way to stop */
  subscribe(listener: () => void): () => void;
  close(): void;
}
