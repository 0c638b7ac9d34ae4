import type { Sending } from '../contract/delivery.ts';

/**
 * What must go out one after the other. A robot takes few messages a minute, and what waits for it must not stand before what goes elsewhere; text messages and
 * mail are paced by whoever takes them.
 */
export function laneOf({ channel, to }: Pick<Sending, 'channel' | 'to'>): string {
  return channel === 'wecom' || channel === 'dingtalk' || channel === 'feishu' ? `${channel} ${to.id}` : channel;
}
