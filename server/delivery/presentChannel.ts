import type { ChannelName } from '../contract/delivery.ts';
import { maskNumber } from '../people/maskNumber.ts';
import type { Reach } from '../people/people.ts';

/** A mail address that whoever knows it recognises: zh***@example.com. */
function maskMail(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(2, Math.max(0, at - 1)))}***${address.slice(at)}`;
}

/** A robot's address is a key to write into a group: only whose it is may be shown. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/** A channel with its address as a screen and a record may show it. */
export function presentChannel({ channel, address }: Pick<Reach, 'channel' | 'address'>): { channel: ChannelName; address: string } {
  switch (channel) {
    case 'console':
      return { channel, address: '' };
    case 'sms':
      return { channel, address: maskNumber(address) };
    case 'mail':
      return { channel, address: maskMail(address) };
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return { channel, address: hostOf(address) };
  }
}
