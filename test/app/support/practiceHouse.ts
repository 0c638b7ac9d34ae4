import type { CallCard } from '../../../server/contract/card.ts';
import type { Fact } from '../../../server/calls/fact.ts';
import type { Offer, Phone, PlaceCall, PracticeCall, PracticeCarrier, SwitchSettings } from '../../../server/practice/carrier.ts';
import { switchesSchema } from '../../../server/practice/switches.ts';
import { openHouse, sunshine } from '../../support/house.ts';
import type { Console, House } from '../../support/house.ts';
import type { ManualClock } from '../../support/manualClock.ts';

/** What a robot does when its phone rings; `nth` counts its calls from 0. */
export type Plan = (offer: Offer, nth: number) => void;

/** An agent at his desk: a real signed-in console, and a phone that does what the test tells it. */
export interface Robot {
  readonly id: string;
  readonly console: Console;
  /** Every ringing of this phone so far. */
  readonly offers: Offer[];
  /** Legs that ring or talk at this phone now. */
  readonly held: Set<string>;
  /** The most legs of different calls that this phone ever held at once. */
  mostHeld: number;
  plan: Plan;
}

/** The whole program in practice mode: no carrier account, the practice carrier behind REST and webhooks, a clock moved by hand. */
export interface PracticeHouse extends House {
  carrier: PracticeCarrier;
  /** Seats an agent: signed in, available, with a registered phone. */
  seat(id: string): Promise<Robot>;
  /** An agent whose console says that his phone is registered while the carrier does not know it. */
  seatGhost(id: string): Promise<Console>;
  /** All switches at their defaults, except these. */
  set(switches: SwitchSettings): void;
  call(call?: Partial<PlaceCall>): PracticeCall;
  card(callId: string): Promise<CallCard>;
  facts(callId: string): Promise<readonly Fact[]>;
  /** Lets time pass until this holds, by whole seconds. @throws Error after `mostMs` */
  until(holds: () => boolean | Promise<boolean>, mostMs: number): Promise<void>;
  /** Lets time pass until the call is over here and at the carrier, and all that was put off for it is done. */
  finish(call: PracticeCall): Promise<CallCard>;
  /** How often the listeners were told each kind of news of a call. */
  told(callId: string, how: 'ended' | 'amended'): number;
}

const noAccount = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', TWILIO_API_BASE_URL: '' };

export async function openPracticeHouse(options: { clock?: ManualClock; folder?: string } = {}): Promise<PracticeHouse> {
  const house = await openHouse({ env: noAccount, ...options });
  const { practiceLine, desk } = house.app;
  if (!practiceLine) throw new Error('the program did not open its practice line');
  const { carrier } = practiceLine;
  const news: { callId: string; how: string }[] = [];
  desk.onCard((card, how) => news.push({ callId: card.id, how }));

  const own: PracticeHouse = {
    ...house,
    carrier,
    async seat(id) {
      const console = await house.atDesk(id);
      const robot: Robot = { id, console, offers: [], held: new Set(), mostHeld: 0, plan: () => undefined };
      const phone: Phone = {
        ring(offer) {
          robot.held.add(offer.legSid);
          robot.mostHeld = Math.max(robot.mostHeld, robot.held.size);
          robot.offers.push(offer);
          robot.plan(offer, robot.offers.length - 1);
        },
        stopped: (offer) => void robot.held.delete(offer.legSid),
      };
      carrier.phones.register(id, phone);
      return robot;
    },
    async seatGhost(id) {
      const console = await house.atDesk(id);
      carrier.phones.unregister(id);
      return console;
    },
    set: (switches) => carrier.setSwitches({ ...switchesSchema.parse({}), ...switches }),
    call: (call = {}) => carrier.placeCall({ from: '+8613800138001', to: sunshine, ...call }),
    async card(callId) {
      const known = await desk.look(callId);
      if (!known) throw new Error(`the desk does not know call ${callId}`);
      return known.card;
    },
    facts: async (callId) => (await desk.look(callId))?.facts ?? [],
    async until(holds, mostMs) {
      const limit = house.clock.now() + mostMs;
      await house.app.settled();
      while (!(await holds())) {
        if (house.clock.now() >= limit) throw new Error(`not so within ${mostMs} ms`);
        await house.advance(1000);
      }
    },
    async finish(call) {
      await own.until(async () => call.endedAt !== null && (await own.card(call.sid)).state === 'ended', 8 * 60_000);
      // The deadline of a round and the question after a lost callback are due within this.
      await house.advance(65_000);
      return own.card(call.sid);
    },
    told: (callId, how) => news.filter((one) => one.callId === callId && one.how === how).length,
  };
  return own;
}
