import { openDispatcher } from '../../server/channels/dispatcher.ts';
import type { Clock } from '../../server/clockwork/clock.ts';
import { systemClock } from '../../server/clockwork/clock.ts';
import type { Channel } from '../../server/delivery/ports.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import { openStore } from '../../server/store/openStore.ts';
import { aPlan, rung, zhangwei } from '../delivery/aMessage.ts';

/*
 * A program that is meant to be killed: takes messages without end and sends them, and says on its output what was acknowledged, a line each. Its clock runs
 * forty times as fast as the one on the wall, so that claims of a dead process run out within a moment.
 *
 *   node killedSender.js FILE WORKERFILE ROBOT ROUND COUNT     takes COUNT messages (0: takes none, only sends what is there)
 */

const [file = '', workerFile = '', robot = '', round = '', count = '0'] = process.argv.slice(2);
const speed = 40;
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) };
const startedAt = systemClock.now();
const clock: Clock = { now: () => startedAt + (systemClock.now() - startedAt) * speed, setTimer: (delayMs, run) => systemClock.setTimer(delayMs / speed, run) };

/** A robot over HTTP; `asks` tells whether this one can be asked what became of an attempt. */
function channelTo(name: string, asks: boolean): Channel {
  return {
    async send({ id, body }, signal) {
      const response = await fetch(`${robot}/${name}`, { method: 'POST', body: JSON.stringify({ id, body }), signal });
      return response.ok ? { kind: 'sent', words: 'ok', ref: null } : { kind: 'failed', failure: { kind: 'retry', code: String(response.status), words: '' } };
    },
    async findOut({ id }, signal) {
      if (!asks) return 'unknown';
      const response = await fetch(`${robot}/${name}?id=${id}`, { signal });
      return (await response.text()) === 'yes' ? { kind: 'sent', words: 'found', ref: null } : 'not-there';
    },
  };
}

const store = await openStore({ kind: 'sqlite', file, workerFile, log });
let last = 0;
const id = (of: string): string => `${of}${round}x${(last += 1)}`;
const slipDesk = openSlipDesk({
  store: store.slips,
  cityOf: async () => null,
  readNumber: () => ({ kind: 'none' }),
  staffName: () => null,
  callOf: async () => null,
  newId: () => id('S'),
  newSendingId: () => id('D'),
  planOf: ({ message }) => aPlan({ rungs: message === 'asked' ? [rung(zhangwei, 'recipient', 'sms')] : [rung(zhangwei, 'recipient', 'mail'), rung(zhangwei, 'recipient', 'sms')] }),
});
const dispatcher = openDispatcher({
  store: store.slips,
  slipDesk,
  channels: { sms: channelTo('sms', true), mail: channelTo('mail', false), wecom: null, dingtalk: null, feishu: null },
  compose: async (sending, slip) => ({ id: sending.id, unitId: slip.unitId, address: 'x', secret: '', mention: '', headline: '', body: slip.id, link: '' }),
  sendAt: (_slip, _channel, at) => at,
  clock,
  onTrouble: (what, _id, cause) => void process.stderr.write(`${what} ${String(cause)}\n`),
});
slipDesk.onSaved(() => dispatcher.wake());
dispatcher.start();
process.stdout.write('open\n');
for (let taken = 0; taken < Number(count); taken++) {
  const slip = await slipDesk.create({ unitId: 'sunshine', message: taken % 2 === 0 ? 'asked' : 'not asked', state: 'taken' }, { id: 'agent', name: '李静' }, clock.now());
  process.stdout.write(`kept ${slip.id}\n`);
}
// Says when nothing is on its way any more.
const look = async (): Promise<void> => {
  await dispatcher.settled();
  const [waiting, claimed] = [await store.slips.dueLanes(Number.MAX_SAFE_INTEGER, 1, []), await store.slips.abandonedSendings(Number.MAX_SAFE_INTEGER, 1)];
  if (waiting.length + claimed.length === 0) {
    await dispatcher.close();
    await store.close();
    process.stdout.write('over\n');
    return;
  }
  systemClock.setTimer(50, () => void look());
};
await look();
