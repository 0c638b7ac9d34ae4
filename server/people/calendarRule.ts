import ICAL from 'ical.js';

/** Thrown by a rule that cannot be gone through: it never comes again, or far too often. */
export class EndlessRule extends Error {}

/** What a whole file may cost: a rule like "the 30th of February, daily" is looked for by the library for ever. */
export interface Steps {
  left: number;
}

function spend(steps: Steps): void {
  steps.left -= 1;
  if (steps.left < 0) throw new EndlessRule('the rule is gone through too often');
}

/** The wall times of a rule, ms as if UTC, in order, up to `lastWall`. @throws EndlessRule, or what the library says of a rule that is none */
export function ruleTimes(rule: ICAL.Recur, start: ICAL.Time, lastWall: number, steps: Steps): number[] {
  class BoundedIterator extends ICAL.RecurIterator {
    override check_contracting_rules(): boolean {
      spend(steps);
      return super.check_contracting_rules();
    }

    override increment_month(): void {
      spend(steps);
      super.increment_month();
    }

    override increment_year(by: number): void {
      spend(steps);
      super.increment_year(by);
    }
  }
  const iterator = new BoundedIterator({ rule, dtstart: start });
  const found: number[] = [];
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null) {
    spend(steps);
    const wall = wallOf(next);
    if (wall > lastWall) break;
    found.push(wall);
  }
  return found;
}

/** A time of the library as its wall shows it, ms as if UTC. */
export function wallOf({ year, month, day, hour, minute, second, isDate }: ICAL.Time): number {
  return isDate ? Date.UTC(year, month - 1, day) : Date.UTC(year, month - 1, day, hour, minute, second);
}
