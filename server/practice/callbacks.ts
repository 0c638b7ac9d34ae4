import type { Exchange } from './exchange.ts';
import type { CookieJar, RequestKind, WebhookReply } from './webhook.ts';
import type { Params } from './signature.ts';
import { newToken } from './sids.ts';

/** An asynchronous callback: its reply is not TwiML and changes nothing. `lane` is what it is ordered within (a leg's SID). */
export interface Callback {
  lane: string;
  kind: RequestKind;
  callSid: string;
  url: string;
  method: 'GET' | 'POST';
  params: Params;
}

/** Delivers callbacks in the order they were fired within a lane, unless the switches say otherwise. */
export interface CallbackQueue {
  /** Resolves when the callback was answered, failed, or is still without an answer after a second: later ones do not wait longer for it. */
  fire(callback: Callback): Promise<void>;
}

// Callbacks are asynchronous at the carrier: one that hangs must not hold back the next for ever.
const patienceMs = 1000;
// How long a callback waits for the neighbour it is to be exchanged with.
const exchangeMs = 1500;

/** Opens the queue. The cookies of callbacks are nobody's: they share none with the call. */
export function openCallbackQueue(exchange: () => Exchange): CallbackQueue {
  const lanes = new Map<string, Promise<void>>();
  const held = new Map<string, () => void>();

  function deliver(callback: Callback): Promise<void> {
    const { sender, random, switches, afterReal } = exchange();
    const previous = lanes.get(callback.lane) ?? Promise.resolve();
    const token = newToken(random);
    const copies = switches.callbacks.doubled ? 2 : 1;
    const delivered = previous.then(async () => {
      for (let copy = 0; copy < copies; copy += 1) {
        const answered: Promise<WebhookReply> = sender.send({ ...callback, token, cookies: new Map() as CookieJar });
        await new Promise<void>((resolve) => {
          const timer = afterReal(patienceMs, resolve);
          void answered.then(() => {
            timer.cancel();
            resolve();
          });
        });
      }
    });
    lanes.set(callback.lane, delivered);
    void delivered.then(() => {
      if (lanes.get(callback.lane) === delivered) lanes.delete(callback.lane);
    });
    return delivered;
  }

  function reorder(callback: Callback): Promise<void> {
    const waiting = held.get(callback.lane);
    if (waiting) {
      const sent = deliver(callback);
      waiting();
      return sent;
    }
    return new Promise<void>((resolve) => {
      const release = () => {
        held.delete(callback.lane);
        timer.cancel();
        void deliver(callback).then(resolve);
      };
      const timer = exchange().afterReal(exchangeMs, release);
      held.set(callback.lane, release);
    });
  }

  return {
    fire(callback) {
      const { switches, after } = exchange();
      const send = () => (switches.callbacks.reordered ? reorder(callback) : deliver(callback));
      const { delayMs } = switches.callbacks;
      if (delayMs === 0) return send();
      return new Promise<void>((resolve) => {
        after(delayMs, () => void send().then(resolve));
      });
    },
  };
}
