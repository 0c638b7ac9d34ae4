import { writeFault } from '../contract/fieldFault.ts';
import type { StaffMember } from './people.ts';

/** Who is asked about: himself, or the one whose deputies are being set. */
type Named = Pick<StaffMember, 'id' | 'name' | 'unitId' | 'deputyIds' | 'removedAt'>;

/** The way from `from` to `to` over deputies, names of both ends included; null when there is none. Who has left helps nobody. */
function wayTo(staff: ReadonlyMap<string, Named>, from: Named, to: string): Named[] | null {
  const cameFrom = new Map<string, Named | null>([[from.id, null]]);
  const open = [from];
  for (let one = open.shift(); one; one = open.shift()) {
    if (one.id === to) {
      const way: Named[] = [];
      for (let step: Named | null | undefined = one; step; step = cameFrom.get(step.id)) way.unshift(step);
      return way;
    }
    for (const id of one.deputyIds) {
      const next = staff.get(id);
      if (!next || next.removedAt !== null || cameFrom.has(id)) continue;
      cameFrom.set(id, one);
      open.push(next);
    }
  }
  return null;
}

/**
 * Why these may not be the deputies of `member`, by their place in the list: nobody stands in for himself, nor do two for each
 * other on any way round (whoever asks for one would be sent in a circle); a deputy works in the same office and has not left it.
 * Empty when all may.
 */
export function deputyFaults(staff: ReadonlyMap<string, Named>, member: Omit<Named, 'deputyIds' | 'removedAt'>, deputyIds: readonly string[]): Record<string, string> {
  const faults: Record<string, string> = {};
  deputyIds.forEach((id, at) => {
    const deputy = staff.get(id);
    const place = `deputyIds.${at}`;
    if (id === member.id) faults[place] = writeFault('himself');
    else if (!deputy) faults[place] = writeFault('unknown');
    else if (deputy.removedAt !== null) faults[place] = writeFault('gone', deputy.name);
    else if (deputy.unitId !== member.unitId) faults[place] = writeFault('other-office', deputy.name);
    else if (deputyIds.indexOf(id) !== at) faults[place] = writeFault('twice', deputy.name);
    else {
      const way = wayTo(staff, deputy, member.id);
      if (way) faults[place] = writeFault('loop', [member.name, ...way.slice(0, -1).map(({ name }) => name), member.name].join(' → '));
    }
  });
  return faults;
}
