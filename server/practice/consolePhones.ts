import { DomainError } from '../contract/errors.ts';
import type { PracticeLeg, PracticeRing, PracticeWord } from '../contract/live.ts';
import type { Clock, Timer } from './clock.ts';
import type { Offer, Phone, Phones } from './phones.ts';

/** What a console is told of its practice phone. */
export interface ConsolePhoneEvents {
  ring(userId: string, ring: PracticeRing): void;
  stopped(userId: string, leg: { legSid: string; reason: string }): void;
  heard(userId: string, words: { legSid: string; text: string }): void;
  /** Every leg at this phone: told whenever it is registered over another connection, so that a reloaded page finds its call again. */
  legs(userId: string, legs: PracticeLeg[]): void;
}

/** What an agent does with the practice phone. */
export interface PhoneAct {
  legSid: string;
  act: 'accept' | 'decline' | 'hangUp' | 'say' | 'mute' | 'unmute';
  /** What is said, with `say`. */
  text?: string | undefined;
}

/** Practice phones whose bell and buttons are in the agents' consoles. */
export interface ConsolePhones {
  /** The console's phone of this user is registered over this connection; null: over none any more. */
  set(userId: string, connectionId: string | null): void;
  /** @throws DomainError `not_found` when this leg neither rings nor talks at this user's phone; `wrong_state` where the caller would hear nothing of it */
  act(userId: string, act: PhoneAct): void;
  close(): void;
}

/**
 * How long a call lives on a phone whose connection is gone, ms: a reload takes two or three seconds, a changed network a little longer. The
 * caller hears silence meanwhile, as he would from a phone that was put down.
 */
export const practiceGraceMs = 8_000;

interface Held {
  userId: string;
  offer: Offer;
  accepted: boolean;
  words: PracticeWord[];
}

interface ConsolePhone {
  phone: Phone;
  connectionId: string | null;
  /** Runs out when nobody comes back for the calls. */
  grace: Timer | null;
}

/** Puts a phone of the practice line behind each console. */
export function openConsolePhones(phones: Phones, clock: Clock, tell: ConsolePhoneEvents): ConsolePhones {
  const consoles = new Map<string, ConsolePhone>();
  const offers = new Map<string, Held>();

  const phoneOf = (userId: string): Phone => ({
    converses: true,
    ring(offer) {
      offers.set(offer.legSid, { userId, offer, accepted: false, words: [] });
      tell.ring(userId, ringOf(offer));
    },
    stopped(offer, reason) {
      offers.delete(offer.legSid);
      tell.stopped(userId, { legSid: offer.legSid, reason });
    },
    heard(offer, text) {
      offers.get(offer.legSid)?.words.push({ at: clock.now(), by: 'caller', text });
      tell.heard(userId, { legSid: offer.legSid, text });
    },
  });

  const ringOf = (offer: Offer): PracticeRing => ({ legSid: offer.legSid, callId: offer.callSid, from: offer.from, parameters: { ...offer.parameters } });
  const heldBy = (userId: string): Held[] => [...offers.values()].filter((held) => held.userId === userId);

  function consoleOf(userId: string): ConsolePhone {
    let known = consoles.get(userId);
    if (!known) {
      // One phone for good: it stays busy with a call that outlives a reload.
      known = { phone: phoneOf(userId), connectionId: null, grace: null };
      consoles.set(userId, known);
    }
    return known;
  }

  return {
    set(userId, connectionId) {
      const mine = consoleOf(userId);
      const before = mine.connectionId;
      if (before === connectionId) return;
      mine.connectionId = connectionId;
      mine.grace?.cancel();
      mine.grace = null;
      if (connectionId !== null) {
        if (before === null) phones.register(userId, mine.phone);
        const legs = heldBy(userId).map(({ offer, accepted, words }): PracticeLeg => ({ ...ringOf(offer), state: accepted ? 'talking' : 'ringing', muted: offer.mute, words: [...words] }));
        tell.legs(userId, legs);
        return;
      }
      // Nothing new rings here; what was answered waits a little for its page to come back, then the leg dies without a word.
      phones.unregister(userId, mine.phone);
      if (heldBy(userId).length === 0) return;
      mine.grace = clock.setTimer(practiceGraceMs, () => {
        mine.grace = null;
        for (const held of heldBy(userId)) if (held.accepted) held.offer.die();
      });
    },
    act(userId, { legSid, act, text }) {
      const held = offers.get(legSid);
      if (held?.userId !== userId) throw new DomainError('not_found', 'this leg is not at your phone', { legSid: 'unknown' });
      const { offer } = held;
      switch (act) {
        case 'accept':
          held.accepted ||= offer.accept();
          if (!held.accepted) throw new DomainError('wrong_state', 'somebody was faster, or the caller is gone');
          return;
        case 'decline':
          return offer.reject();
        case 'hangUp':
          return offer.hangUp();
        case 'mute':
        case 'unmute':
          if (!held.accepted) throw new DomainError('wrong_state', 'the call is not answered');
          if (offer.mute !== (act === 'mute')) offer.mute = act === 'mute';
          return;
        case 'say':
          if (!held.accepted) throw new DomainError('wrong_state', 'the call is not answered');
          // Refused rather than swallowed: what was typed stays in its field, and the agent learns why nobody heard it.
          if (offer.mute) throw new DomainError('wrong_state', 'the phone is muted', { muted: 'the caller hears nothing' });
          if (text === undefined || text === '') return;
          held.words.push({ at: clock.now(), by: 'agent', text });
          return offer.say(text);
      }
    },
    close() {
      for (const { grace } of consoles.values()) grace?.cancel();
    },
  };
}
