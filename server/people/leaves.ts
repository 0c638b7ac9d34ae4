import { DateTime } from 'luxon';
import { DomainError } from '../contract/errors.ts';
import { longestLeaveDays } from '../contract/leave.ts';
import type { AwayInput, LeaveFaultCode, LeavePatch, LeaveSource, NewLeave } from '../contract/leave.ts';
import { nextWorkingDayOf } from './awayChoices.ts';
import type { Absence, Leave, StaffMember, Unit } from './people.ts';
import { presenceAt } from './presence.ts';

/*
 * What a tap, a plan or a calendar makes of somebody's record. All pure: the record in, the record out. None of it raises `rev`:
 * who edits the record's name at the same time must not be refused because somebody went to lunch.
 */

type Office = Pick<Unit, 'timeZone' | 'country' | 'specialDays'>;

const dayMs = 86_400_000;
/** Leaves that are over are kept this long: who was away when a caller was told so. */
const keptDays = 400;
const mostLeaves = 500;

function refuse(faults: Record<string, LeaveFaultCode>): never {
  throw new DomainError('bad_input', `not accepted: ${Object.keys(faults).join(', ')}`, faults);
}

/** Without the leaves that were over long ago. */
const pruned = (leaves: readonly Leave[], now: number): Leave[] => leaves.filter(({ toAt }) => toAt === null || toAt >= now - keptDays * dayMs);

/**
 * Somebody goes away: a tap by himself or by the front desk. It takes the place of an earlier one.
 * @throws DomainError `bad_input` `until: past | too-far`
 */
export function goneAway(member: StaffMember, office: Office, { until, why, note }: AwayInput, source: LeaveSource, now: number): StaffMember {
  const told = { why, note, source, since: now };
  const absence = (): Absence => {
    if (until === 'open-ended') return { kind: 'open-ended', ...told };
    const at = until === 'next-working-day' ? nextWorkingDayOf(member, office, now) : until;
    if (at === null) return { kind: 'open-ended', ...told };
    if (at <= now) refuse({ until: 'past' });
    if (at > now + longestLeaveDays * dayMs) refuse({ until: 'too-far' });
    return { kind: 'until', at, ...told };
  };
  return { ...member, absence: absence(), hereUntil: null, leaves: pruned(member.leaves, now) };
}

/** What of a leave is left when its person was back at `at`; none when it began then or later. */
function endedAt(leave: Leave, at: number): Leave[] {
  return leave.fromAt < at ? [{ ...leave, toAt: at, rev: (leave.rev ?? 0) + 1 }] : [];
}

const covers = ({ fromAt, toAt }: Leave, at: number): boolean => fromAt <= at && (toAt === null || at < toAt);

/** "I am back": no absence and no leave holds any longer. Outside of his hours he is here for the rest of this day, or until his hours begin. */
export function cameBack(member: StaffMember, office: Office, now: number): StaffMember {
  const leaves = pruned(member.leaves, now).flatMap((leave) => (covers(leave, now) ? endedAt(leave, now) : [leave]));
  const back = { ...member, absence: null, hereUntil: null, leaves, cameBackAt: now };
  const { away, backAt } = presenceAt(back, office, now);
  if (!away) return back;
  const midnight = DateTime.fromMillis(now, { zone: office.timeZone }).plus({ days: 1 }).startOf('day').toMillis();
  return { ...back, hereUntil: Math.min(backAt ?? midnight, midnight) };
}

function refuseOddSpan({ fromAt, toAt }: Pick<Leave, 'fromAt' | 'toAt'>, now: number): void {
  const farthest = longestLeaveDays * dayMs;
  if (Math.abs(fromAt - now) > farthest) refuse({ fromAt: 'too-far' });
  if (toAt === null) return;
  if (toAt <= fromAt) refuse({ toAt: 'backwards' });
  if (toAt <= now) refuse({ toAt: 'past' });
  if (toAt - fromAt > farthest) refuse({ toAt: 'too-long' });
}

/**
 * A leave is planned.
 * @throws DomainError `bad_input` by field: past, too-far, backwards, too-long, too-many
 */
export function plannedLeave(member: StaffMember, { fromAt, toAt, why, note = '' }: NewLeave, source: LeaveSource, id: string, now: number): StaffMember {
  refuseOddSpan({ fromAt, toAt }, now);
  const leaves = pruned(member.leaves, now);
  if (leaves.filter((leave) => leave.source !== 'calendar').length >= mostLeaves) refuse({ fromAt: 'too-many' });
  return { ...member, leaves: [...leaves, { id, fromAt, toAt, why, note, source, rev: 0 }] };
}

/** @throws DomainError `not_found`, `wrong_state` for one that a calendar says: it is changed there */
function leaveOf(member: StaffMember, leaveId: string): Leave {
  const leave = member.leaves.find(({ id }) => id === leaveId);
  if (!leave) throw new DomainError('not_found', 'no such leave');
  if (leave.source === 'calendar') throw new DomainError('wrong_state', 'this one is changed in the calendar it comes from');
  return leave;
}

/**
 * A planned leave becomes another one; two editors: the second is told.
 * @throws DomainError `not_found`, `wrong_state`, `conflict`, `bad_input` as above
 */
export function changedLeave(member: StaffMember, leaveId: string, { rev, ...fields }: LeavePatch, now: number): StaffMember {
  const leave = leaveOf(member, leaveId);
  const known = leave.rev ?? 0;
  if (known !== rev) throw new DomainError('conflict', `changed meanwhile: this was made from revision ${rev}, it is ${known} now`);
  const { fromAt = leave.fromAt, toAt = leave.toAt, why = leave.why, note = leave.note } = fields;
  refuseOddSpan({ fromAt, toAt }, now);
  return { ...member, leaves: pruned(member.leaves, now).map((one) => (one.id === leaveId ? { ...leave, fromAt, toAt, why, note, rev: known + 1 } : one)) };
}

/** @throws DomainError `not_found`, `wrong_state` */
export function droppedLeave(member: StaffMember, leaveId: string, now: number): StaffMember {
  leaveOf(member, leaveId);
  return { ...member, leaves: pruned(member.leaves, now).filter(({ id }) => id !== leaveId) };
}

/** What a calendar says takes the place of what it said before; every other leave stays. What began before he said that he is back ends there. */
export function withCalendarLeaves(member: StaffMember, found: readonly Pick<Leave, 'fromAt' | 'toAt' | 'why'>[], now: number): StaffMember {
  const { cameBackAt } = member;
  const own = pruned(member.leaves, now).filter(({ source }) => source !== 'calendar');
  const leaves = found.flatMap(({ fromAt, toAt, why }, at): Leave[] => {
    const leave: Leave = { id: `calendar-${fromAt}-${at}`, fromAt, toAt, why, note: '', source: 'calendar' };
    return cameBackAt !== null && covers(leave, cameBackAt) ? endedAt(leave, cameBackAt) : [leave];
  });
  return { ...member, leaves: [...own, ...leaves] };
}
