import type { Effect, EffectKind, Job } from '../calls/effect.ts';
import type { JobStore } from '../calls/ports.ts';
import type { Clock, Timer } from './clock.ts';

/** Does one job. Must bear being run twice. `againAt`: not finished, come back then (ms UTC). */
export type JobHandler<K extends EffectKind> = (job: Extract<Effect, { kind: K }> & { callId: string }) => Promise<{ againAt: number } | void>;
/** A handler for every kind of effect: one that is missing does not compile. */
export type JobHandlers = { [K in EffectKind]: JobHandler<K> };

interface OutboxNeeds {
  store: JobStore;
  clock: Clock;
  handlers: JobHandlers;
  onFailure: (job: Job, attempts: number, cause: unknown) => void;
}

/** The jobs that calls asked for: kept in the records, run when due, repeated until done. */
export interface Outbox {
  /** Takes jobs that are stored already; resolves when those due now were tried once. Never rejects. */
  accept(jobs: readonly Job[]): Promise<void>;
  /** Takes up what an earlier run left. */
  resume(): Promise<void>;
  /** Ends when no job is running. */
  settled(): Promise<void>;
  /** Jobs running at this moment. */
  running(): number;
  waiting(): number;
  close(): Promise<void>;
}

// Phones that ring must be cancelled within the two seconds and a half that are left: the first repeats come soon.
const firstPauseMs = 250;
const longestPauseMs = 60_000;

/** @see Outbox */
export function openOutbox({ store, clock, handlers, onFailure }: OutboxNeeds): Outbox {
  const timers = new Map<string, Timer>();
  const running = new Map<string, Promise<void>>();
  let closed = false;

  const nameOf = (job: Job): string => `${job.callId} ${job.key}`;

  // The table is typed by kind; TypeScript cannot follow that pairing through one call, so the pair is stated here, once.
  const handle = (job: Job): Promise<{ againAt: number } | void> => (handlers[job.kind] as JobHandler<EffectKind>)(job);

  const run = async (job: Job, attempts: number): Promise<void> => {
    let next: { dueAt: number; attempts: number; error: string } | null = null;
    try {
      const more = await handle(job);
      if (more) next = { dueAt: more.againAt, attempts: 0, error: '' };
    } catch (cause) {
      onFailure(job, attempts + 1, cause);
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** attempts);
      next = { dueAt: clock.now() + pauseMs, attempts: attempts + 1, error: cause instanceof Error ? cause.message : String(cause) };
    }
    if (next && !closed) arm(job, next.dueAt, next.attempts);
    // Records that cannot be reached now only mean that this job may be done again after a restart, which every handler bears.
    const noted = next ? store.deferJob(job.callId, job.key, next.dueAt, next.attempts, next.error) : store.finishJob(job.callId, job.key, clock.now());
    await noted.catch((cause: unknown) => onFailure(job, attempts, cause));
  };

  const start = (job: Job, attempts: number): Promise<void> => {
    const name = nameOf(job);
    const work = run(job, attempts).finally(() => running.delete(name));
    running.set(name, work);
    return work;
  };

  const arm = (job: Job, dueAt: number, attempts: number): void => {
    const name = nameOf(job);
    timers.get(name)?.cancel();
    timers.set(
      name,
      clock.setTimer(dueAt - clock.now(), () => {
        timers.delete(name);
        void start(job, attempts);
      }),
    );
  };

  return {
    async accept(jobs) {
      if (closed) return;
      const now = clock.now();
      const due: Promise<void>[] = [];
      for (const job of jobs) {
        if (timers.has(nameOf(job)) || running.has(nameOf(job))) continue;
        if (job.dueAt <= now) due.push(start(job, 0));
        else arm(job, job.dueAt, 0);
      }
      await Promise.all(due);
    },
    async resume() {
      for (const { job, attempts } of await store.loadOpenJobs()) {
        if (!timers.has(nameOf(job)) && !running.has(nameOf(job))) arm(job, job.dueAt, attempts);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running.values());
    },
    running: () => running.size,
    waiting: () => timers.size,
    async close() {
      closed = true;
      for (const timer of timers.values()) timer.cancel();
      timers.clear();
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
