import type { ChannelName, Sending } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { DeliveryFact } from '../delivery/advanceDelivery.ts';
import { isRobot, laneOf } from '../delivery/lane.ts';
import type { Channel, Outgoing, SendResult, SendingStore } from '../delivery/ports.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { maskedResult } from './maskedResult.ts';

/** The channels that leave the house; null: this server has none of this kind. */
export type OutwardChannels = Record<Exclude<ChannelName, 'console'>, Channel | null>;

/** What one attempt reads, claims and writes. `slipDesk.deliver` writes down what became of it (slips/slipPassage.ts, with what it throws). */
export interface AttemptNeeds {
  store: Pick<SendingStore, 'claimSending' | 'restLane'>;
  slipDesk: { get(id: string): Promise<Slip | null>; deliver(id: string, fact: DeliveryFact, by: string, now: number): Promise<Slip> };
  channels: OutwardChannels;
  /** The letter of a sending as it goes out now; null: its address is there no more. */
  compose: (sending: Sending, slip: Slip) => Promise<Outgoing | null>;
  /** When a message may go out on this channel that would go at `at`, ms UTC (delivery/sendAt.ts). */
  sendAt: (slip: Slip, channel: ChannelName, at: number) => number;
  clock: Clock;
}

/** How long one attempt may take, ms. */
export const attemptMs = 20_000;
/** How long a claim holds: longer than an attempt and the writing down of its result, ms. */
export const claimMs = 60_000;
/** Robots take twenty messages a minute (WeCom, DingTalk); a little less is sent, and one after the other, ms. */
export const robotPaceMs = 3_200;

type Ready = { channel: Channel; letter: Outgoing };
const gone = (kind: 'gave-up' | 'wrong-address', code: string, words: string): SendResult => ({ kind: 'failed', failure: { kind, code, words } });

/**
 * One attempt, from what is to be said to the record of what became of it. It is written before it is claimed: what cannot be written was never on its way. Rejects
 * where the records or the letter fail; what is then still claimed is looked into when the claim is over.
 */
export function openAttempt({ store, slipDesk, channels, compose, sendAt, clock }: AttemptNeeds): (found: Sending) => Promise<void> {
  const record = ({ slipId }: Sending, fact: DeliveryFact): Promise<Slip> => slipDesk.deliver(slipId, fact, 'system', clock.now());
  const claimed = ({ id, channel, state }: Sending): Promise<Sending | null> => {
    const now = clock.now();
    return store.claimSending(id, now, now + claimMs, isRobot(channel) && state === 'waiting' ? now + robotPaceMs : undefined);
  };

  /** Bounds what a channel does: it may hang for ever. */
  async function bounded<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | SendResult> {
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

  async function written(found: Sending, slip: Slip | null): Promise<Ready | SendResult> {
    if (found.channel === 'console') return { kind: 'sent', words: 'inbox', ref: null };
    const channel = channels[found.channel];
    if (!channel) return gone('gave-up', 'not-set-up', 'this server has no such channel');
    const letter = slip && (await compose(found, slip));
    return letter ? { channel, letter } : gone('wrong-address', 'no-address', 'he has no such address any more');
  }

  /** The letter could not be written: nothing went out, and it may be tried again ([V5]). */
  async function notComposed(found: Sending): Promise<void> {
    const sending = await claimed(found);
    if (sending) await record(sending, { kind: 'result', sendingId: sending.id, result: { kind: 'failed', failure: { kind: 'retry', code: 'not-composed', words: '' } } });
  }

  return async (found) => {
    const isLeftBehind = found.state === 'sending';
    const slip = await slipDesk.get(found.slipId);
    if (slip && !isLeftBehind) {
      const now = clock.now();
      const until = sendAt(slip, found.channel, now);
      if (until > now) {
        await record(found, { kind: 'postponed', sendingId: found.id, until });
        return;
      }
    }
    let ready: Ready | SendResult;
    try {
      ready = await written(found, slip);
    } catch (cause) {
      // Of what was left behind it is not known whether it went out: it is asked later, with its letter.
      if (!isLeftBehind) await notComposed(found);
      throw cause;
    }
    const sending = await claimed(found);
    if (!sending) return;
    if ('kind' in ready) {
      await record(sending, { kind: 'result', sendingId: sending.id, result: ready });
      return;
    }
    const { channel, letter } = ready;
    // Also after an answer that was lost: what cannot be known is asked before anything is sent once more.
    const said = isLeftBehind ? 'unknown' : await bounded((signal) => channel.send(letter, signal));
    const silence = said === 'unknown' ? 'broken off in mid-send' : said.kind === 'unsure' ? said.words : null;
    const known = silence === null ? said : await bounded((signal) => channel.findOut(letter, signal));
    if (known === 'not-there') {
      // Asked at once, a carrier that is slow may not have it on its list yet, and it would go out twice: asked again when the claim is over.
      if (isLeftBehind) await record(sending, { kind: 'neverSent', sendingId: sending.id });
      return;
    }
    const result: SendResult = known === 'unknown' ? { kind: 'unsure', words: silence ?? '' } : known;
    await record(sending, { kind: 'result', sendingId: sending.id, result: maskedResult(result, letter.address, sending.address) });
    // Told to rest, it rests for all who are behind this robot.
    if (isRobot(sending.channel) && result.kind === 'failed' && result.afterMs !== undefined) await store.restLane(laneOf(sending), clock.now() + result.afterMs);
  };
}
