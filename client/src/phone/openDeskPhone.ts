import type { CallCard } from '../../../server/contract/card.ts';
import { Refusal } from '../app/request.ts';
import type { DeskPhone, PhoneStatus } from './deskPhone.ts';
import { openHold } from './hold.ts';
import type { HoldNeeds, Standing } from './hold.ts';
import type { Line } from './line.ts';
import { openListeners } from './listeners.ts';

/** What the phone is told from outside. */
export interface PhoneNews extends Standing {
  /** Every call that has not ended, oldest first. */
  cards: readonly CallCard[];
  /** The call that this user has in hand, in whichever window; null for none. */
  callId: string | null;
}

/** A DeskPhone with its ears: a plain object that a page, or a test, keeps informed. */
export interface OpenDeskPhone extends DeskPhone {
  know(news: PhoneNews): void;
  /** The server's `phone:here`: this window has the phone now, or another one took it. */
  here(isHere: boolean): void;
  subscribe(listener: () => void): () => void;
  /** How often it has changed: who subscribed late sees that he missed something. */
  changes(): number;
  /** Lets go of everything; a call that runs is hung up as it is when a page closes. */
  close(): void;
}

/** Puts a line and this window's part in who has the phone together: the phone is registered at our server exactly while the line would ring here. */
export function openDeskPhone(line: Line, needs: HoldNeeds): OpenDeskPhone {
  const listeners = openListeners();
  let changes = 0;
  const tell = (): void => {
    changes += 1;
    listeners.tell();
  };
  const hold = openHold(needs);
  let news: PhoneNews = { connection: 'connecting', connectionId: null, phone: null, cards: [], callId: null };

  const follow = (): void => {
    line.want(hold.wants);
    hold.ready(line.isReady);
    tell();
  };
  const stops = [hold.subscribe(follow), line.subscribe(follow)];
  line.want(hold.wants);
  hold.ready(line.isReady);

  function status(): PhoneStatus {
    if (news.connection === 'lost') return { state: 'unregistered', trouble: 'server' };
    if (hold.place === 'elsewhere' && !hold.wants) return { state: 'elsewhere' };
    if (hold.isRegistered && line.isReady) return { state: 'registered', trouble: line.trouble };
    if (line.trouble !== null) return { state: 'unregistered', trouble: line.trouble };
    return hold.isRefused ? { state: 'unregistered', trouble: 'refused' } : { state: 'connecting' };
  }

  return {
    kind: line.kind,
    get status() {
      return status();
    },
    get details() {
      return line.details;
    },
    // A line whose calls move shows them only where the phone is; any other shows what runs in this window.
    legOf: (callId) => (line.canMoveCalls && hold.place !== 'here' ? null : (line.legs.find((leg) => leg.callId === callId) ?? null)),
    words: line.words,
    isMuted: line.isMuted,
    voiceHint: line.voiceHint,
    answer: line.answer,
    decline: line.decline,
    hangUp: line.hangUp,
    say: line.say,
    mute: line.mute,
    takeOver() {
      if (!line.canMoveCalls && hold.place === 'elsewhere' && news.callId !== null) return Promise.reject(new Refusal('wrong_state', 'a call runs in the other window'));
      return hold.takeOver();
    },
    know(next) {
      news = next;
      line.know(next.cards);
      hold.know(next);
    },
    here: hold.here,
    subscribe: listeners.add,
    changes: () => changes,
    close() {
      for (const stop of stops) stop();
      hold.close();
      line.close();
    },
  };
}
