import { Refusal } from '../app/request.ts';
import type { Connection } from '../live/LiveProvider.tsx';
import { openListeners } from './listeners.ts';
import type { Timers } from './timers.ts';

/** Where the phone of this user is, as this window sees it. `seeking`: in no window, or on its way into this one. */
export type Place = 'here' | 'elsewhere' | 'seeking';

/** What our server last said. */
export interface Standing {
  connection: Connection;
  /** The id of this page's connection; null while there is none. */
  connectionId: string | null;
  /** Whether a phone of this user is registered over any connection; null before the first word. */
  phone: 'registered' | 'unregistered' | null;
}

/** One of a user's windows has the phone: our server's word on it, and this window's part in it. */
export interface Hold {
  readonly place: Place;
  /** The server has the phone over this very connection. */
  readonly isRegistered: boolean;
  /** The line should be up in this window. */
  readonly wants: boolean;
  /** Our server would not have the phone here; it is asked again. */
  readonly isRefused: boolean;
  know(standing: Standing): void;
  /** The server's `phone:here`. */
  here(isHere: boolean): void;
  /** The line in this window would ring, or would not. */
  ready(isReady: boolean): void;
  /** The phone comes here whoever has it. @throws Refusal */
  takeOver(): Promise<void>;
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** What the hold needs from the page. */
export interface HoldNeeds {
  /** Sends `phone:state`. @throws Refusal */
  register(input: { state: 'registered' | 'unregistered'; onlyIfFree?: true; insteadOf?: string }): Promise<unknown>;
  timers: Timers;
  /** The connection over which this window had the phone, kept over a reload of the same window; null forgets it. */
  memory: { read(): string | null; keep(connectionId: string | null): void };
}

/** A window that only waits does not jump in while the one that had the phone is being reloaded, ms. Shorter than the practice line's grace. */
export const waitBeforeJumpingInMs = 4_000;
/** A server that refused is asked again after this, ms. */
export const askAgainAfterMs = 3_000;
/** How long "take over" may wait until the line is up here, ms. */
export const takeOverPatienceMs = 15_000;

interface Waiting {
  resolve(): void;
  reject(why: Refusal): void;
}

/** @see Hold */
export function openHold({ register, timers, memory }: HoldNeeds): Hold {
  const listeners = openListeners();
  let standing: Standing = { connection: 'connecting', connectionId: null, phone: null };
  let place: Place = 'seeking';
  let isReady = false;
  let isRefused = false;
  let isClosed = false;
  /** The connection over which the server has the phone in this window now. */
  let registeredOver: string | null = null;
  /** The last one of these: also a dead one gives this window the right to have the phone back at once. */
  let heldOver = memory.read();
  let isForced = false;
  let asking: 'registered' | 'unregistered' | null = null;
  /** `phone:here` as it came while the server was being asked: it may overtake the answer. */
  let heardMeanwhile: boolean | null = null;
  let stopTimer: (() => void) | null = null;
  const waiting = new Set<Waiting>();

  function settle(how: (one: Waiting) => void): void {
    const all = [...waiting];
    waiting.clear();
    all.forEach(how);
  }

  function setTimer(ms: number, run: () => void): void {
    stopTimer?.();
    stopTimer = timers.after(ms, () => {
      stopTimer = null;
      run();
    });
  }

  function clearTimer(): void {
    stopTimer?.();
    stopTimer = null;
  }

  function isHere(connectionId: string | null): void {
    registeredOver = heldOver = connectionId;
    memory.keep(connectionId);
    place = 'here';
    isForced = isRefused = false;
    clearTimer();
    settle((one) => one.resolve());
  }

  /** Does what the present state asks for: tells the server, waits, or nothing. */
  function look(): void {
    const { connection, connectionId, phone } = standing;
    if (isClosed || asking !== null || connection !== 'live' || connectionId === null || phone === null) return;
    if (registeredOver === connectionId) {
      if (!isReady) ask('unregistered', connectionId);
      return;
    }
    if (place === 'elsewhere' && !isForced) {
      if (phone === 'registered') clearTimer();
      else if (heldOver !== null) seek();
      else if (stopTimer === null) setTimer(waitBeforeJumpingInMs, seek);
      return;
    }
    // After a refusal the timer asks again.
    if (isReady && stopTimer === null) ask('registered', connectionId);
  }

  function seek(): void {
    place = 'seeking';
    listeners.tell();
    look();
  }

  function ask(state: 'registered' | 'unregistered', connectionId: string): void {
    asking = state;
    heardMeanwhile = null;
    const wasForced = isForced;
    const polite = wasForced ? {} : { onlyIfFree: true as const, ...(heldOver === null ? {} : { insteadOf: heldOver }) };
    register(state === 'registered' ? { state, ...polite } : { state }).then(
      () => {
        asking = null;
        if (state === 'registered') {
          // Another window took it before this answer was read.
          if (heardMeanwhile !== false) isHere(connectionId);
        } else {
          registeredOver = null;
          place = 'seeking';
        }
        told();
      },
      (error: unknown) => {
        asking = null;
        const refusal = error instanceof Refusal ? error : new Refusal('internal', String(error));
        if (refusal.code === 'conflict') place = 'elsewhere';
        else {
          isRefused = refusal.code !== 'network';
          setTimer(askAgainAfterMs, () => look());
        }
        if (wasForced) {
          isForced = false;
          settle((one) => one.reject(refusal));
        }
        told();
      },
    );
  }

  function told(): void {
    if (isClosed) return;
    listeners.tell();
    look();
  }

  return {
    get place() {
      return place;
    },
    get isRegistered() {
      return asking !== 'unregistered' && standing.connection === 'live' && standing.connectionId !== null && registeredOver === standing.connectionId;
    },
    get wants() {
      // Not before the first word: another window may have it, and two registered ones would both ring.
      return isForced || (place !== 'elsewhere' && standing.phone !== null);
    },
    get isRefused() {
      return isRefused;
    },
    know(next) {
      const isFirstWord = standing.phone === null && next.phone !== null;
      // A window that had the phone stands as it stood while it asks for it again over its new connection: no call vanishes from the desk.
      if (next.connectionId !== standing.connectionId) {
        registeredOver = null;
        clearTimer();
      }
      standing = next;
      if (isFirstWord && next.phone === 'registered' && heldOver === null && place === 'seeking') place = 'elsewhere';
      told();
    },
    here(isNowHere) {
      heardMeanwhile = isNowHere;
      if (isNowHere) isHere(standing.connectionId);
      else if (asking !== 'unregistered') {
        // Another window took it on purpose.
        registeredOver = heldOver = null;
        memory.keep(null);
        place = 'elsewhere';
      }
      told();
    },
    ready(next) {
      if (isReady === next) return;
      isReady = next;
      look();
    },
    takeOver() {
      if (place === 'here') return Promise.resolve();
      isForced = true;
      clearTimer();
      const done = new Promise<void>((resolve, reject) => {
        const stop = timers.after(takeOverPatienceMs, () => {
          waiting.delete(one);
          isForced = false;
          reject(new Refusal('unavailable', 'the line did not come up in this window'));
          told();
        });
        const one: Waiting = {
          resolve() {
            stop();
            resolve();
          },
          reject(why) {
            stop();
            reject(why);
          },
        };
        waiting.add(one);
      });
      told();
      return done;
    },
    subscribe: listeners.add,
    close() {
      isClosed = true;
      clearTimer();
      settle((one) => one.reject(new Refusal('unavailable', 'the page is closing')));
    },
  };
}
