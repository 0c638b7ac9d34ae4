import type { Slip, SlipStage } from './slip.ts';

/*
 * Where a slip stands among the others of its office, as a number that the records sort and find by. Up to `lastOpen` nothing may be forgotten: it is open until
 * somebody has acknowledged it.
 */
const standings = { stuck: 0, urgent: 1, usual: 2, acknowledged: 3, done: 4, aside: 5 } as const;

/** The last of the open ones. */
export const lastOpen = standings.usual;

/** What waits for a hand first, then what is urgent. */
export function standingOf({ state, delivery, actionsRequested }: Pick<Slip, 'state' | 'delivery' | 'actionsRequested'>): number {
  switch (state) {
    case 'done':
    case 'acknowledged':
      return standings[state];
    case 'dropped':
    case 'merged':
      return standings.aside;
    default:
      if (state !== 'draft' && delivery?.stuck != null) return standings.stuck;
      return actionsRequested.includes('urgent') ? standings.urgent : standings.usual;
  }
}

/** The standing of a stage that is over. */
export const closedStanding = (stage: Exclude<SlipStage, 'open'>): number => standings[stage];

/** Whether nobody has acknowledged it yet, nor said why nobody needs to. */
export const isOpen = (slip: Pick<Slip, 'state' | 'delivery' | 'actionsRequested'>): boolean => standingOf(slip) <= lastOpen;
