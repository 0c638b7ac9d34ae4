import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Script } from '../../server/practice/carrier.ts';
import { kitchenLeak } from '../../server/practice/residents/kitchenLeak.ts';
import type { PracticeHouse, Robot } from './support/practiceHouse.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import { everySetting } from './support/settings.ts';
import { expectInTime, expectTidy, slipsOf } from './support/tidy.ts';

/** Says nothing to an agent, and hangs up after so long; false: leaves that to the agent. */
const talksFor = (ms: number | false): Script => ({ ...kitchenLeak.script, talk: [], hangsUpAfterTalkMs: ms });

describe.each(everySetting)('a carrier with $title', ({ switches, ghost }) => {
  let house: PracticeHouse;
  let li: Robot;
  let chen: Robot;
  beforeAll(async () => {
    house = await openPracticeHouse();
    li = await house.seat('agent');
    chen = await house.seat('agent2');
    if (ghost) await house.seatGhost('supervisor');
    house.set(switches);
  });
  afterEach(() => {
    li.plan = () => undefined;
    chen.plan = () => undefined;
  });
  afterAll(() => house.close());

  /** The robot accepts so long after its phone begins to ring. */
  const acceptAfter = (ms: number) => (offer: { accept(): boolean }) => void house.clock.setTimer(ms, () => offer.accept());

  test('[S1][R1][H1] an agent answers in ring two, the caller goes first: the card tells both', async () => {
    li.plan = acceptAfter(6000);
    const call = house.call({ script: talksFor(12_000) });
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'agent', hungUpBy: 'caller', agent: { id: 'agent' } });
    expect(call.answeredInRing).toBe(2);
    expectInTime(call, card);
    await expectTidy(house, call, [li, chen]);
  });

  test('[R2][P2][O2][L1] nobody answers: the attendant is there within three rings, and what the caller says is kept on a slip', async () => {
    const call = house.call({ script: kitchenLeak.script });
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'attendant-message', agent: null, opener: { order: 'ok' } });
    expectInTime(call, card);
    expect(await slipsOf(li, call.sid)).toMatchObject([{ id: `S${call.sid}`, state: 'taken', callerName: '刘敏', callerNumber: '+8613800138001', missing: [] }]);
    await expectTidy(house, call, [li, chen]);
  });

  test('[R4][O3] the caller gives up in ring two: abandoned, not late, and nobody’s phone goes on ringing', async () => {
    const call = house.call({ script: { ...talksFor(false), hangsUpInRing: 2 } });
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'abandoned-ringing', hungUpBy: 'caller', answeredAt: null, agent: null, slipIds: [] });
    expect(call.status).toBe('no-answer');
    expect(li.held.size + chen.held.size).toBe(0);
    await expectTidy(house, call, [li, chen]);
  });

  test('[H2] the agent hangs up: the caller’s line is closed, and the agent is said to have gone first', async () => {
    li.plan = acceptAfter(4000);
    const call = house.call({ script: talksFor(false) });
    await house.advance(16_000);
    expect(await li.console.command('call:hangUp', { callId: call.sid })).toHaveProperty('data');
    await house.advance(5000);
    expect(call.status).toBe('completed');
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'agent', hungUpBy: 'agent', agent: { id: 'agent' } });
    expectInTime(call, card);
    await expectTidy(house, call, [li, chen]);
  });

  test('[S3] the agent is lost in mid-call: the caller is kept, another agent takes over', async () => {
    li.plan = (offer) => {
      acceptAfter(4000)(offer);
      house.clock.setTimer(16_000, () => offer.die());
    };
    chen.plan = (offer, nth) => {
      if (nth > before) acceptAfter(3000)(offer);
    };
    const before = chen.offers.length;
    const call = house.call({ script: talksFor(20_000) });
    const card = await house.finish(call);
    expect(card).toMatchObject({ state: 'ended', outcome: 'agent', hungUpBy: 'caller', agent: { id: 'agent2' } });
    expect(call.story.map((line) => line.zh).join('\n')).toMatch(/接通：agent\n[^]*客服端掉线\n[^]*接通：agent2\n[^]*住户挂断/);
    expectInTime(call, card);
    await expectTidy(house, call, [li, chen]);
  });
});
