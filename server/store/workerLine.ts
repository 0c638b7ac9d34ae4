import { Worker } from 'node:worker_threads';
import { DomainError } from '../contract/errors.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { reasonOf } from './reasonOf.ts';
import type { StoreLog } from './storeLog.ts';
import type { FromWorker } from './workerMessages.ts';

const firstRestartDelayMs = 100;
const longestRestartDelayMs = 5_000;

/** A worker thread that answers requests, and is started again when it dies. */
export interface WorkerLine<Request, Reply> {
  /**
   * Requests are answered in the order asked.
   * @throws DomainError `unavailable` when the worker is down or dies before it answers
   */
  ask(request: Request): Promise<Reply>;
  /** Lets the worker answer what waits, then ends it. */
  close(): Promise<void>;
}

interface WorkerLineOptions {
  /** Names the thread in messages, for instance `records`. */
  name: string;
  workerFile: string;
  workerData: unknown;
  log: StoreLog;
  clock: Clock;
}

/**
 * Starts the worker and waits until it says that it is ready.
 * @throws Error when the first start fails; later ones are tried again with growing delays
 */
export async function openWorkerLine<Request, Reply>(options: WorkerLineOptions): Promise<WorkerLine<Request, Reply>> {
  const { name, log, clock } = options;
  type Waiting = { resolve(reply: Reply): void; reject(error: Error): void };
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  /** The thread that runs, ready or not; null between a death and the restart. */
  let thread: Worker | null = null;
  let ready = false;
  let closing = false;
  let delayMs = firstRestartDelayMs;
  let restart: Timer | null = null;
  let whyDown = `the ${name} worker has not started`;

  const unavailable = (): DomainError => new DomainError('unavailable', whyDown);

  function start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const started = new Worker(options.workerFile, { workerData: options.workerData, name });
      thread = started;
      let fault: unknown = null;
      started.on('message', (message: FromWorker<Reply>) => {
        if (message.kind === 'ready') {
          ready = true;
          delayMs = firstRestartDelayMs;
          resolve();
          return;
        }
        for (const answer of message.answers) {
          const asked = waiting.get(answer.id);
          waiting.delete(answer.id);
          asked?.resolve(answer.reply);
        }
      });
      started.on('messageerror', (error) => {
        fault = error;
        void started.terminate();
      });
      started.on('error', (error) => {
        fault = error;
      });
      started.on('exit', (code) => {
        const wasReady = ready;
        ready = false;
        thread = null;
        const reason = fault === null ? `exit code ${code}` : reasonOf(fault);
        whyDown = closing ? `the ${name} worker is closed` : `the ${name} worker ended (${reason})`;
        const asked = [...waiting.values()];
        waiting.clear();
        for (const one of asked) one.reject(unavailable());
        if (!wasReady) reject(new Error(whyDown, { cause: fault }));
        else if (!closing) {
          log.error({ worker: name, reason, unanswered: asked.length, restartInMs: delayMs }, 'a worker thread of the store ended; it is started again');
          startLater();
        }
      });
    });
  }

  function startLater(): void {
    restart = clock.setTimer(delayMs, () => {
      restart = null;
      start().then(
        () => log.info({ worker: name }, 'a worker thread of the store runs again'),
        (error: unknown) => {
          if (closing) return;
          log.error({ worker: name, reason: reasonOf(error), restartInMs: delayMs }, 'a worker thread of the store could not be started; it is tried again');
          startLater();
        },
      );
    });
    delayMs = Math.min(delayMs * 2, longestRestartDelayMs);
  }

  await start();

  return {
    ask(request) {
      const target = thread;
      if (closing || target === null || !ready) return Promise.reject(unavailable());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        target.postMessage({ id, request });
      });
    },
    async close() {
      if (closing) return;
      closing = true;
      whyDown = `the ${name} worker is closed`;
      restart?.cancel();
      const ending = thread;
      if (ending === null) return;
      await new Promise<void>((resolve) => {
        ending.once('exit', () => resolve());
        ending.postMessage({ id: 0, request: null });
      });
    },
  };
}
