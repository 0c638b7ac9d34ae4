import type { ChannelName, Sending } from '../contract/delivery.ts';

/** A robot in a group bears few messages a minute, whoever they are for. */
export const isRobot = (channel: ChannelName): boolean => channel === 'wecom' || channel === 'dingtalk' || channel === 'feishu';

/**
 * What must go out one after the other: of a robot, whatever goes out by it, for ten people behind one robot are written to by one. What waits for it must not
 * stand before what goes elsewhere; text messages and mail are paced by whoever takes them.
 */
export function laneOf({ channel, to, robot }: Pick<Sending, 'channel' | 'to' | 'robot'>): string {
  // What was planned before robots were told apart goes by its person.
  return isRobot(channel) ? `${channel} ${robot ?? to.id}` : channel;
}

/** The channel of a lane. */
export function channelOfLane(lane: string): ChannelName {
  return lane.split(' ', 1)[0] as ChannelName;
}
