import type { Offer, Phone, Phones } from './phones.ts';

/** What a console is told of its practice phone. */
export interface ConsolePhoneEvents {
  ring(userId: string, ring: { legSid: string; callId: string; from: string; parameters: Record<string, string> }): void;
  stopped(userId: string, leg: { legSid: string; reason: string }): void;
  heard(userId: string, words: { legSid: string; text: string }): void;
}

/** Practice phones whose bell and buttons are in the agents' consoles. */
export interface ConsolePhones {
  /** The console's phone of this user is registered, or is not any more. */
  set(userId: string, registered: boolean): void;
  /** False when this leg neither rings nor talks at this user's phone. */
  act(userId: string, legSid: string, act: 'accept' | 'decline' | 'hangUp' | 'say', text?: string): boolean;
}

/** Puts a phone of the practice line behind each console. */
export function openConsolePhones(phones: Phones, tell: ConsolePhoneEvents): ConsolePhones {
  const registered = new Map<string, Phone>();
  const offers = new Map<string, { userId: string; offer: Offer; accepted: boolean }>();

  const phoneOf = (userId: string): Phone => ({
    ring(offer) {
      offers.set(offer.legSid, { userId, offer, accepted: false });
      tell.ring(userId, { legSid: offer.legSid, callId: offer.callSid, from: offer.from, parameters: { ...offer.parameters } });
    },
    stopped(offer, reason) {
      offers.delete(offer.legSid);
      tell.stopped(userId, { legSid: offer.legSid, reason });
    },
    heard: (offer, text) => tell.heard(userId, { legSid: offer.legSid, text }),
  });

  return {
    set(userId, isRegistered) {
      const phone = registered.get(userId);
      if (isRegistered && !phone) {
        const made = phoneOf(userId);
        registered.set(userId, made);
        phones.register(userId, made);
      } else if (!isRegistered && phone) {
        registered.delete(userId);
        phones.unregister(userId, phone);
        // A phone that goes away in mid-call is a tab that was closed: the leg dies without a word.
        for (const held of [...offers.values()]) if (held.userId === userId && held.accepted) held.offer.die();
      }
    },
    act(userId, legSid, act, text) {
      const held = offers.get(legSid);
      if (held?.userId !== userId) return false;
      if (act === 'accept') held.accepted = held.offer.accept() || held.accepted;
      else if (act === 'decline') held.offer.reject();
      else if (act === 'hangUp') held.offer.hangUp();
      else if (held.accepted && text !== undefined) held.offer.say(text);
      return true;
    },
  };
}
