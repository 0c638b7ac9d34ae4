import type { AwayChoice, PresenceReply } from '../contract/leave.ts';
import type { PersonView } from '../contract/people.ts';
import type { StaffMember } from './people.ts';

/** Where somebody stands, as the console asks for it; without `choices`, for those who may not change it, no leaves and no notes. */
export function presenceOf(member: StaffMember, person: PersonView, choices: AwayChoice[] | null, now: number): PresenceReply {
  const { absence, hereUntil } = member;
  const holds = absence !== null && (absence.kind !== 'until' || absence.at > now);
  if (choices === null) return { person, absence: null, hereUntil: null, mayChange: false, leaves: [], choices: [], calendar: null };
  return {
    person,
    absence: holds
      ? {
          kind: absence.kind === 'until-next-working-day' ? 'daily' : absence.kind,
          until: absence.kind === 'until' ? absence.at : null,
          why: absence.why ?? null,
          note: absence.note ?? '',
          source: absence.source ?? null,
          since: absence.since ?? null,
        }
      : null,
    hereUntil: hereUntil !== null && hereUntil > now ? hereUntil : null,
    mayChange: true,
    leaves: member.leaves.filter(({ toAt }) => toAt === null || toAt > now).map(({ rev = 0, ...leave }) => ({ ...leave, rev })).sort((a, b) => a.fromAt - b.fromAt || (a.toAt ?? Infinity) - (b.toAt ?? Infinity)),
    choices,
    calendar: member.calendar,
  };
}
