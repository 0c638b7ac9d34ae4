import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * The program's log, one JSON object a line. Personal data (numbers, names, words) stands only under `pii.` and is dropped
 * here unless `keepPersonalData` is set, which is for a practice machine.
 */
export function openLog(options: { level: string; keepPersonalData: boolean }, destination?: DestinationStream): Logger {
  const settings = { level: options.level, ...(options.keepPersonalData ? {} : { redact: { paths: ['pii', '*.pii'], remove: true } }) };
  return destination ? pino(settings, destination) : pino(settings);
}
