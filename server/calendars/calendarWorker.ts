import { parentPort, workerData } from 'node:worker_threads';
import { calendarWindow, readCalendar } from '../people/calendarFile.ts';
import type { ReadingAsked } from './readInThread.ts';

/* Reads one calendar file: half a second for a large one, in which no call may wait. */

if (parentPort === null) throw new Error('calendarWorker runs only as a worker thread');
const { text, timeZone, now } = workerData as ReadingAsked;
parentPort.postMessage(readCalendar(text, timeZone, calendarWindow(now)));
