import type { ChannelName, Sending } from '../contract/delivery.ts';
import { isRobot, laneOf } from '../delivery/lane.ts';
import type { SendResult, SendingStore } from '../delivery/ports.ts';
import type { Timer } from '../clockwork/clock.ts';
import { openLeftOut } from './leftOut.ts';
import { nextInTurn } from './nextInTurn.ts';
import { openAttempt } from './openAttempt.ts';
import type { AttemptNeeds } from './openAttempt.ts';

/** `onTrouble`: for the log; `id` is the sending's or the slip's, empty where looking itself failed. What it tells of is tried again. */
export interface DispatcherNeeds extends AttemptNeeds {
  store: SendingStore;
  onTrouble: (what: string, id: string, cause: unknown) => void;
}

/**
 * Takes messages to people. Everything that has to happen is in the records (sendings that wait, claims that ran out, slips whose clock is over); this finds what
 * is due and when to look again, nextInTurn.ts says what goes next, openAttempt.ts sends it.
 *
 * What it promises: a message is never lost (what is written down is taken up again), and no attempt is made twice on purpose. Where a process died, or a channel
 * went silent, in mid-send, the carrier of text messages is asked; mail and robots cannot be asked: there the step counts as `unsure` and the next one is taken.
 */
export interface Dispatcher {
  start(): void;
  /** Something may be due: looks soon. */
  wake(): void;
  /** News of a channel about something that it had taken. Unknown references are told to nobody. @returns whether it was ours */
  news(ref: string, result: SendResult): Promise<boolean>;
  /** Ends when nothing is under way before the clock moves. */
  settled(): Promise<void>;
  /** Under way at this moment. */
  running(): number;
  /** Lets what is being sent end; what is not done then is looked into by the next start. */
  close(): Promise<void>;
}

/** How many go out at once, in all and on one channel: one that hangs must not hold up the others. */
const atOnce = 12;
const atOnceByChannel = 4;
/** How long the end of the program waits for what is being sent, ms. */
const drainMs = 3_000;
/** Slips whose clock is over, and claims, read at a time. */
const batch = 50;
/** Lanes of one channel of an office that are looked at: four may be busy and four may be chosen, and each may be there twice, with what is urgent and the rest. */
const lanesAtOnce = 4 * atOnceByChannel;
/** Another node may have left something behind: looked at that often even if nothing is told, ms. */
const lookEveryMs = 30_000;
const troublePauseMs = 2_000;

/** @see Dispatcher. It stands still until `start`. */
export function openDispatcher(needs: DispatcherNeeds): Dispatcher {
  const { store, slipDesk, clock, onTrouble } = needs;
  const attempt = openAttempt(needs);
  const underWay = new Map<string, { channel: ChannelName; lane: string; work: Promise<void> }>();
  /** When each office had its last turn, counted in turns. */
  const lastServed = new Map<string, number>();
  let turn = 0;
  const leftOutSlips = openLeftOut(clock);
  const leftOutSendings = openLeftOut(clock);
  let timer: Timer | null = null;
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;
  let closed = true;

  function launch(sending: Sending): void {
    const work = attempt(sending)
      .catch((cause: unknown) => {
        leftOutSendings.add(sending.id, cause);
        onTrouble('a message could not be sent or recorded', sending.id, cause);
      })
      .finally(() => {
        underWay.delete(sending.id);
        wake();
      });
    underWay.set(sending.id, { channel: sending.channel, lane: laneOf(sending), work });
  }

  /** The clocks that are over. What fails, or is not over after that, does not keep its place before the others. */
  async function chase(now: number): Promise<void> {
    const late = (await store.slipsToChase(now, batch + leftOutSlips.ids().length)).filter((id) => !leftOutSlips.has(id));
    for (const id of late) {
      try {
        const { delivery } = await slipDesk.deliver(id, { kind: 'chaseDue' }, 'system', now);
        if ((delivery?.chaseAt ?? Infinity) <= now) leftOutSlips.add(id);
      } catch (cause) {
        leftOutSlips.add(id, cause);
        onTrouble('the next step of a message could not be taken', id, cause);
      }
    }
    if (late.length >= batch) isAskedAgain = true;
  }

  /** What somebody who is gone had claimed. */
  async function takeOver(now: number): Promise<void> {
    const left = (await store.abandonedSendings(now, batch + leftOutSendings.ids().length)).filter(({ id }) => !underWay.has(id) && !leftOutSendings.has(id));
    for (const sending of left.slice(0, Math.max(0, atOnce - underWay.size))) launch(sending);
  }

  async function sendDue(now: number): Promise<void> {
    const places = atOnce - underWay.size;
    if (places <= 0) return;
    const running = [...underWay.values()];
    const except = [...underWay.keys(), ...leftOutSendings.ids()];
    const due = await store.dueLanes(now, lanesAtOnce, except);
    const placesOf = (channel: ChannelName): number => atOnceByChannel - running.filter((one) => one.channel === channel).length;
    const chosen = nextInTurn(due, { places, placesOf, busyLanes: new Set(running.filter(({ channel }) => isRobot(channel)).map(({ lane }) => lane)) }, lastServed);
    const wanted = new Map<string, { unitId: string; lane: string; most: number }>();
    for (const { unitId, lane } of chosen) {
      const key = `${unitId} ${lane}`;
      wanted.set(key, { unitId, lane, most: (wanted.get(key)?.most ?? 0) + 1 });
    }
    const sendings = await store.dueSendings(now, [...wanted.values()], except);
    for (const { unitId, lane } of chosen) {
      lastServed.set(unitId, (turn += 1));
      const at = sendings.findIndex((one) => one.unitId === unitId && laneOf(one) === lane);
      for (const sending of at === -1 ? [] : sendings.splice(at, 1)) launch(sending);
    }
  }

  async function look(): Promise<void> {
    const now = clock.now();
    await chase(now);
    await takeOver(now);
    await sendDue(now);
    // What is due already waits for a place, whose end looks again.
    const nextAt = [await store.nextDueAt(now), leftOutSlips.nextAt(), leftOutSendings.nextAt()].filter((at) => at !== null);
    if (closed) return;
    lookIn(Math.min(lookEveryMs, ...nextAt.map((at) => at - now)));
  }

  function lookIn(delayMs: number): void {
    timer?.cancel();
    timer = clock.setTimer(delayMs, wake);
  }

  function wake(): void {
    if (closed) return;
    isAskedAgain = true;
    looking ??= (async () => {
      while (isAskedAgain && !closed) {
        isAskedAgain = false;
        try {
          await look();
        } catch (cause) {
          onTrouble('what is due to be sent could not be looked up', '', cause);
          lookIn(troublePauseMs);
          break;
        }
      }
    })().finally(() => {
      looking = null;
      if (isAskedAgain && !closed && timer === null) wake();
    });
  }

  async function settled(): Promise<void> {
    while (looking || underWay.size > 0) {
      await looking;
      await Promise.all([...underWay.values()].map(({ work }) => work));
    }
  }

  return {
    start() {
      closed = false;
      wake();
    },
    wake,
    async news(ref, result) {
      let sending = await store.sendingByRef(ref);
      if (!sending && underWay.size > 0) {
        // News may overtake the note of what it is about: that is looked for once more when it is written.
        await Promise.race([...underWay.values()].map(({ work }) => work));
        sending = await store.sendingByRef(ref);
      }
      if (!sending) return false;
      await slipDesk.deliver(sending.slipId, { kind: 'result', sendingId: sending.id, result }, 'system', clock.now());
      return true;
    },
    settled,
    running: () => underWay.size + (looking ? 1 : 0),
    async close() {
      closed = true;
      timer?.cancel();
      let drained: Timer | undefined;
      const longEnough = new Promise<void>((resolve) => (drained = clock.setTimer(drainMs, resolve)));
      await Promise.race([settled(), longEnough]);
      drained?.cancel();
    },
  };
}
