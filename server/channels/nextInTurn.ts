import type { ChannelName } from '../contract/delivery.ts';
import { channelOfLane, isRobot } from '../delivery/lane.ts';
import type { DueLane } from '../delivery/ports.ts';

/** What is free at this moment. */
export interface Room {
  /** How many more may go out now. */
  places: number;
  /** The same of one channel. */
  placesOf: (channel: ChannelName) => number;
  /** Lanes of robots by which something goes out now: it is done before the next one. */
  busyLanes: ReadonlySet<string>;
}

/**
 * Whose message goes out next, and by which lane ([V8]), one entry a message. The office that waited longest since its last one is first (`lastServed`: the number of
 * its last turn, higher is later), however long the queues of the others are; within an office what is urgent, then what is due longest. Pure.
 */
export function nextInTurn(due: readonly DueLane[], { places, placesOf, busyLanes }: Room, lastServed: ReadonlyMap<string, number>): DueLane[] {
  const chosen: DueLane[] = [];
  const served = new Map(lastServed);
  let turn = Math.max(0, ...served.values());
  const taken = new Map<DueLane, number>();
  const byChannel = new Map<ChannelName, number>();
  const robots = new Set(busyLanes);
  const before = (one: DueLane, other: DueLane): boolean => order(one, other, served) < 0;

  while (chosen.length < places) {
    let next: DueLane | null = null;
    for (const one of due) {
      const channel = channelOfLane(one.lane);
      const isFree = (taken.get(one) ?? 0) < one.count && (byChannel.get(channel) ?? 0) < placesOf(channel) && !robots.has(one.lane);
      if (isFree && (next === null || before(one, next))) next = one;
    }
    if (next === null) break;
    const channel = channelOfLane(next.lane);
    chosen.push(next);
    taken.set(next, (taken.get(next) ?? 0) + 1);
    byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
    if (isRobot(channel)) robots.add(next.lane);
    served.set(next.unitId, (turn += 1));
  }
  return chosen;
}

function order(one: DueLane, other: DueLane, served: ReadonlyMap<string, number>): number {
  const since = (served.get(one.unitId) ?? 0) - (served.get(other.unitId) ?? 0);
  return since || Number(other.isUrgent) - Number(one.isUrgent) || one.dueAt - other.dueAt || (one.lane < other.lane ? -1 : 1);
}
