import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, newHistory } from '../../server/calls/advance.ts';
import type { Fact } from '../../server/calls/fact.ts';
import type { SlipSeed } from '../../server/slips/senses.ts';
import { aDialEnd, aLeg, anArrival, anEnd, anOffer, arrivedAt } from '../support/aCall.ts';

const by = { id: 'lijing', name: '李静' };
const wanted = (staffId: string, after: number, slipId: string | null): Fact => ({ kind: 'wanted', key: `wanted:${staffId}:${after}`, at: arrivedAt + after, person: { staffId, name: staffId, away: slipId !== null, backAt: null }, title: '', slipId, by });

const aTalk: Fact[] = [anArrival(), anOffer(0, ['lijing']), aLeg('CL1', 'lijing', 'in-progress', 4000)];
const itsEnd: Fact[] = [aDialEnd(0, 60_000, { callerGone: true, bridged: true, legSid: 'CL1' }), anEnd(60_500)];

/** The slips that these facts ask to keep, in the order in which they are asked for. */
const seeds = (facts: readonly Fact[]): SlipSeed[] => advance(newHistory('CA1'), ...facts).effects.flatMap((effect) => (effect.kind === 'keepSlip' ? [effect.seed] : []));

describe('[L7] what a call leaves unfinished has an owner', () => {
  test('while the call lasts nobody is asked to finish its slip', () => {
    expect(seeds([...aTalk, wanted('zhangwei', 10_000, 'S1')]).map(({ owner }) => owner)).toEqual([undefined]);
  });

  test('when it is over the slip is the agent\'s of the call', () => {
    expect(seeds([...aTalk, wanted('zhangwei', 10_000, 'S1'), ...itsEnd]).map(({ slipId, owner }) => [slipId, owner])).toEqual([['S1', { id: 'lijing', name: 'lijing' }]]);
  });

  test('somebody who was asked for and was here leaves none', () => {
    expect(seeds([...aTalk, wanted('wangfang', 10_000, null), ...itsEnd])).toEqual([]);
  });

  test('asked for after the caller had hung up it has its owner at once', () => {
    expect(seeds([...aTalk, ...itsEnd, wanted('zhangwei', 70_000, 'S1')]).at(-1)?.owner).toEqual({ id: 'lijing', name: 'lijing' });
  });

  test('in whatever order the facts come, and however often, each slip is given its owner at the end, and asked for once more at most', () => {
    const facts = [...aTalk, wanted('zhangwei', 10_000, 'S1'), wanted('liuyang', 20_000, 'S2'), ...itsEnd];
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }), (shuffled) => {
        let history = newHistory('CA1');
        const asked: SlipSeed[] = [];
        for (const fact of shuffled) {
          const step = advance(history, fact);
          history = step.history;
          for (const effect of step.effects) if (effect.kind === 'keepSlip') asked.push(effect.seed);
        }
        for (const slipId of ['S1', 'S2']) {
          const own = asked.filter((seed) => seed.slipId === slipId);
          expect(own.length).toBeLessThanOrEqual(2);
          expect(own.at(-1)).toHaveProperty('owner');
        }
      }),
    );
  });
});
