import { Worker } from 'node:worker_threads';
import type { Clock } from '../clockwork/clock.ts';
import type { CalendarReading } from '../people/calendarFile.ts';

/** `now` in ms UTC; `timeZone` of the office: its whole days. */
export interface ReadingAsked {
  text: string;
  timeZone: string;
  now: number;
}

/** A file that takes too long or too much memory is `broken` with `too-many`; rejects only when the thread itself fails. */
export type ReadFile = (asked: ReadingAsked) => Promise<CalendarReading>;

/** Far beyond what any calendar of 2 MB takes; a file that takes longer was made to. */
const patienceMs = 8_000;
const mostHeapMb = 256;

/** Reads calendar files, each in a thread of its own. @param workerFile the built calendarWorker.js */
export function readInThread(workerFile: string, clock: Clock): ReadFile {
  return (asked) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, { name: 'calendar', workerData: asked, resourceLimits: { maxOldGenerationSizeMb: mostHeapMb } });
      const tooMuch = (): void => resolve({ kind: 'broken', code: 'too-many', line: null, detail: '' });
      const timer = clock.setTimer(patienceMs, () => {
        tooMuch();
        void worker.terminate();
      });
      worker.once('message', (reading: CalendarReading) => resolve(reading));
      worker.once('error', (error: Error & { code?: string }) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error)));
      worker.once('exit', (code) => {
        timer.cancel();
        reject(new Error(`the calendar's thread ended with ${code}`));
      });
    });
}
