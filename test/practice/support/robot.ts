import type { LegEnding, Offer, Phone } from '../../../server/practice/carrier.ts';

/** A phone that writes down what happens to it and does what the test tells it. */
export interface RobotPhone extends Phone {
  offers: Offer[];
  stops: { offer: Offer; reason: LegEnding }[];
  lines: string[];
}

export function robotPhone(onRing: (offer: Offer) => void = () => undefined): RobotPhone {
  const phone: RobotPhone = {
    offers: [],
    stops: [],
    lines: [],
    ring(offer) {
      phone.offers.push(offer);
      onRing(offer);
    },
    stopped: (offer, reason) => void phone.stops.push({ offer, reason }),
    heard: (_offer, text) => void phone.lines.push(text),
  };
  return phone;
}
