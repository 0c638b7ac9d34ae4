import { Device } from '@twilio/voice-sdk';
import type { LineQuality } from '../lineTest/lineTest.ts';
import { quietSounds } from './quietSounds.ts';
import { troubleOf } from './troubleOf.ts';

/** What the SDK's test tells, as far as it is read here. */
interface Report {
  stats?: { mos: { average: number }; jitter: { average: number }; rtt: { average: number } };
  totals?: { packetsLostFraction?: number };
}

/** The SDK's test makes a Device of its own, by this: without it, it would fetch and play its sounds. */
class QuietDevice extends Device {
  constructor(token: string, options?: Device.Options) {
    super(token, { ...options, logLevel: 'error', sounds: quietSounds });
  }
}

/**
 * The SDK's own test of a line: a call to nobody over the carrier, some twenty seconds long, with the sound measured both ways. This file is
 * loaded only when a line of the carrier is tested.
 */
export function runPreflight(token: string): Promise<LineQuality> {
  return new Promise((resolve) => {
    const test = Device.runPreflight(token, { deviceFactory: QuietDevice } as Parameters<typeof Device.runPreflight>[1]);
    test.on('completed', ({ stats, totals }: Report) =>
      resolve(stats ? { kind: 'measured', mos: stats.mos.average, roundTripMs: stats.rtt.average, jitterMs: stats.jitter.average, lostPercent: totals?.packetsLostFraction ?? 0 } : { kind: 'trouble', trouble: 'media' }),
    );
    test.on('failed', (error: { code?: number; message?: string }) => {
      const trouble = troubleOf(error);
      resolve({ kind: 'trouble', trouble: trouble === 'call' ? 'media' : trouble });
    });
  });
}
