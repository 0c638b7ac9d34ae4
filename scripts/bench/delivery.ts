// Ten thousand messages that are due at once, of one office by mail and of one with a thousand robots: how fast they are claimed, sent and written down, and how soon goes out what comes later. Prints; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDispatcher } from '../../server/channels/dispatcher.ts';
import type { ChannelName } from '../../server/contract/delivery.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { Channel, Outgoing, SendResult } from '../../server/delivery/ports.ts';
import type { Plan } from '../../server/delivery/plan.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import { openStore } from '../../server/store/openStore.ts';
import { systemClock } from '../../server/clockwork/clock.ts';

const messages = 10_000;
const robotsOfOffice = 1_000;
/** How long the robots are watched, ms: each bears one message in about three seconds, so that all of them take half a minute at the least. */
const watchedMs = 20_000;
const writer = { id: 'agent', name: '李静' };
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => console.error(message, fields) };

/** The way of a message: by mail, or by the robot that its first line names. */
function planOf({ message, actionsRequested }: Slip): Plan {
  const [kind, number = ''] = message.split(' ');
  const channel: ChannelName = kind === 'robot' ? 'wecom' : 'mail';
  const to = { kind: 'staff' as const, id: `staff${number}`, name: '张伟' };
  const isUrgent = actionsRequested.includes('urgent');
  return { holder: { ...to, part: 'recipient' }, rungs: [{ to, part: 'recipient', channel, address: '***', ...(channel === 'wecom' && { robot: number }) }], isUrgent, sendAt: (at) => at, chaseAt: (at) => at + 3_600_000 };
}

/** An office with its records and its dispatcher, not started. `onSent`: hears of each message at the moment when it goes out. */
async function anOffice(onSent: (message: Outgoing) => void) {
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-'));
  const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile: fileURLToPath(new URL('../server/sqliteWorker.js', import.meta.url)), log });
  let last = 0;
  const slipDesk = openSlipDesk({ store: store.slips, cityOf: async () => null, readNumber: () => ({ kind: 'none' }), staffName: () => null, callOf: async () => null, newId: () => `S${(last += 1)}`, newSendingId: () => `D${(last += 1)}`, planOf });
  const channel: Channel = {
    async send(message): Promise<SendResult> {
      onSent(message);
      return { kind: 'sent', words: 'ok', ref: null };
    },
    findOut: async () => 'unknown',
  };
  const dispatcher = openDispatcher({ store: store.slips, slipDesk, channels: { sms: null, mail: channel, wecom: channel, dingtalk: null, feishu: null }, compose: async ({ id }, { unitId, message }) => ({ id, unitId, address: 'x', secret: '', mention: '', headline: message, body: '', link: '' }), sendAt: (_slip, _channel, at) => at, clock: systemClock, onTrouble: (what, id, cause) => console.error(what, id, cause) });
  slipDesk.onSaved(({ delivery }) => {
    if (delivery) dispatcher.wake();
  });
  const take = (unitId: string, message: string, isUrgent = false) => slipDesk.create({ unitId, message, state: 'taken', ...(isUrgent && { actionsRequested: ['urgent' as const] }) }, writer, systemClock.now());
  return {
    dispatcher,
    take,
    async fill(message: (place: number) => string): Promise<void> {
      for (let count = 0; count < messages; count += 50) await Promise.all(Array.from({ length: 50 }, (_, place) => take('large', message(count + place))));
    },
    async close(): Promise<void> {
      await dispatcher.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** When what came later was written and went out, ms. */
interface Later {
  takenAt: number;
  outAt: number;
}
const waitOf = ({ takenAt, outAt }: Later): string => (outAt === 0 ? 'not within the time' : `after ${(outAt - takenAt).toFixed(0)} ms`);

async function byMail(): Promise<void> {
  const later: Record<'other' | 'urgent', Later> = { other: { takenAt: 0, outAt: 0 }, urgent: { takenAt: 0, outAt: 0 } };
  let out = 0;
  let over: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (over = resolve));
  const write = (name: keyof typeof later, unitId: string): void => {
    later[name].takenAt = performance.now();
    void office.take(unitId, name, name === 'urgent');
  };
  const office = await anOffice(({ headline }) => {
    out += 1;
    if (headline === 'other' || headline === 'urgent') later[headline].outAt = performance.now();
    if (out === 2_000) write('other', 'small');
    if (out === 4_000) write('urgent', 'large');
    if (out === messages + 2) over();
  });
  const begun = performance.now();
  await office.fill(() => '漏水');
  const takenMs = performance.now() - begun;
  const started = performance.now();
  office.dispatcher.start();
  await all;
  await office.dispatcher.settled();
  const sentMs = performance.now() - started;
  await office.close();
  console.log(`delivery, ${messages} taken (fifty at once), each with its first step in its transaction: ${Math.round((messages / takenMs) * 1000)} a second (floor of what follows)`);
  console.log(`delivery, ${messages} of one office due at once by mail: ${Math.round((messages / sentMs) * 1000)} a second claimed, sent and written down; the one of another office that came later went out ${waitOf(later.other)}, an urgent one of the same office ${waitOf(later.urgent)}`);
}

async function byRobots(): Promise<void> {
  const other: Later = { takenAt: 0, outAt: 0 };
  const robots = new Set<string>();
  let out = 0;
  const office = await anOffice(({ headline }) => {
    if (headline === 'other') other.outAt = performance.now();
    else {
      out += 1;
      robots.add(headline);
    }
  });
  await office.fill((place) => `robot ${place % robotsOfOffice}`);
  office.dispatcher.start();
  await new Promise<void>((resolve) => systemClock.setTimer(watchedMs / 4, resolve));
  other.takenAt = performance.now();
  await office.take('small', 'other');
  await new Promise<void>((resolve) => systemClock.setTimer((watchedMs * 3) / 4, resolve));
  const [sent, reached] = [out, robots.size];
  await office.close();
  console.log(`delivery, ${messages} of one office due at once by ${robotsOfOffice} robots: ${Math.round(sent / (watchedMs / 1000))} a second in the first ${watchedMs / 1000} s, ${reached} of the robots reached; a mail of another office that came later went out ${waitOf(other)}`);
}

await byMail();
await byRobots();
