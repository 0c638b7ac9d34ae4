// Ten thousand messages that are due at once: how fast they are claimed, sent and written down, and how soon the one of another office goes out. Prints; asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDispatcher } from '../../server/channels/dispatcher.ts';
import type { Channel } from '../../server/delivery/ports.ts';
import type { Plan } from '../../server/delivery/plan.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import { openStore } from '../../server/store/openStore.ts';
import { systemClock } from '../../server/clockwork/clock.ts';

const messages = 10_000;
const to = { kind: 'staff' as const, id: 'zhangwei', name: '张伟' };
const plan: Plan = { holder: { ...to, part: 'recipient' }, rungs: [{ to, part: 'recipient', channel: 'mail', address: 'zh***@example.com' }], isUrgent: false, sendAt: (at) => at, chaseAt: (at) => at + 3_600_000 };

const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-bench-'));
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => console.error(message, fields) };
const store = await openStore({ kind: 'sqlite', file: path.join(folder, 'records.db'), workerFile: fileURLToPath(new URL('../server/sqliteWorker.js', import.meta.url)), log });
let last = 0;
const slipDesk = openSlipDesk({ store: store.slips, cityOf: async () => null, readNumber: () => ({ kind: 'none' }), staffName: () => null, callOf: async () => null, newId: () => `S${(last += 1)}`, newSendingId: () => `D${(last += 1)}`, planOf: () => plan });
const writer = { id: 'agent', name: '李静' };

const begun = performance.now();
for (let count = 0; count < messages; count += 50) await Promise.all(Array.from({ length: 50 }, () => slipDesk.create({ unitId: 'large', message: '漏水', state: 'taken' }, writer, systemClock.now())));
const takenMs = performance.now() - begun;
await slipDesk.create({ unitId: 'small', message: '停电', state: 'taken' }, writer, systemClock.now());

let out = 0;
let otherAt = 0;
let over: () => void = () => undefined;
const all = new Promise<void>((resolve) => (over = resolve));
const started = performance.now();
const mail: Channel = {
  async send({ unitId }) {
    out += 1;
    if (unitId === 'small') otherAt = performance.now() - started;
    if (out === messages + 1) over();
    return { kind: 'sent', words: 'ok', ref: null };
  },
  findOut: async () => 'unknown',
};
const dispatcher = openDispatcher({ store: store.slips, slipDesk, channels: { sms: null, mail, wecom: null, dingtalk: null, feishu: null }, compose: async ({ id }, { unitId }) => ({ id, unitId, address: 'x', secret: '', mention: '', headline: '', body: '', link: '' }), clock: systemClock, onTrouble: (what, id, cause) => console.error(what, id, cause) });
dispatcher.start();
await all;
await dispatcher.settled();
const sentMs = performance.now() - started;
await dispatcher.close();
await store.close();
rmSync(folder, { recursive: true, force: true });
console.log(`delivery, ${messages} taken (fifty at once), each with its first step in its transaction: ${Math.round((messages / takenMs) * 1000)} a second (floor of what follows)`);
console.log(`delivery, ${messages} due at once, claimed, sent and written down: ${Math.round((messages / sentMs) * 1000)} a second; the one of another office went out after ${otherAt.toFixed(0)} ms`);
