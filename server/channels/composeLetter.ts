import type { Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { letterOf } from '../delivery/letter.ts';
import type { Outgoing } from '../delivery/ports.ts';
import type { Directory } from '../people/directory.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { SlipLinks } from './slipLink.ts';

/** Where a letter's address, words and link come from. `placeOf` null: nowhere in particular, the letter leaves it out. */
export interface ComposeNeeds {
  directory: Directory;
  links: SlipLinks;
  clock: Clock;
  /** Where a number (E.164) belongs, beyond doubt, as the files of this office say. */
  placeOf: (e164: string, unitId: string) => Promise<string | null>;
}

/** Writes the letter of a sending as people, files and settings are now. Null: its address is gone. */
export function composeLetter({ directory, links, clock, placeOf }: ComposeNeeds): (sending: Sending, slip: Slip) => Promise<Outgoing | null> {
  return async (sending, slip) => {
    const member = sending.to.kind === 'staff' ? directory.staff(sending.to.id) : null;
    const reach = member?.removedAt === null ? member.reach.find(({ channel }) => channel === sending.channel) : undefined;
    const unit = directory.unit(slip.unitId);
    if (!reach || reach.address === '' || !unit) return null;
    const ofOffice = directory.all().lines.find(({ unitId }) => unitId === unit.id)?.language ?? 'zh-CN';
    const language = (member?.languages[0] ?? ofOffice) === 'en' ? 'en' : 'zh';
    const office = language === 'en' ? (unit.nameEn ?? unit.name) : unit.name;
    const letter = letterOf(slip, { language, office, timeZone: unit.timeZone, place: await placeOf(slip.callerNumber, unit.id), part: sending.part });
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
