import type { PhoneView } from '../../../../server/contract/phone.ts';
import type { Timers } from '../timers.ts';

/** A pass of the carrier's line. */
export type Pass = Extract<PhoneView, { kind: 'twilio' }>;

/** Has a fresh pass in good time, all day long. */
export interface TokenKeeper {
  /** From this pass on. */
  keep(pass: Pass): void;
  /** Now rather than at its time: the carrier says that it ends, or refused it. */
  refresh(): void;
  stop(): void;
}

interface TokenKeeperNeeds {
  /** @throws Refusal */
  fetchPass(): Promise<Pass>;
  timers: Timers;
  /** A call runs: changing the pass may cost it a second of sound. */
  isTalking(): boolean;
  fresh(pass: Pass): void;
  /** Refreshing does not succeed, or does again. */
  failing(isFailing: boolean): void;
}

/** A pass is changed this long before its end, ms. */
export const freshBeforeMs = 300_000;
/** A call is waited for until so long before the end, ms. */
export const notLaterThanMs = 60_000;
const lookAgainMs = 5_000;
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** @see TokenKeeper */
export function openTokenKeeper({ fetchPass, timers, isTalking, fresh, failing }: TokenKeeperNeeds): TokenKeeper {
  let pass: Pass | null = null;
  let stopTimer: (() => void) | null = null;
  let isAsking = false;
  let isStopped = false;
  let failures = 0;

  function later(ms: number, run: () => void): void {
    stopTimer?.();
    stopTimer = timers.after(ms, () => {
      stopTimer = null;
      run();
    });
  }

  function due(): void {
    if (pass && isTalking() && pass.expiresAt - timers.now() > notLaterThanMs) return later(lookAgainMs, due);
    ask();
  }

  function ask(): void {
    if (isAsking || isStopped) return;
    isAsking = true;
    stopTimer?.();
    stopTimer = null;
    fetchPass().then(
      (next) => {
        isAsking = false;
        if (isStopped) return;
        failures = 0;
        failing(false);
        schedule(next);
        fresh(next);
      },
      () => {
        isAsking = false;
        if (isStopped) return;
        failing(true);
        later(Math.min(firstRetryMs * 2 ** failures, longestRetryMs), ask);
        failures += 1;
      },
    );
  }

  function schedule(next: Pass): void {
    pass = next;
    // A pass that came old already (a sleeping laptop) is changed soon, but never in a circle.
    later(Math.max(lookAgainMs, next.expiresAt - timers.now() - freshBeforeMs), due);
  }

  return {
    keep: schedule,
    refresh: ask,
    stop() {
      isStopped = true;
      stopTimer?.();
    },
  };
}
