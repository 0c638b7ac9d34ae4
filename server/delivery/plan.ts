import { usualDelivery } from '../contract/delivery.ts';
import type { Addressee, ChannelName, DeliverySettings, HolderPart } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { isRobot } from './lane.ts';
import { presentChannel } from './presentChannel.ts';
import { robotKey } from './robotKey.ts';
import { workingDayOf } from '../people/workingCalendar.ts';
import type { Directory } from '../people/directory.ts';
import type { StaffMember } from '../people/people.ts';
import { addWorkingTime } from '../people/workingTime.ts';
import { isUrgentSlip, sendAt } from './sendAt.ts';

/** One step of the way: this person on this channel. */
export interface Rung {
  to: Addressee;
  part: HolderPart;
  channel: ChannelName;
  /** Masked, as it stands on the record. */
  address: string;
  /** Of a robot, which one (robotKey.ts). */
  robot?: string;
}

/** The way of one message, as people and settings are now: whom it goes to on which channel, one after the other, and the office's clock. */
export interface Plan {
  holder: Addressee & { part: HolderPart };
  rungs: readonly Rung[];
  isUrgent: boolean;
  /** When a message that is put on this channel at `at` may go out, ms UTC. */
  sendAt(at: number, channel: ChannelName): number;
  /** When nobody's acknowledgement is late, for a step taken at `at`. */
  chaseAt(at: number): number;
}

/** People as they are now. */
export type PlanSources = Pick<Directory, 'unit' | 'staff' | 'all'>;

/** Somebody's channels in his order: as he has set them; without that the console, where he signs in. */
function channelsOf(member: StaffMember): Omit<Rung, 'to' | 'part'>[] {
  const set = member.reach.filter(({ channel, address }) => (channel === 'console' ? member.userId !== null : address !== ''));
  return set.length > 0 ? set.map((reach) => ({ ...presentChannel(reach), ...(isRobot(reach.channel) && { robot: robotKey(reach.address) }) })) : member.userId === null ? [] : [{ channel: 'console', address: '' }];
}

/**
 * Whom a message goes to, in order (users-want 33, TAS family: next channel, next person, supervisor): the one who has it on each of his channels, his deputies on
 * theirs, the supervisors of the office. Without a recipient it is the front desk's, whose list it is on, and goes up from there.
 */
export function planOf(slip: Pick<Slip, 'unitId' | 'recipientId' | 'actionsRequested'>, passedTo: string | null, sources: PlanSources): Plan {
  const unit = sources.unit(slip.unitId);
  const settings: DeliverySettings = unit?.delivery ?? usualDelivery;
  const isUrgent = isUrgentSlip(slip);
  const zone = unit?.timeZone ?? 'UTC';
  const first = sources.staff(passedTo ?? slip.recipientId ?? '');
  const isHere = first !== null && first.removedAt === null;
  const holder: Plan['holder'] = isHere ? { kind: 'staff', id: first.id, name: first.name, part: passedTo === null ? 'recipient' : 'passed' } : { kind: 'desk', id: slip.unitId, name: unit?.name ?? '', part: 'desk' };

  const rungs: Rung[] = [];
  const seen = new Set<string>();
  const add = (to: Addressee, part: HolderPart, channels: readonly Omit<Rung, 'to' | 'part'>[]): void => {
    for (const way of channels) {
      const key = rungKey({ to, channel: way.channel });
      if (seen.has(key)) continue;
      seen.add(key);
      rungs.push({ to, part, ...way });
    }
  };
  const person = ({ id, name }: StaffMember): Addressee => ({ kind: 'staff', id, name });
  if (isHere) {
    add(person(first), holder.part, channelsOf(first));
    for (const id of first.deputyIds) {
      const deputy = sources.staff(id);
      if (deputy && deputy.removedAt === null) add(person(deputy), 'deputy', channelsOf(deputy));
    }
  } else {
    add({ kind: 'desk', id: holder.id, name: holder.name }, 'desk', [{ channel: 'console', address: '' }]);
  }
  const { users, staff } = sources.all();
  for (const user of users.filter(({ role, removedAt, unitIds }) => role === 'supervisor' && removedAt === null && unitIds.includes(slip.unitId))) {
    const member = staff.find(({ userId, removedAt }) => userId === user.id && removedAt === null);
    if (member) add(person(member), 'supervisor', channelsOf(member));
    else add({ kind: 'user', id: user.id, name: user.name }, 'supervisor', [{ channel: 'console', address: '' }]);
  }

  return {
    holder,
    rungs,
    isUrgent,
    sendAt: (at, channel) => sendAt(slip, channel, at, sources),
    chaseAt: (at) => (isUrgent ? at + settings.urgentMs : addWorkingTime(at, settings.usualMs, settings.hours, zone, workingDayOf(unit))),
  };
}

/** What makes a step the same step: nobody is told twice on one channel in one round. */
export function rungKey({ to, channel }: Pick<Rung, 'to' | 'channel'>): string {
  return `${to.kind} ${to.id} ${channel}`;
}
