import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Script, SwitchSettings } from '../../server/practice/carrier.ts';
import { residents } from '../../server/practice/residents/index.ts';
import type { Resident } from '../../server/practice/residents/index.ts';
import { harbour, sunshine } from '../support/house.ts';
import type { PracticeHouse, Robot } from './support/practiceHouse.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import { expectTidy, slipsOf } from './support/tidy.ts';

let house: PracticeHouse;
let robots: Robot[];
beforeAll(async () => {
  house = await openPracticeHouse();
  robots = [await house.seat('agent'), await house.seat('agent2'), await house.seat('supervisor')];
});
afterAll(() => house.close());

const switches: fc.Arbitrary<SwitchSettings> = fc.record({
  cancelAccepted: fc.boolean(),
  cancelOfAnswered: fc.constantFrom('error' as const, 'unchanged' as const),
  canceledDialStatus: fc.constantFrom('canceled' as const, 'no-answer' as const),
  losingLegStatus: fc.constantFrom('canceled' as const, 'no-answer' as const),
  dialActionOnAbandon: fc.boolean(),
  sendDialBridged: fc.boolean(),
  initiatedCallback: fc.constantFrom('normal' as const, 'late' as const, 'lost' as const),
  finalCallbackOvertakesAction: fc.boolean(),
  callbacks: fc.record({ doubled: fc.boolean(), delayMs: fc.constantFrom(0, 0, 500, 2000, 9000), reordered: fc.boolean() }),
  answeredCallbackLost: fc.boolean(),
  statusCallbackLost: fc.boolean(),
  firstWebhookRepeated: fc.boolean(),
  silentRecord: fc.constantFrom('action' as const, 'falls-through' as const),
  dialBufferMs: fc.constantFrom(0, 4000, 5000, 6000, 10_000),
});

/** What an agent does when his phone rings, each time anew. */
const agent = fc.record({
  does: fc.constantFrom('accepts' as const, 'accepts' as const, 'declines' as const, 'nothing' as const),
  afterMs: fc.integer({ min: 0, max: 15_000 }),
  /** Of one who accepted. */
  then: fc.constantFrom('talks' as const, 'talks' as const, 'dies' as const, 'hangs up' as const),
  afterTalkMs: fc.integer({ min: 1000, max: 15_000 }),
});

// A talk of less than a second leaves no trace where its callback is lost and DialBridged is not sent: durations are whole seconds.
const caller = fc.record({
  who: fc.constantFrom(...residents.map(({ id }) => id)),
  to: fc.constantFrom(sunshine, sunshine, harbour),
  givesUpAfterMs: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
  talkMs: fc.integer({ min: 1000, max: 30_000 }),
});

test('[R1][S3][S4][C6][W3] whatever the carrier, the agents and the caller do: one end, told once; heard within three rings; never dropped by our side; nothing left behind', async () => {
  await fc.assert(
    fc.asyncProperty(switches, fc.tuple(agent, agent, agent), caller, async (set, agents, { who, to, givesUpAfterMs, talkMs }) => {
      house.set(set);
      for (const [place, robot] of robots.entries()) {
        const acts = agents[place];
        robot.plan = (offer) => {
          if (!acts || acts.does === 'nothing') return;
          house.clock.setTimer(acts.afterMs, () => {
            if (acts.does === 'declines') return offer.reject();
            if (!offer.accept() || acts.then === 'talks') return;
            house.clock.setTimer(acts.afterTalkMs, () => {
              if (acts.then === 'dies') offer.die();
              else void robot.console.command('call:hangUp', { callId: offer.callSid });
            });
          });
        };
      }
      const resident = residents.find(({ id }) => id === who) as Resident;
      const script: Script = { ...resident.script, talk: [], hangsUpAfterTalkMs: talkMs, ...(givesUpAfterMs === undefined ? {} : { hangsUpAfterMs: givesUpAfterMs }) };
      const call = house.call({ from: resident.from, to, script });
      const card = await house.finish(call);

      await expectTidy(house, call, robots);
      const end = call.events.find((event) => event.legSid === call.sid && event.kind.startsWith('ended:'));
      const pressed = (await house.facts(call.sid)).some((fact) => fact.kind === 'hangUpPressed');
      const parted = (await house.facts(call.sid)).some((fact) => fact.kind === 'goodbye');
      if (end?.detail !== 'far-end-hung-up') expect({ pressed, parted }).not.toEqual({ pressed: false, parted: false });

      const cycleMs = to === harbour ? 4000 : 5000;
      const rangFor = (call.answeredAt ?? call.endedAt ?? 0) - card.arrivedAt;
      expect(rangFor).toBeLessThanOrEqual(3 * cycleMs);
      expect(card.rings.late).toBe(false);
      expect(card.answeredAt === null).toBe(call.answeredAt === null);
      if (card.agent === null) expect(card.outcome).not.toBe('agent');
      const slips = await slipsOf(robots[0] as Robot, call.sid);
      expect(slips.map(({ id }) => id)).toEqual(card.slipIds);
      if (card.outcome === 'attendant-message' || card.outcome === 'callback-asked') expect(slips).toMatchObject([{ state: expect.stringMatching(/^(taken|sent|delivered)$/) }]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
}, 120_000);
