import { CarrierError } from './carrierError.ts';
import type { Input } from './ear.ts';
import type { Exchange } from './exchange.ts';
import type { Leg } from './leg.ts';
import { answerLeg } from './progress.ts';
import type { Interruption } from './source.ts';

const brokenIn: Interruption = { kind: 'broken-into' };

/** Thrown through a verb that is interrupted; a verb may catch it to do what the carrier owes after a hang-up, and throws it on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly by: Interruption;

  constructor(by: Interruption) {
    super(`interrupted: ${by.kind}`);
    this.by = by;
  }
}

/** Inputs that came while a verb was busy with something else, in order. */
export interface Listening {
  /** The next input, or undefined when none comes for that long (the carrier's time). */
  next: (timeoutMs: number) => Promise<Input | undefined>;
  stop: () => void;
}

/** The running of documents on one leg. Every wait ends with `Interrupted` when the far end goes or REST sends the leg elsewhere. */
export class Run {
  readonly exchange: Exchange;
  readonly leg: Leg;
  /** The document being run: relative URLs and a missing action refer to it. */
  documentUrl: string | undefined;
  documentMethod: 'GET' | 'POST' = 'POST';
  /** Verbs of this document begun so far. */
  verbsBegun = 0;
  private interruption: Interruption | undefined;
  private brokenInto = false;
  private readonly waits = new Set<(interrupted: Interrupted) => void>();

  constructor(exchange: Exchange, leg: Leg) {
    this.exchange = exchange;
    this.leg = leg;
  }

  /** Breaks off what the run waits for. A leg that is gone is not sent elsewhere any more. */
  interrupt(by: Interruption): void {
    if (this.interruption?.kind === 'gone') return;
    this.interruption = by;
    const error = new Interrupted(by);
    for (const reject of [...this.waits]) reject(error);
  }

  /** Takes a redirection that has been obeyed off the run. */
  clearInterruption(): void {
    if (this.interruption?.kind !== 'gone') this.interruption = undefined;
  }

  /** Waits for something that a subscription reports; what it returns takes the subscription back. */
  wait<T>(subscribe: (done: (value: T) => void, fail: (error: unknown) => void) => () => void): Promise<T> {
    const interruption = this.interruption ?? (this.brokenInto ? brokenIn : undefined);
    if (interruption) return Promise.reject(new Interrupted(interruption));
    return new Promise<T>((resolve, reject) => {
      const subscription: { end?: () => void } = {};
      let settled = false;
      const settle = (act: () => void) => {
        if (settled) return;
        settled = true;
        this.waits.delete(onInterrupt);
        subscription.end?.();
        act();
      };
      const onInterrupt = (error: Interrupted) => settle(() => reject(error));
      this.waits.add(onInterrupt);
      subscription.end = subscribe(
        (value) => settle(() => resolve(value)),
        (error) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
      if (settled) subscription.end();
    });
  }

  /** Waits for a promise, unless interrupted first; the promise itself goes on. */
  outcome<T>(promise: Promise<T>): Promise<T> {
    return this.wait<T>((done, fail) => {
      promise.then(done, fail);
      return () => undefined;
    });
  }

  /** Lets the carrier's own time pass. */
  pause(ms: number): Promise<void> {
    if (ms <= 0) return this.outcome(Promise.resolve());
    return this.wait<void>((done) => {
      const timer = this.exchange.after(ms, () => done());
      return () => timer.cancel();
    });
  }

  /** Picks up the caller's call, where no verb has done so yet. */
  answer(): void {
    if (this.leg.answeredAt !== null || this.leg.ended) return;
    answerLeg(this.exchange, this.leg);
    if (this.leg.direction === 'inbound') this.exchange.tell(this.leg, '接通：自动应答', 'answered: the document speaks');
  }

  /** Picks up the caller's call because somebody is there to talk to. */
  answerByBridge(other: Leg): void {
    this.exchange.tell(this.leg, `接通：${other.to.replace(/^client:/, '')}`, `connected to ${other.to.replace(/^client:/, '')}`);
    answerLeg(this.exchange, this.leg);
  }

  /** Does some work that an input from the far end may break off; the work's waits then end, and nothing else is told. */
  async untilInput(breaksIn: (input: Input) => boolean, work: () => Promise<void>): Promise<void> {
    const stop = this.leg.ear.listen((input) => {
      if (!breaksIn(input)) return;
      this.brokenInto = true;
      for (const reject of [...this.waits]) reject(new Interrupted(brokenIn));
    });
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Interrupted) || error.by.kind !== 'broken-into') throw error;
    } finally {
      stop();
      this.brokenInto = false;
    }
  }

  /** Starts to listen to the far end; nothing is lost from here on until `stop`. */
  listen(): Listening {
    const queue: Input[] = [];
    let wake: (() => void) | undefined;
    const stop = this.leg.ear.listen((input) => {
      queue.push(input);
      wake?.();
    });
    return {
      next: async (timeoutMs) => {
        if (queue.length === 0) {
          await this.wait<void>((done) => {
            wake = () => done();
            const timer = this.exchange.after(timeoutMs, () => done());
            return () => {
              wake = undefined;
              timer.cancel();
            };
          });
        }
        return queue.shift();
      },
      stop,
    };
  }

  /**
   * Makes a URL of the document absolute, keeping an absolute one letter by letter (it is signed as written).
   * @throws CarrierError 11100 where a document given inline through REST uses a relative one.
   */
  resolve(url: string): string {
    if (/^https?:\/\//i.test(url)) return url;
    if (this.documentUrl === undefined) throw new CarrierError(11100, `a relative URL (“${url}”) in a document given inline has nothing to refer to`);
    if (url === '') return this.documentUrl.replace(/#.*$/s, '');
    const at = url.indexOf('#');
    return new URL(at === -1 ? url : url.slice(0, at), this.documentUrl).href + (at === -1 ? '' : url.slice(at));
  }

  /** Notes something the real carrier would swallow; the call goes on. */
  warn(error: CarrierError): void {
    this.leg.root.errors.push(error);
    this.exchange.note(this.leg, 'warning', error.message);
    this.exchange.tell(this.leg, `运营商提醒（${error.code}）：${error.message}`, `carrier warning (${error.code}): ${error.message}`);
  }
}
