import type { Exchange } from './exchange.ts';
import type { Leg } from './leg.ts';
import type { LegEnding } from './legStatus.ts';
import type { Offer, Phone, Phones } from './phone.ts';
import { farEndHangsUp } from './progress.ts';

/** Opens a register without phones. */
export function openPhones(exchange: () => Exchange): Phones {
  const registered = new Map<string, Set<Phone>>();
  const busy = new Map<Phone, Offer>();
  const holders = new Map<string, { phone: Phone; offer: Offer }>();

  function offerTo(phone: Phone, leg: Leg, identity: string, parameters: Readonly<Record<string, string>>, taken: () => boolean, take: () => void): { offer: Offer; end: (ending: LegEnding) => void } {
    let mute = false;
    let over = false;
    const holds = () => holders.get(leg.sid)?.offer === offer;
    const offer: Offer = {
      legSid: leg.sid,
      callSid: leg.root.sid,
      identity,
      from: leg.from,
      parameters,
      get mute() {
        return mute;
      },
      set mute(value) {
        mute = value;
        exchange().note(leg, value ? 'muted' : 'unmuted', identity);
      },
      accept() {
        if (over || leg.ended || taken()) return false;
        take();
        holders.set(leg.sid, { phone, offer });
        if (leg.onAnswer?.() !== true) {
          holders.delete(leg.sid);
          return false;
        }
        busy.set(phone, offer);
        return true;
      },
      reject() {
        if (over || leg.ended || taken()) return;
        exchange().tell(leg, `${identity} 拒接`, `${identity} rejects the call`);
        farEndHangsUp(exchange(), leg);
      },
      hangUp() {
        if (over || leg.ended) return;
        if (!holds()) {
          offer.reject();
          return;
        }
        exchange().tell(leg, `${identity} 挂断`, `${identity} hangs up`);
        farEndHangsUp(exchange(), leg);
      },
      die() {
        if (over || leg.ended || !holds()) return;
        exchange().killLeg(leg);
      },
      say(text) {
        if (!holds() || leg.ended) return;
        exchange().tell(leg, `${identity}：${text}`, `${identity}: ${text}`);
        exchange().note(leg, 'agent-said', text);
        leg.ear.hear({ kind: 'speech-start' });
        leg.ear.hear({ kind: 'speech-end', text, confidence: 0.95 });
        leg.partnerHears?.(text);
      },
      press(digits) {
        if (!holds() || leg.ended) return;
        for (const digit of digits) leg.ear.hear({ kind: 'digit', digit });
      },
    };
    const end = (ending: LegEnding) => {
      if (over) return;
      over = true;
      if (busy.get(phone) === offer) busy.delete(phone);
      if (holds()) holders.delete(leg.sid);
      phone.stopped(offer, ending);
    };
    return { offer, end };
  }

  return {
    register(identity, phone) {
      const phones = registered.get(identity) ?? new Set();
      phones.add(phone);
      registered.set(identity, phones);
    },
    unregister(identity, phone) {
      const phones = registered.get(identity);
      if (phone === undefined) phones?.clear();
      else phones?.delete(phone);
      if (phones?.size === 0) registered.delete(identity);
    },
    isRegistered: (identity) => registered.has(identity),
    ring(leg, identity, parameters) {
      const phones = [...(registered.get(identity) ?? [])];
      let winner: Offer | undefined;
      const offers = phones
        .filter((phone) => !busy.has(phone) || phone.allowIncomingWhileBusy === true)
        .map((phone) => {
          const made = offerTo(phone, leg, identity, parameters, () => winner !== undefined, () => {
            winner = made.offer;
            for (const other of offers) if (other.made !== made) other.made.end('answered-elsewhere');
          });
          return { phone, made };
        });
      leg.whenEnded(() => {
        for (const { made } of offers) made.end(leg.ending ?? 'carrier-hung-up');
      });
      for (const { phone, made } of offers) {
        if (leg.ended || winner !== undefined) break;
        phone.ring(made.offer);
      }
      return phones.length > 0;
    },
    holderOf: (leg) => holders.get(leg.sid)?.phone,
    bridged(leg) {
      const holder = holders.get(leg.sid);
      if (!holder) return;
      leg.hearsPartner = (text) => holder.phone.heard?.(holder.offer, text);
      holder.phone.bridged?.(holder.offer);
    },
  };
}

export type { Offer, Phone, Phones } from './phone.ts';
