import type { StaffMember } from './people.ts';

/** Why somebody is offered in another's place. */
export type HelperReason = 'deputy' | 'department';

/** One to offer. */
export interface Helper {
  staff: StaffMember;
  reason: HelperReason;
}

/** What is asked of the office's people. */
export interface Colleagues {
  /** Null for an id that nobody has. */
  byId: (id: string) => StaffMember | null;
  /** Everybody of the same department, in the order of the office's list. */
  ofDepartment: Iterable<StaffMember>;
  /** Who leads that department; null when the office has not said. */
  headId: string | null;
  /** Whether he is at his desk now. */
  isIn: (staff: StaffMember) => boolean;
}

/** More than these are a telephone book, not an offer. */
export const mostHelpers = 5;

/**
 * Who can help when somebody is away (DOMAIN 6, absent: "offer help, another person, or a message"): his deputies in their order, for one
 * who is away too his own deputies in his place; then those of the same department, its head first. Only who is in, and each once, whatever
 * loops the deputies make; nobody who has left; never the person himself.
 */
export function othersWhoHelp(person: StaffMember, { byId, ofDepartment, headId, isIn }: Colleagues): Helper[] {
  const helpers: Helper[] = [];
  const seen = new Set([person.id]);

  /** @returns whether he is here to be offered */
  const offer = (staff: StaffMember, reason: HelperReason): boolean => {
    seen.add(staff.id);
    if (!isIn(staff)) return false;
    helpers.push({ staff, reason });
    return true;
  };

  // The next to look at is at the end: the deputies of one who is away come before the one behind him.
  const waiting = [...person.deputyIds].reverse();
  while (waiting.length > 0 && helpers.length < mostHelpers) {
    const id = waiting.pop();
    const deputy = id === undefined || seen.has(id) ? null : byId(id);
    if (!deputy || deputy.removedAt !== null) continue;
    if (!offer(deputy, 'deputy')) waiting.push(...[...deputy.deputyIds].reverse());
  }

  const head = headId === null ? null : byId(headId);
  if (head && head.removedAt === null && !seen.has(head.id) && helpers.length < mostHelpers) offer(head, 'department');
  for (const staff of ofDepartment) {
    if (helpers.length >= mostHelpers) break;
    if (staff.removedAt === null && !seen.has(staff.id)) offer(staff, 'department');
  }
  return helpers;
}
