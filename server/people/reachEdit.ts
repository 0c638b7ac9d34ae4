import { z } from 'zod';
import { writeFault } from '../contract/fieldFault.ts';
import type { ReachInput } from '../contract/reach.ts';
import { robotAddress } from '../delivery/robotAddress.ts';
import type { Reach } from './people.ts';
import { readNumber } from './phoneNumber.ts';

const mail = z.email().max(254);

/** What an address is read with. `country`: of numbers written without one; `robotHosts`: where robots may live besides their makers' hosts. */
interface ReachFrame {
  country: string;
  signsIn: boolean;
  robotHosts: readonly string[];
}

/** The address as it is kept, or why it is none. */
function readAddress(channel: Reach['channel'], text: string, of: ReachFrame): { address: string } | { fault: string } {
  switch (channel) {
    case 'console':
      return of.signsIn ? { address: '' } : { fault: writeFault('no-user') };
    case 'sms': {
      const reading = readNumber(text, of.country);
      return reading.kind === 'number' ? { address: reading.e164 } : { fault: reading.kind === 'withheld' ? writeFault('withheld') : writeFault('no-number', reading.why) };
    }
    case 'mail':
      return mail.safeParse(text).success ? { address: text } : { fault: writeFault('no-mail') };
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return robotAddress(channel, text, of.robotHosts) ? { address: text } : { fault: writeFault('no-robot') };
  }
}

/** Somebody's ways as they are kept; a reason for each that is none, by its place (`reach.2`). */
export function readReach(wanted: readonly ReachInput[], before: readonly Reach[], of: ReachFrame, faults: Record<string, string>): Reach[] {
  const ways: Reach[] = [];
  wanted.forEach((one, at) => {
    const place = `reach.${at}`;
    const add = (reach: Reach): void => {
      if (ways.some(({ channel, address }) => channel === reach.channel && address === reach.address)) faults[place] = writeFault('twice');
      else ways.push(reach);
    };
    if ('keep' in one) {
      const kept = before[one.keep];
      if (kept) add(kept);
      else faults[place] = writeFault('unknown');
      return;
    }
    const read = readAddress(one.channel, one.address, of);
    if ('fault' in read) faults[place] = read.fault;
    else {
      const isRobot = one.channel === 'wecom' || one.channel === 'dingtalk' || one.channel === 'feishu';
      add({ channel: one.channel, address: read.address, secret: isRobot ? one.secret : '', mention: isRobot ? one.mention : '' });
    }
  });
  return ways;
}
