import type { CarrierError } from './carrierError.ts';
import { openCallbackQueue } from './callbacks.ts';
import type { Callee } from './callee.ts';
import { ringCycleMs } from './cadence.ts';
import type { Clock, Timer } from './clock.ts';
import type { Exchange, NumberTarget } from './exchange.ts';
import { openFlight } from './flight.ts';
import { arrive } from './incoming.ts';
import type { PlaceCall } from './incoming.ts';
import type { CallEvent, Leg } from './leg.ts';
import type { CallStatus } from './legStatus.ts';
import { openPhones } from './phones.ts';
import type { Phones } from './phone.ts';
import { endLeg } from './progress.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import { openRecordings } from './recordings.ts';
import type { Recording } from './recording.ts';
import { openRestServer } from './rest/server.ts';
import type { SentMessage } from './rest/messages.ts';
import { runLeg } from './runner.ts';
import { silentScript } from './script.ts';
import { newSid } from './sids.ts';
import type { StoryLine } from './story.ts';
import { switchesSchema } from './switches.ts';
import type { Switches, SwitchSettings } from './switches.ts';
import type { SentRequest } from './webhook.ts';
import { openWebhookSender } from './webhook.ts';

/** What a practice carrier needs. */
export interface CarrierOptions {
  clock: Clock;
  /** The server under practice, without a slash at the end: numbers without a target of their own point at its /twilio/… paths. */
  publicUrl: string;
  accountSid: string;
  authToken: string;
  /** API keys (SID to secret) that REST accepts beside accountSid and authToken. */
  apiKeys?: Readonly<Record<string, string>>;
  /** How many times faster than life the carrier's own times run (rings, speech, pauses, thinking). Timeouts of webhooks are the network's and stay. */
  speed?: number;
  switches?: SwitchSettings;
  /** Told every event of every call as it happens. */
  onStory?: (line: StoryLine) => void;
  /** Seed the calls to repeat them exactly; default: a fixed seed mixed with the clock. */
  random?: Random;
  /** Told what the carrier does beside the story: each request it sends, once begun. */
  log?: (request: SentRequest) => void;
}

/** A call placed from outside, and what became of it. */
export interface PracticeCall {
  readonly sid: string;
  readonly status: CallStatus;
  /** What happened, told, in order; grows while the call lasts. */
  readonly story: readonly StoryLine[];
  /** What happened, as data, on this leg and its child legs. */
  readonly events: readonly CallEvent[];
  /** What a real carrier would have refused or swallowed, child legs included. A clean call has none. */
  readonly errors: readonly CarrierError[];
  /** When the caller's leg was answered and ended: milliseconds UTC, null where not (yet). */
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** The ring, from 1, in which the caller was answered; null where not (yet). A call answered exactly at the end of ring 3 counts as ring 3. */
  readonly answeredInRing: number | null;
  /** Resolves when the call has ended and all it owed was sent (last action, the number's status callback). */
  readonly ended: Promise<void>;
  /** The caller hangs up. */
  hangUp(): void;
  /** The caller presses keys, at once. */
  press(digits: string): void;
  /** The caller says something, at the usual pace or within `speakMs`. */
  say(text: string, speakMs?: number): void;
}

/** A carrier that speaks Twilio's protocol to one server. */
export interface PracticeCarrier {
  /** Opens the REST API on 127.0.0.1 (port 0: any free one). The URL goes into TWILIO_API_BASE_URL. */
  listen(port?: number): Promise<{ url: string }>;
  /** Gives the account a number and says what it points at; without a target, at publicUrl + /twilio/voice and /twilio/voice/fallback (asked within 4 s) and /twilio/status. */
  setNumber(number: string, target?: NumberTarget): void;
  /** Says how a number outside the account behaves when it is called. */
  setCallee(number: string, callee: Callee): void;
  placeCall(call: PlaceCall): PracticeCall;
  /** A call by its SID, also one placed through REST; undefined where there is none. The last 1000 legs are kept. */
  findCall(sid: string): PracticeCall | undefined;
  readonly phones: Phones;
  readonly switches: Readonly<Switches>;
  /** Changes switches for what happens from now on. @throws ZodError for an unknown switch or value */
  setSwitches(switches: SwitchSettings): void;
  /** Every HTTP request sent, one entry per attempt, in order; the last 5000. */
  readonly requests: readonly SentRequest[];
  readonly recordings: ReadonlyMap<string, Recording>;
  /** Messages created through REST. */
  readonly messages: readonly SentMessage[];
  /** Resolves when no webhook and no REST request is under way and nothing is left to run before the clock moves. A webhook the server holds back keeps it waiting. */
  settled(): Promise<void>;
  /** Ends timers, sockets and servers; calls stop where they are, without further requests. */
  close(): Promise<void>;
}

// As a provisioned number has it: the fallback is asked within four seconds.
const fourSeconds = '#ct=800&rt=2000&tt=4000&rc=1&rp=ct,rt,5xx';

// A practice line may run for weeks beside the server: what tests and stories look back on is bounded.
const keptRequests = 5000;
const keptCalls = 1000;

/** Opens a practice carrier. It does nothing by itself until a call is placed. */
export function openPracticeCarrier(options: CarrierOptions): PracticeCarrier {
  const { clock } = options;
  const speed = options.speed ?? 1;
  if (!(speed > 0)) throw new RangeError(`speed must be greater than 0, not ${speed}`);
  const random = options.random ?? seededRandom(clock.now());
  const flight = openFlight();
  const timers = new Set<Timer>();
  const requests: SentRequest[] = [];
  const messages: SentMessage[] = [];
  const endings = new Map<string, Promise<void>>();
  let closed = false;

  function later(delayMs: number, run: () => void): Timer {
    if (closed) return { cancel: () => undefined };
    const inner = clock.setTimer(delayMs, () => {
      timers.delete(timer);
      run();
    });
    const timer: Timer = {
      cancel() {
        inner.cancel();
        timers.delete(timer);
      },
    };
    timers.add(timer);
    return timer;
  }

  const sender = openWebhookSender({
    clock,
    authToken: options.authToken,
    flight,
    log(request) {
      requests.push(request);
      if (requests.length > keptRequests) requests.shift();
      options.log?.(request);
    },
  });

  const exchange: Exchange = {
    clock,
    speed,
    random,
    accountSid: options.accountSid,
    switches: switchesSchema.parse(options.switches ?? {}),
    sender,
    callbacks: openCallbackQueue(() => exchange),
    legs: new Map(),
    numbers: new Map(),
    phones: openPhones(() => exchange),
    callees: new Map(),
    recordings: openRecordings(() => exchange),
    after: (delayMs, run) => later(delayMs / speed, run),
    afterReal: later,
    lasted: (from, to) => (to - from) * speed,
    tell(leg, zh, en) {
      const { root } = leg;
      const at = exchange.lasted(root.createdAt, clock.now());
      const rings = root.direction === 'inbound' && root.answeredAt === null;
      const line: StoryLine = { callSid: root.sid, at, ...(rings ? { ring: ringAt(root, at) } : {}), zh, en };
      root.story.push(line);
      options.onStory?.(line);
    },
    note(leg, kind, detail) {
      leg.root.events.push({ at: clock.now(), legSid: leg.sid, kind, ...(detail === undefined ? {} : { detail }) });
    },
    killLeg(leg) {
      exchange.tell(leg, '客服端掉线', "the agent's leg dies");
      endLeg(exchange, leg, 'completed', 'died', 200);
    },
    run: (leg, source, how) => (closed ? Promise.resolve() : runLeg(exchange, leg, source, how)),
  };

  const rest = openRestServer({ exchange, flight, authToken: options.authToken, apiKeys: options.apiKeys ?? {}, messages });

  return {
    phones: exchange.phones,
    requests,
    messages,
    recordings: exchange.recordings.all,
    get switches() {
      return exchange.switches;
    },
    setSwitches(switches) {
      exchange.switches = switchesSchema.parse({ ...exchange.switches, ...switches });
    },
    listen: (port = 0) => rest.listen(port),
    setNumber(number, target) {
      for (const url of [target?.voiceUrl, target?.voiceFallbackUrl, target?.statusCallback]) {
        if (url !== undefined && !URL.canParse(url)) throw new TypeError(`${number} cannot point at “${url}”: it is no URL`);
      }
      const known = exchange.numbers.get(number);
      exchange.numbers.set(number, {
        sid: known?.sid ?? newSid('PN', random),
        number,
        friendlyName: known?.friendlyName ?? number,
        createdAt: known?.createdAt ?? clock.now(),
        target: target ?? {
          voiceUrl: `${options.publicUrl}/twilio/voice${fourSeconds}`,
          voiceFallbackUrl: `${options.publicUrl}/twilio/voice/fallback${fourSeconds}`,
          statusCallback: `${options.publicUrl}/twilio/status`,
        },
      });
    },
    setCallee(number, callee) {
      exchange.callees.set(number, callee);
    },
    placeCall(wanted) {
      const { leg, ended } = arrive(exchange, wanted, wanted.script ?? silentScript);
      endings.set(leg.sid, ended);
      void ended.finally(() => forgetOldest(exchange, endings));
      return callView(exchange, leg, ended);
    },
    findCall(sid) {
      const leg = exchange.legs.get(sid);
      if (!leg) return undefined;
      return callView(exchange, leg, endings.get(sid) ?? new Promise<void>((resolve) => leg.whenEnded(resolve)));
    },
    settled: () => flight.settled(),
    async close() {
      if (closed) return;
      closed = true;
      for (const timer of [...timers]) timer.cancel();
      for (const leg of exchange.legs.values()) {
        leg.callback = undefined;
        leg.finalReported = true;
        endLeg(exchange, leg, 'failed', 'carrier-closed');
      }
      sender.close();
      await rest.close();
    },
  };
}

function forgetOldest(exchange: Exchange, endings: Map<string, Promise<void>>): void {
  for (const leg of exchange.legs.values()) {
    if (exchange.legs.size <= keptCalls) return;
    if (!leg.root.ended || !leg.ended) continue;
    exchange.legs.delete(leg.sid);
    endings.delete(leg.sid);
  }
}

function ringAt(leg: Leg, sinceArrivalMs: number): number {
  return Math.floor(sinceArrivalMs / ringCycleMs(leg.to)) + 1;
}

function callView(exchange: Exchange, leg: Leg, ended: Promise<void>): PracticeCall {
  return {
    sid: leg.sid,
    get status() {
      return leg.status;
    },
    story: leg.story,
    events: leg.events,
    errors: leg.errors,
    get answeredAt() {
      return leg.answeredAt;
    },
    get endedAt() {
      return leg.endedAt;
    },
    get answeredInRing() {
      if (leg.answeredAt === null) return null;
      const cycleMs = ringCycleMs(leg.to);
      const at = exchange.lasted(leg.createdAt, leg.answeredAt);
      return at === 3 * cycleMs ? 3 : ringAt(leg, at);
    },
    ended,
    hangUp: () => leg.person?.hangUp(),
    press(digits) {
      for (const digit of digits) leg.person?.press(digit);
    },
    say: (text, speakMs) => leg.person?.say(text, speakMs),
  };
}

export type { Clock, Timer } from './clock.ts';
export type { Callee } from './callee.ts';
export type { CarrierError } from './carrierError.ts';
export type { NumberTarget } from './exchange.ts';
export type { PlaceCall, SipArrival } from './incoming.ts';
export type { CallEvent } from './leg.ts';
export type { CallStatus, LegEnding } from './legStatus.ts';
export type { Offer, Phone, Phones } from './phone.ts';
export type { Random } from './random.ts';
export type { Recording } from './recording.ts';
export type { Act, Prompt, Script, TalkLine } from './script.ts';
export type { StoryLine } from './story.ts';
export type { SwitchSettings, Switches } from './switches.ts';
export type { SentRequest } from './webhook.ts';
