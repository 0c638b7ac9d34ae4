import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import type { SlipDesk } from '../../server/slips/slipDesk.ts';
import { aPlan, liuyang, rung, wangfang, zhangwei } from '../delivery/aMessage.ts';
import { memorySlips } from '../support/memorySlips.ts';

const agent = { id: 'agent', name: '李静' };
const now = Date.UTC(2026, 5, 11, 2, 43);
const minute = 60_000;
const people = [zhangwei, liuyang, wangfang];
const personOf = (id: string) => people.find((one) => one.id === id) ?? zhangwei;

let desk: SlipDesk;
/** What is not urgent leaves the house from then on. */
let quietUntil: number;
beforeEach(() => {
  quietUntil = 0;
  let last = 0;
  const newId = (): string => `id${(last += 1)}`;
  desk = openSlipDesk({
    store: memorySlips(),
    cityOf: () => Promise.resolve(null),
    readNumber: () => ({ kind: 'none' }),
    callOf: () => Promise.resolve({ number: null, city: '', arrivedAt: now, unitId: 'sunshine', unitName: '阳光花园管理处' }),
    newId,
    newSendingId: newId,
    staffName: (id) => ({ name: personOf(id).name, unitId: 'sunshine' }),
    planOf: ({ recipientId, actionsRequested }, passedTo) => {
      const isUrgent = actionsRequested.includes('urgent');
      const to = personOf(passedTo ?? recipientId ?? '');
      const part = passedTo === null ? 'recipient' : 'passed';
      return aPlan({ isUrgent, holder: { ...to, part }, rungs: [rung(to, part, 'sms'), rung(to, part, 'mail')], sendAt: (at) => (isUrgent ? at : Math.max(at, quietUntil)) });
    },
  });
});

const take = (): Promise<Slip> => desk.create({ unitId: 'sunshine', recipientId: 'zhangwei', message: '漏水', state: 'taken' }, agent, now);
const toldOf = async ({ id }: Slip): Promise<string[]> => (await desk.sendings(id)).map(({ to, channel, state }) => `${to.name} ${channel} ${state}`);

describe('[V3] a message whose recipient was corrected (DOMAIN 4: never passed on wrongly)', () => {
  test.each([true, false])('passed on to the wrong person and taken back, it goes to whom it is for now, also when it is taken in the same breath: %s', async (atOnce) => {
    const slip = await take();
    await desk.deliver(slip.id, { kind: 'passed', by: agent, to: liuyang, words: '' }, agent.id, now + minute);
    await desk.markRead(slip.id, { id: 'liuyang', name: '刘洋' }, now + 2 * minute);
    await desk.reopen(slip.id, '找错人了', agent, now + 3 * minute);
    if (atOnce) {
      await desk.patch(slip.id, { recipientId: 'wangfang', state: 'taken' }, agent, now + 4 * minute);
    } else {
      expect(await desk.patch(slip.id, { recipientId: 'wangfang' }, agent, now + 4 * minute)).toMatchObject({ state: 'draft', delivery: { holder: { id: 'wangfang', part: 'recipient' }, readers: [] } });
      await desk.patch(slip.id, { state: 'taken' }, agent, now + 5 * minute);
    }
    const after = await desk.get(slip.id);
    expect(after).toMatchObject({ state: 'taken', recipient: '王芳', delivery: { round: 3, holder: { id: 'wangfang', part: 'recipient' }, readers: ['wangfang'] } });
    expect(after?.readAt).toBeUndefined();
    expect(after?.delivery?.acts.at(-1)?.what).toBe('begun');
    expect(await toldOf(slip)).toEqual(['张伟 sms cancelled', '刘洋 sms cancelled', '王芳 sms waiting']);
  });

  test('taken back for another reason, it goes to whom it was passed on to', async () => {
    const slip = await take();
    await desk.deliver(slip.id, { kind: 'passed', by: agent, to: liuyang, words: '' }, agent.id, now + minute);
    await desk.reopen(slip.id, '漏的是阳台', agent, now + 2 * minute);
    expect(await desk.patch(slip.id, { message: '阳台漏水', state: 'taken' }, agent, now + 3 * minute)).toMatchObject({ delivery: { holder: { id: 'liuyang', part: 'passed' }, readers: ['zhangwei', 'liuyang'] } });
  });

  test('under way, before it has reached anybody, it goes to whom it is for now, and whoever had it reads it no more', async () => {
    const slip = await take();
    expect(await desk.patch(slip.id, { recipientId: 'liuyang' }, agent, now + minute)).toMatchObject({ delivery: { round: 2, holder: { id: 'liuyang', part: 'recipient' }, readers: ['liuyang'] } });
    expect(await toldOf(slip)).toEqual(['张伟 sms cancelled', '刘洋 sms waiting']);
  });

  test('what the attendant heard late sends a message of its own anew, too', async () => {
    const seed = { slipId: 'S1', unitId: 'sunshine', readBack: false, recordingSid: null, declined: [], sources: {} };
    await desk.keep('CA1', { ...seed, state: 'taken', content: { recipientId: 'zhangwei', message: '漏水' } }, now);
    const after = await desk.keep('CA1', { ...seed, state: 'taken', content: { recipientId: 'liuyang', message: '漏水' } }, now + minute);
    expect(after).toMatchObject({ recipient: '刘洋', delivery: { round: 2, holder: { id: 'liuyang' }, readers: ['liuyang'] } });
    expect(await toldOf(after)).toEqual(['张伟 sms cancelled', '刘洋 sms waiting']);
  });
});

describe('[V4] a message that becomes urgent on its way', () => {
  const dueAt = async ({ id }: Slip): Promise<number[]> => (await desk.sendings(id)).map((one) => one.dueAt);

  test('at night goes out at once; urgent no more, it waits for the morning again', async () => {
    quietUntil = now + 500 * minute;
    const slip = await take();
    expect(await dueAt(slip)).toEqual([quietUntil]);
    expect(await desk.patch(slip.id, { actionsRequested: ['urgent'] }, agent, now + minute)).toMatchObject({ delivery: { round: 1, isUrgent: true, chaseAt: now + 6 * minute } });
    expect(await dueAt(slip)).toEqual([now + minute]);
    await desk.patch(slip.id, { actionsRequested: [] }, agent, now + 2 * minute);
    expect(await dueAt(slip)).toEqual([quietUntil]);
  });

  test('by what the attendant heard late, too', async () => {
    quietUntil = now + 500 * minute;
    const seed = { slipId: 'S1', unitId: 'sunshine', state: 'taken' as const, readBack: false, recordingSid: null, declined: [], sources: {} };
    const slip = await desk.keep('CA1', { ...seed, content: { recipientId: 'zhangwei', message: '漏水' } }, now);
    await desk.keep('CA1', { ...seed, content: { recipientId: 'zhangwei', message: '漏水', actionsRequested: ['urgent'] } }, now + minute);
    expect(await dueAt(slip)).toEqual([now + minute]);
  });
});

describe('a message that is put off by hand', () => {
  const hold = (slip: Slip, until: number | null): Promise<Slip> => desk.deliver(slip.id, { kind: 'held', by: agent, until }, agent.id, now + minute);

  test('is so for a month at most, and until some time to come', async () => {
    const slip = await take();
    await expect(hold(slip, now)).rejects.toMatchObject({ code: 'bad_input', fields: { until: 'has passed' } });
    await expect(hold(slip, Date.UTC(2126, 0, 1))).rejects.toMatchObject({ code: 'bad_input', fields: { until: 'is more than a month away' } });
    expect(await hold(slip, now + 20 * 86_400_000)).toMatchObject({ delivery: { holdUntil: now + 20 * 86_400_000 } });
  });

  test('[V2] waits for no hand: one that does is refused', async () => {
    const slip = await take();
    for (let step = 0; step < 2; step++) await desk.deliver(slip.id, { kind: 'chaseDue' }, 'system', now + (step + 1) * 61 * minute);
    expect((await desk.get(slip.id))?.delivery).toMatchObject({ stuck: 'nobody-left', chaseAt: null });
    await expect(hold(slip, now + 600 * minute)).rejects.toMatchObject({ code: 'wrong_state' });
    expect((await desk.get(slip.id))?.delivery).toMatchObject({ chaseAt: null, holdUntil: null });
  });
});
