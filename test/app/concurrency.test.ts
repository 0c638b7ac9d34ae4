import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PracticeCall, Script, SwitchSettings } from '../../server/practice/carrier.ts';
import { kitchenLeak } from '../../server/practice/residents/kitchenLeak.ts';
import { seededRandom } from '../../server/practice/random.ts';
import type { PracticeHouse, Robot } from './support/practiceHouse.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import { expectInTime, expectTidy } from './support/tidy.ts';

const talksFor = (ms: number): Script => ({ ...kitchenLeak.script, talk: [], hangsUpAfterTalkMs: ms });

describe('two agents accept at once', () => {
  let house: PracticeHouse;
  let agents: Robot[];
  beforeAll(async () => {
    house = await openPracticeHouse();
    agents = [await house.seat('agent'), await house.seat('agent2')];
  });
  afterAll(() => house.close());

  const settings: fc.Arbitrary<SwitchSettings> = fc.record({
    callbacks: fc.record({ doubled: fc.boolean(), delayMs: fc.constantFrom(0, 1000, 6000), reordered: fc.boolean() }),
    sendDialBridged: fc.boolean(),
    answeredCallbackLost: fc.boolean(),
    losingLegStatus: fc.constantFrom('canceled' as const, 'no-answer' as const),
  });

  test('[W5] exactly one has the call, the one whom the carrier joined to the caller; the other is free at once', async () => {
    await fc.assert(
      fc.asyncProperty(settings, fc.integer({ min: 0, max: 12_000 }), fc.boolean(), async (switches, afterMs, firstIsFirst) => {
        house.set(switches);
        const order = firstIsFirst ? agents : [...agents].reverse();
        const accepted: string[] = [];
        for (const robot of agents) robot.plan = () => undefined;
        const call = house.call({ script: talksFor(14_000) });
        house.clock.setTimer(400 + afterMs, () => {
          for (const robot of order) if (robot.offers.at(-1)?.accept()) accepted.push(robot.id);
        });
        const card = await house.finish(call);
        expect(accepted).toEqual([order[0]?.id]);
        expect(card).toMatchObject({ outcome: 'agent', agent: { id: accepted[0] }, offeredTo: expect.arrayContaining(['agent', 'agent2']) });
        expectInTime(call, card);
        await expectTidy(house, call, agents);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('many calls at once', () => {
  let house: PracticeHouse;
  let robots: Robot[];
  beforeEach(async () => {
    house = await openPracticeHouse();
    robots = [await house.seat('agent'), await house.seat('agent2'), await house.seat('supervisor')];
  });
  afterEach(() => house.close());

  async function allOver(calls: readonly PracticeCall[]): Promise<void> {
    await house.until(() => calls.every((call) => call.endedAt !== null) && house.app.desk.openCards().length === 0, 10 * 60_000);
    await house.advance(65_000);
    for (const call of calls) {
      const card = await house.card(call.sid);
      expectInTime(call, card);
      expect(['agent', 'attendant-message']).toContain(card.outcome);
      await expectTidy(house, call);
    }
  }

  test('[W1][W3] thirty callers in the same moment, three agents: nobody’s phone rings for two calls, everybody is heard within three rings', async () => {
    for (const robot of robots) robot.plan = (offer) => void house.clock.setTimer(5000, () => offer.accept());
    const calls = Array.from({ length: 30 }, (_, place) => house.call({ from: `+861380013${String(8100 + place)}`, script: talksFor(20_000) }));
    await allOver(calls);
    for (const robot of robots) expect(robot.mostHeld).toBe(1);
  });

  test('[W1][W3][W4] sixty callers over four minutes, agents who accept, decline and miss calls at random: the same', async () => {
    const random = seededRandom(20260302);
    for (const robot of robots) {
      robot.plan = (offer) => {
        const ms = Math.round(random() * 13_000);
        house.clock.setTimer(ms, () => void (random() < 0.2 ? offer.reject() : random() < 0.9 ? offer.accept() : undefined));
      };
    }
    const calls: PracticeCall[] = [];
    for (let placed = 0; placed < 60; placed += 1) {
      calls.push(house.call({ from: `+861380013${String(8200 + placed)}`, script: talksFor(5000 + Math.round(random() * 20_000)) }));
      await house.advance(Math.round(random() * 8000));
      // At no moment is one agent named for two calls that are not over.
      const named = house.app.desk.openCards().flatMap((card) => (card.state === 'live' && card.agent ? [card.agent.id] : []));
      expect(new Set(named).size).toBe(named.length);
    }
    await allOver(calls);
    for (const robot of robots) expect(robot.mostHeld).toBe(1);
    const outcomes = await Promise.all(calls.map(async (call) => (await house.card(call.sid)).outcome));
    expect(new Set(outcomes)).toEqual(new Set(['agent', 'attendant-message']));
  });
});

describe('whose phones ring', () => {
  let house: PracticeHouse;
  beforeEach(async () => {
    house = await openPracticeHouse();
  });
  afterEach(() => house.close());

  test('[W2] at most the ring width, longest idle first; who has talked goes to the end of the row', async () => {
    const admin = await house.signIn('supervisor');
    const response = await admin.fetch('/api/practice/robots', { method: 'POST', body: JSON.stringify({ count: 5 }) });
    expect(response.status).toBeLessThan(300);
    const seated = new Map<string, Robot>();
    for (const name of ['robot3', 'robot1', 'robot5', 'robot2', 'robot4']) {
      seated.set(name, await house.seat(name));
      await house.advance(1000);
    }
    const ring = async (winner?: string): Promise<string[]> => {
      for (const robot of seated.values()) robot.plan = (offer) => void (robot.id === winner ? house.clock.setTimer(2000, () => offer.accept()) : undefined);
      const call = house.call({ script: talksFor(6000) });
      return (await house.finish(call)).offeredTo;
    };
    expect(await ring('robot1')).toEqual(['robot3', 'robot1', 'robot5']);
    expect(await ring('robot5')).toEqual(['robot3', 'robot5', 'robot2']);
    expect(await ring('robot3')).toEqual(['robot3', 'robot2', 'robot4']);
    expect(await ring()).toEqual(['robot2', 'robot4', 'robot1']);
  });
});
