import type { ChannelName, Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { DeliveryFact } from '../delivery/advanceDelivery.ts';
import type { Channel, Outgoing, SendResult, SendingStore } from '../delivery/ports.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { fairByOffice } from './fairByOffice.ts';

/** The channels that leave the house; null: this server has none of this kind. */
export type OutwardChannels = Record<Exclude<ChannelName, 'console'>, Channel | null>;

export interface DispatcherNeeds {
  store: SendingStore;
  slipDesk: { get(id: string): Promise<Slip | null>; deliver(id: string, fact: DeliveryFact, by: string, now: number): Promise<Slip> };
  channels: OutwardChannels;
  /** The letter of a sending as it goes out now; null: its address is there no more. */
  compose: (sending: Sending, slip: Slip) => Promise<Outgoing | null>;
  clock: Clock;
  onTrouble: (what: string, id: string, cause: unknown) => void;
}

/**
 * Takes messages to people. Everything that has to happen is in the records (sendings that wait, claims that ran out, slips whose clock is over); this finds what
 * is due, claims it so that no other process does the same, sends it, and writes down what became of it.
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
/** How long one attempt may take, ms. */
export const attemptMs = 20_000;
/** How long a claim holds: longer than an attempt and the writing down of its result, ms. */
export const claimMs = 60_000;
/** Robots take twenty messages a minute (WeCom, DingTalk); a little less is sent, and one after the other, ms. */
export const robotPaceMs = 3_200;
/** How long the end of the program waits for what is being sent, ms. */
const drainMs = 3_000;
/** Read at a time of each lane of each office, and slips at a time. */
const batch = 50;
/** Another node may have left something behind: looked at that often even if nothing is told, ms. */
const lookEveryMs = 30_000;
const troublePauseMs = 2_000;

const robots: ReadonlySet<ChannelName> = new Set<ChannelName>(['wecom', 'dingtalk', 'feishu']);

export function openDispatcher({ store, slipDesk, channels, compose, clock, onTrouble }: DispatcherNeeds): Dispatcher {
  const underWay = new Map<string, { channel: ChannelName; work: Promise<void> }>();
  /** When each robot may be written to again, by its address. */
  const paces = new Map<string, number>();
  let timer: Timer | null = null;
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;
  let closed = true;

  const busy = (channel: ChannelName): number => [...underWay.values()].filter((one) => one.channel === channel).length;
  const record = (sending: Sending, fact: DeliveryFact): Promise<Slip> => slipDesk.deliver(sending.slipId, fact, 'system', clock.now());

  /** Bounds what a channel does: it may hang for ever. */
  async function bounded(work: (signal: AbortSignal) => Promise<SendResult | 'not-there' | 'unknown'>): Promise<SendResult | 'not-there' | 'unknown'> {
    const abort = new AbortController();
    let late: Timer | undefined;
    const tooLate = new Promise<SendResult>((resolve) => {
      late = clock.setTimer(attemptMs, () => {
        abort.abort(new Error('the channel did not answer in time'));
        resolve({ kind: 'unsure', words: `no answer within ${attemptMs / 1000} s` });
      });
    });
    try {
      return await Promise.race([work(abort.signal), tooLate]);
    } finally {
      late?.cancel();
    }
  }

  async function outgoing(sending: Sending): Promise<{ channel: Channel; letter: Outgoing } | SendResult> {
    const gone = (code: string, words: string): SendResult => ({ kind: 'failed', failure: { kind: code === 'no-address' ? 'wrong-address' : 'gave-up', code, words } });
    if (sending.channel === 'console') return { kind: 'sent', words: 'inbox', ref: null };
    const channel = channels[sending.channel];
    if (!channel) return gone('not-set-up', 'this server has no such channel');
    const slip = await slipDesk.get(sending.slipId);
    const letter = slip && (await compose(sending, slip));
    if (!letter) return gone('no-address', 'he has no such address any more');
    return { channel, letter };
  }

  /** One attempt, from the claim to the record of what became of it. */
  async function attempt(found: Sending): Promise<void> {
    const isLeftBehind = found.state === 'sending';
    const now = clock.now();
    const sending = await store.claimSending(found.id, now, now + claimMs);
    if (!sending) return;
    const ready = await outgoing(sending);
    if ('kind' in ready) {
      await record(sending, { kind: 'result', sendingId: sending.id, result: ready });
      return;
    }
    const { channel, letter } = ready;
    // Also after an answer that was lost: what cannot be known is asked before anything is sent once more.
    const said = isLeftBehind ? ('unknown' as const) : await bounded((signal) => channel.send(letter, signal));
    const isOpen = said === 'unknown' || said === 'not-there' || said.kind === 'unsure';
    const known = isOpen ? await bounded((signal) => channel.findOut(letter, signal)) : said;
    if (known === 'not-there') await record(sending, { kind: 'neverSent', sendingId: sending.id });
    else await record(sending, { kind: 'result', sendingId: sending.id, result: known === 'unknown' ? { kind: 'unsure', words: said === 'unknown' || said === 'not-there' ? 'broken off in mid-send' : said.kind === 'unsure' ? said.words : '' } : known });
  }

  function launch(sending: Sending): void {
    const work = attempt(sending)
      .catch((cause: unknown) => onTrouble('a message could not be sent or recorded', sending.id, cause))
      .finally(() => {
        underWay.delete(sending.id);
        wake();
      });
    underWay.set(sending.id, { channel: sending.channel, work });
  }

  /** @returns when a robot that had to wait may be written to, ms UTC; null: none had to */
  async function sendDue(now: number): Promise<number | null> {
    let next: number | null = null;
    const later = (at: number): void => void (next = next === null ? at : Math.min(next, at));
    for (const sending of fairByOffice(await store.dueSendings(now, batch))) {
      if (underWay.has(sending.id)) continue;
      if (underWay.size >= atOnce) break;
      if (busy(sending.channel) >= atOnceByChannel) continue;
      if (robots.has(sending.channel)) {
        const robot = `${sending.channel} ${sending.to.id}`;
        const free = paces.get(robot) ?? 0;
        if (free > now) {
          later(free);
          continue;
        }
        paces.set(robot, now + robotPaceMs);
      }
      launch(sending);
    }
    for (const [robot, free] of paces) if (free <= now) paces.delete(robot);
    return next;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    const late = await store.slipsToChase(now, batch);
    for (const id of late) await slipDesk.deliver(id, { kind: 'chaseDue' }, 'system', now).catch((cause: unknown) => onTrouble('the next step of a message could not be taken', id, cause));
    if (late.length === batch) isAskedAgain = true;
    for (const sending of await store.abandonedSendings(now, batch)) if (!underWay.has(sending.id)) launch(sending);
    const paced = await sendDue(now);
    const dueAt = await store.nextDueAt();
    if (closed) return;
    // What is due already waits for a place, whose end looks again; or for its robot.
    const waitsUntil = [dueAt !== null && dueAt > now ? dueAt : null, paced].filter((at) => at !== null);
    const delayMs = Math.min(lookEveryMs, ...waitsUntil.map((at) => at - now));
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
          timer?.cancel();
          timer = clock.setTimer(troublePauseMs, wake);
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
      await record(sending, { kind: 'result', sendingId: sending.id, result });
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
