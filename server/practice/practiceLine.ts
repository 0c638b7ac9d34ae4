import type { Clock } from './clock.ts';
import { openPracticeCarrier } from './carrier.ts';
import type { PracticeCarrier } from './carrier.ts';
import { openConsolePhones } from './consolePhones.ts';
import type { ConsolePhoneEvents, ConsolePhones } from './consolePhones.ts';

/** What the made-up carrier is told of us; `speed` 1 is life. */
export interface PracticeLineNeeds {
  clock: Clock;
  publicUrl: string;
  speed: number;
  accountSid: string;
  authToken: string;
  /** The lines of the offices, E.164: each points at our webhooks. */
  numbers: readonly string[];
}

/** The practice carrier as the program runs it in place of a real one: its REST is up, its phones stand in the consoles. */
export interface PracticeLine {
  /** For TWILIO_API_BASE_URL. */
  apiUrl: string;
  carrier: PracticeCarrier;
  consolePhones: ConsolePhones;
  /** Says where the bells ring. @returns the way to stop */
  toConsoles(events: ConsolePhoneEvents): () => void;
  setNumbers(numbers: readonly string[]): void;
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the practice line; it rings nobody until a call is placed. */
export async function openPracticeLine(needs: PracticeLineNeeds): Promise<PracticeLine> {
  const { clock, publicUrl, speed, accountSid, authToken } = needs;
  const carrier = openPracticeCarrier({ clock, publicUrl, speed, accountSid, authToken });
  const { url } = await carrier.listen();
  let events: ConsolePhoneEvents | null = null;
  const consolePhones = openConsolePhones(carrier.phones, clock, {
    ring: (userId, ring) => events?.ring(userId, ring),
    stopped: (userId, leg) => events?.stopped(userId, leg),
    heard: (userId, words) => events?.heard(userId, words),
    legs: (userId, legs) => events?.legs(userId, legs),
  });
  const setNumbers = (numbers: readonly string[]): void => {
    for (const number of numbers) carrier.setNumber(number);
  };
  setNumbers(needs.numbers);
  return {
    apiUrl: url,
    carrier,
    consolePhones,
    toConsoles(given) {
      events = given;
      return () => (events = null);
    },
    setNumbers,
    settled: () => carrier.settled(),
    close() {
      consolePhones.close();
      return carrier.close();
    },
  };
}
