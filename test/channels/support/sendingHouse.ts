import type { ChannelName, Sending } from '../../../server/contract/delivery.ts';
import type { Slip } from '../../../server/contract/slip.ts';
import { openDispatcher } from '../../../server/channels/dispatcher.ts';
import type { OutwardChannels } from '../../../server/channels/openAttempt.ts';
import type { Channel, Outgoing, SendResult } from '../../../server/delivery/ports.ts';
import type { Plan, Rung } from '../../../server/delivery/plan.ts';
import { openSlipDesk } from '../../../server/slips/slipDesk.ts';
import { aPlan } from '../../delivery/aMessage.ts';
import { manualClock } from '../../support/manualClock.ts';
import { memorySlips } from '../../support/memorySlips.ts';

/** A channel that a test answers for. Remembers what it was given. */
export function aChannel(answer: (message: Outgoing) => SendResult | Promise<SendResult>, findOut: Channel['findOut'] = async () => 'unknown'): Channel & { got: { id: string; at: number; body: string }[]; most: number } {
  let atOnce = 0;
  const channel = {
    got: [] as { id: string; at: number; body: string }[],
    most: 0,
    async send(message: Outgoing) {
      channel.got.push({ id: message.id, at: 0, body: message.body });
      channel.most = Math.max(channel.most, (atOnce += 1));
      try {
        return await answer(message);
      } finally {
        atOnce -= 1;
      }
    },
    findOut,
  };
  return channel;
}

export const sent = (message: Outgoing): SendResult => ({ kind: 'sent', words: 'ok', ref: `ref ${message.id}` });
/** A channel that never answers. */
export const never = (): Promise<SendResult> => new Promise(() => undefined);

/** An office with its desk, its records and its dispatcher; the clock is moved by hand. */
export function aHouse({ channels = {}, planOf = () => aPlan(), compose, sendAt = (_channel, at) => at }: { channels?: Partial<OutwardChannels>; planOf?: (slip: Slip) => Plan; compose?: (sending: Sending, slip: Slip) => Promise<Outgoing | null>; sendAt?: (channel: ChannelName, at: number) => number } = {}) {
  const clock = manualClock(Date.UTC(2026, 5, 11, 2, 43));
  const store = memorySlips();
  let last = 0;
  const slipDesk = openSlipDesk({ store, cityOf: async () => null, readNumber: () => ({ kind: 'none' }), staffName: () => ({ name: '张伟', unitId: null }), callOf: async () => null, newId: () => `S${(last += 1)}`, newSendingId: () => `D${(last += 1)}`, planOf });
  const trouble: string[] = [];
  const open = () =>
    openDispatcher({
      store,
      slipDesk,
      channels: { sms: null, mail: null, wecom: null, dingtalk: null, feishu: null, ...channels },
      compose: compose ?? (async (sending, slip) => ({ id: sending.id, unitId: slip.unitId, address: 'x', secret: '', mention: '', headline: slip.callerName, body: slip.message, link: '' })),
      sendAt: (_slip, channel, at) => sendAt(channel, at),
      clock,
      onTrouble: (what, id, cause) => trouble.push(`${what} ${id} ${String(cause)}`),
    });
  const dispatcher = open();
  slipDesk.onSaved(() => dispatcher.wake());
  /** What is on its way may set something else going; several turns of the wheel until nothing moves. */
  const rest = async (): Promise<void> => {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    clock,
    store,
    slipDesk,
    dispatcher,
    open,
    trouble,
    rest,
    advance: (ms: number) => clock.advance(ms, rest),
    take: (over: Partial<Slip> = {}) => slipDesk.create({ unitId: over.unitId ?? 'sunshine', callerName: '李女士', message: over.message ?? '漏水', recipientId: 'zhangwei', state: 'taken', ...(over.actionsRequested && { actionsRequested: over.actionsRequested }) }, { id: 'agent', name: '李静' }, clock.now()),
    async story(id: string): Promise<[string, Sending['state']][]> {
      return (await store.sendingsOf(id)).map(({ channel, state }) => [channel, state]);
    },
  };
}

/** A way of these steps alone. */
export const only = (...rungs: Rung[]) => ({ planOf: () => aPlan({ rungs }) });
