import { openAuditKeeper } from '../../server/privacy/auditKeeper.ts';
import { openCallerDesk } from '../../server/privacy/callerDesk.ts';
import { systemClock } from '../../server/clockwork/clock.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import { openStore } from '../../server/store/openStore.ts';
import { openTaskDesk } from '../../server/tasks/taskDesk.ts';
import { planOfNobody } from '../support/planOfNobody.ts';

/*
 * A program that is meant to be killed: erases a caller, and says on its output what is erased, a line each.
 *
 *   node killedEraser.js FILE WORKERFILE COUNT     writes COUNT messages and tasks of the caller and erases him; 0: goes on with what an earlier run began
 */

const [file = '', workerFile = '', count = '0'] = process.argv.slice(2);
const clock = systemClock;
const log = { info: () => undefined, warn: () => undefined, error: (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`) };
const store = await openStore({ kind: 'sqlite', file, workerFile, log });
const number = '+8613900139000';
const by = { id: 'agent', name: '李静' };
let last = 0;
const newId = (): string => `X${(last += 1)}`;
const slipDesk = openSlipDesk({ store: store.slips, cityOf: async () => null, readNumber: (raw) => ({ kind: 'number', e164: raw, country: null, extension: null }), staffName: () => null, callOf: async () => null, newId, newSendingId: newId, planOf: planOfNobody });
const taskDesk = openTaskDesk({ store: store.tasks, newId, readNumber: (raw) => ({ kind: 'number', e164: raw, country: null, extension: null }), callOf: async () => null, slipOf: async () => null });
const audit = openAuditKeeper({ store: store.audit, anchors: { read: async () => [], add: async () => undefined }, memory: { get: async () => null, put: async () => undefined }, clock, log });
const callers = openCallerDesk({
  store: store.callerData,
  markErased: async () => true,
  forgetCall: () => undefined,
  deleteRecording: async () => undefined,
  deleteImport: async () => undefined,
  load: async () => ({}),
  onErased: ({ kind, id }) => void process.stdout.write(`erased ${kind} ${id}\n`),
  putOnRecord: async () => undefined,
  sealAudit: () => audit.sealAll(),
  secret: 'secret of the test',
  newId,
  clock,
  onTrouble: (id, cause) => void process.stderr.write(`${id} ${String(cause)}\n`),
});
for (let at = 0; at < Number(count); at++) {
  const slip = await slipDesk.create({ unitId: 'garden', callerName: '欧阳建国', callerNumber: number, message: '厨房水龙头漏了' }, by, clock.now());
  await slipDesk.drop(slip.id, '欧阳建国又打来了', by, clock.now());
  const task = await taskDesk.create({ kind: 'promise', unitId: 'garden', words: '给欧阳建国回电', callerName: '欧阳建国', callerNumber: number, dueAt: clock.now() + 3_600_000, callId: null, slipId: null }, by, clock.now());
  await taskDesk.end(task.id, 'done', '欧阳建国满意', by, clock.now());
}
process.stdout.write('open\n');
if (count === '0') await callers.resume();
else await callers.erase({ unitId: 'garden', asked: { number }, by, reason: '本人要求' });
await callers.settled();
const states = (await callers.requests('garden')).map(({ state }) => state).join(' ');
await callers.close();
await audit.close();
await store.close();
process.stdout.write(`over ${states}\n`);
