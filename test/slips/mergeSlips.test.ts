import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import type { SlipDesk } from '../../server/slips/slipDesk.ts';
import { aPlan } from '../delivery/aMessage.ts';
import { memorySlips } from '../support/memorySlips.ts';

const agent = { id: 'agent', name: '李静' };
const now = Date.UTC(2026, 5, 11, 2, 43);

let desk: SlipDesk;
beforeEach(() => {
  let last = 0;
  const newId = (): string => `id${(last += 1)}`;
  desk = openSlipDesk({ store: memorySlips(), cityOf: () => Promise.resolve(null), readNumber: () => ({ kind: 'none', why: 'words' }), callOf: () => Promise.resolve(null), newId, newSendingId: newId, planOf: () => aPlan(), staffName: () => null });
});

const taken = (unitId = 'sunshine'): Promise<Slip> => desk.create({ unitId, recipient: '张伟', message: '漏水', state: 'taken' }, agent, now);
const statesOf = async ({ id }: Slip): Promise<string[]> => (await desk.sendings(id)).map(({ state }) => state);
const refused = (merging: Promise<Slip>, code: string) => expect(merging).rejects.toMatchObject({ code });

describe('two slips about one matter', () => {
  test('become one: the double is withdrawn and says which one stays, the one that stays goes on, and both have it on their history', async () => {
    const [kept, double] = [await taken(), await taken()];
    expect(await desk.merge(double.id, kept.id, agent, now + 1)).toMatchObject({ state: 'merged', mergedInto: kept.id, delivery: { chaseAt: null } });
    expect([await statesOf(double), await statesOf(kept)]).toEqual([['cancelled'], ['waiting']]);
    expect(await desk.get(kept.id)).toMatchObject({ state: 'taken', doubles: [double.id] });
    expect((await desk.history(double.id)).at(-1)).toMatchObject({ by: 'agent', changed: { state: 'merged', mergedInto: kept.id } });
    expect((await desk.history(kept.id)).at(-1)).toMatchObject({ by: 'agent', changed: { doubles: [double.id] } });
    expect((await desk.deliver(double.id, { kind: 'chaseDue' }, 'system', now + 9e9)).state).toBe('merged');
    const { version } = await desk.merge(double.id, kept.id, agent, now + 2);
    expect((await desk.get(double.id))?.version).toBe(version);
  });

  test('are taken apart again: the double is a draft, and goes on its way anew when it is taken', async () => {
    const [kept, double] = [await taken(), await taken()];
    await desk.merge(double.id, kept.id, agent, now + 1);
    expect(await desk.reopen(double.id, '', agent, now + 2)).toMatchObject({ state: 'draft', owner: agent });
    expect((await desk.get(double.id))?.mergedInto).toBeUndefined();
    expect((await desk.get(kept.id))?.doubles).toEqual([]);
    expect(await desk.patch(double.id, { state: 'taken' }, agent, now + 3)).toMatchObject({ state: 'taken', delivery: { round: 2 } });
    expect(await statesOf(double)).toEqual(['cancelled', 'waiting']);
  });

  test('must be two, of one office, neither put aside: no circle comes about', async () => {
    const [a, b, c] = [await taken(), await taken(), await taken()];
    await refused(desk.merge(a.id, a.id, agent, now), 'bad_input');
    await refused(desk.merge(a.id, (await taken('harbour')).id, agent, now), 'bad_input');
    await refused(desk.merge('nobody', a.id, agent, now), 'not_found');
    await desk.merge(a.id, b.id, agent, now);
    await refused(desk.merge(b.id, a.id, agent, now), 'wrong_state');
    await refused(desk.merge(a.id, c.id, agent, now), 'wrong_state');
    expect((await desk.get(c.id))?.doubles ?? []).toEqual([]);
    expect(await desk.merge(b.id, c.id, agent, now)).toMatchObject({ state: 'merged', mergedInto: c.id });
    await refused(desk.merge(c.id, a.id, agent, now), 'wrong_state');
  });

  test('that are merged twice in the same moment, by two hands or by one that pressed twice, both know of it', async () => {
    const [kept, double] = [await taken(), await taken()];
    const both = await Promise.all([desk.merge(double.id, kept.id, agent, now + 1), desk.merge(double.id, kept.id, { id: 'agent2', name: '陈晓明' }, now + 1)]);
    expect(both.map(({ state, mergedInto }) => [state, mergedInto])).toEqual([['merged', kept.id], ['merged', kept.id]]);
    expect((await desk.get(kept.id))?.doubles).toEqual([double.id]);
  });

  test('that are merged into each other in the same moment never stand for each other', async () => {
    const [a, b] = [await taken(), await taken()];
    await Promise.allSettled([desk.merge(a.id, b.id, agent, now), desk.merge(b.id, a.id, agent, now)]);
    const states = [(await desk.get(a.id))?.state, (await desk.get(b.id))?.state];
    expect(states.filter((state) => state === 'merged').length).toBeLessThan(2);
  });
});
