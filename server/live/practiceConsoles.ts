import type { Directory } from '../people/directory.ts';
import type { Floor } from '../people/floor.ts';
import type { PracticeLine } from '../practice/practiceLine.ts';
import type { PracticePhone } from './deps.ts';
import type { Live } from './liveServer.ts';

/** The practice line rings at the consoles, knows whose phone is on, and which numbers are lines. @returns the way to stop */
export function practiceConsoles({ practiceLine, live, floor, directory }: { practiceLine: Pick<PracticeLine, 'toConsoles' | 'consolePhones' | 'setNumbers'>; live: Pick<Live, 'tellUser'>; floor: Floor; directory: Directory }): () => void {
  const stops = [
    practiceLine.toConsoles({
      ring: (userId, ring) => live.tellUser(userId, 'practice:ring', ring),
      stopped: (userId, leg) => live.tellUser(userId, 'practice:stopped', leg),
      heard: (userId, words) => live.tellUser(userId, 'practice:heard', words),
      legs: (userId, legs) => live.tellUser(userId, 'practice:legs', legs),
    }),
    floor.onChange((userId) => practiceLine.consolePhones.set(userId, floor.phoneOn(userId))),
    directory.onChange(() => practiceLine.setNumbers(directory.all().lines.map((line) => line.number))),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The other way round: what an agent does at his console reaches the practice line. */
export function practicePhone({ consolePhones }: Pick<PracticeLine, 'consolePhones'>): PracticePhone {
  return {
    async act(userId, input) {
      consolePhones.act(userId, input);
      return { legSid: input.legSid };
    },
  };
}
