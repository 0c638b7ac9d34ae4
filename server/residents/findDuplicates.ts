import type { ResidentSketch } from './ports.ts';
import { similarNames } from './similarNames.ts';

/** Two files that may be one person. */
export interface Suspicion {
  a: string;
  b: string;
  why: 'number' | 'room';
}

/**
 * Who of those that share a number, or a room, may be one person: a number with a similar name, a room with the same one. Each pair once, the
 * smaller id first, whatever the order of the sketches; the number is the stronger reason.
 */
export function findDuplicates(byNumber: readonly ResidentSketch[], byRoom: readonly ResidentSketch[]): Suspicion[] {
  const found = new Map<string, Suspicion>();
  const look = (sketches: readonly ResidentSketch[], why: Suspicion['why'], same: (a: string, b: string) => boolean): void => {
    const groups = new Map<string, ResidentSketch[]>();
    for (const sketch of sketches) groups.set(sketch.shared, [...(groups.get(sketch.shared) ?? []), sketch]);
    for (const group of groups.values()) {
      for (const [at, one] of group.entries()) {
        for (const other of group.slice(at + 1)) {
          const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
          if (a !== b && !found.has(`${a}\n${b}`) && same(one.name, other.name)) found.set(`${a}\n${b}`, { a, b, why });
        }
      }
    }
  };
  look(byNumber, 'number', similarNames);
  look(byRoom, 'room', (a, b) => a !== '' && a === b);
  return [...found.values()].sort((x, y) => (`${x.a}\n${x.b}` < `${y.a}\n${y.b}` ? -1 : 1));
}
