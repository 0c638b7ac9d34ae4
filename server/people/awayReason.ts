import type { Presence } from './absence.ts';
import type { AwayWhy } from '../contract/people.ts';
import type { LeaveWhy } from '../contract/leave.ts';
import type { StaffMember } from './people.ts';

/** That somebody is ill is between him and his office. */
const told = (why: LeaveWhy): AwayWhy => (why === 'sick' ? 'leave' : why);

/** Why somebody is away, as far as every colleague may know it; null for somebody who is here. Of several leaves at once the one that keeps him longest. */
export function awayReason({ absence, leaves }: Pick<StaffMember, 'absence' | 'leaves'>, { away, why }: Pick<Presence, 'away' | 'why'>, now: number): AwayWhy | null {
  if (!away) return null;
  switch (why) {
    case 'hours':
    case 'holiday':
      return why;
    case 'leave': {
      const longest = leaves.filter(({ fromAt, toAt }) => fromAt <= now && (toAt === null || now < toAt)).sort((a, b) => (b.toAt ?? Infinity) - (a.toAt ?? Infinity) || b.fromAt - a.fromAt)[0];
      return longest ? told(longest.why) : 'leave';
    }
    case 'here':
    case 'until':
    case 'until-next-working-day':
    case 'open-ended':
      return told(absence?.why ?? 'other');
  }
}
