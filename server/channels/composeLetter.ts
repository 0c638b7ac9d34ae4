import type { Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { letterOf } from '../delivery/letter.ts';
import type { Outgoing } from '../delivery/ports.ts';
import type { Directory } from '../people/directory.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { SlipLinks } from './slipLink.ts';

export interface ComposeNeeds {
  directory: Directory;
  links: SlipLinks;
  clock: Clock;
  /** Where people of this number (E.164) live, as their files say. */
  placesOf: (e164: string, unitId: string) => Promise<string[]>;
}

/** Writes the letter of a sending as people, files and settings are now. Null: its address is gone. */
export function composeLetter({ directory, links, clock, placesOf }: ComposeNeeds): (sending: Sending, slip: Slip) => Promise<Outgoing | null> {
  return async (sending, slip) => {
    const member = sending.to.kind === 'staff' ? directory.staff(sending.to.id) : null;
    const reach = member?.removedAt === null ? member.reach.find(({ channel }) => channel === sending.channel) : undefined;
    const unit = directory.unit(slip.unitId);
    if (!reach || reach.address === '' || !unit) return null;
    const ofOffice = directory.all().lines.find(({ unitId }) => unitId === unit.id)?.language ?? 'zh-CN';
    const language = (member?.languages[0] ?? ofOffice) === 'en' ? 'en' : 'zh';
    // Several families may share a number: a place is named only where all files agree.
    const places = /^\+\d+$/.test(slip.callerNumber) ? [...new Set(await placesOf(slip.callerNumber, unit.id))] : [];
    const office = language === 'en' ? (unit.nameEn ?? unit.name) : unit.name;
    const letter = letterOf(slip, { language, office, timeZone: unit.timeZone, place: places.length === 1 ? (places[0] ?? null) : null, part: sending.part });
    return {
      id: sending.id,
      unitId: unit.id,
      address: reach.address,
      secret: reach.secret,
      mention: reach.mention,
      headline: letter.headline,
      body: letter.body,
      link: links.url({ sendingId: sending.id, expiresAt: clock.now() + unit.delivery.linkMs }),
    };
  };
}
