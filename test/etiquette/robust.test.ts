/** Whatever a recogniser hands in is judged, and in time that grows no faster than the call. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../server/etiquette/judge.ts';
import { callSchema, type Segment } from '../../server/etiquette/call.ts';
import { aCall, labelledCalls } from './labelledCall.ts';

const words = ['您好云栖花园物业', '请问有什么可以帮您', '我家漏水了', '师傅半小时内到您家', '你急什么', "i'll ring you back", 'not our job', '唔好意思', '', '   ', '。。。', '呃', '\u0000', '😀', '１３８００１３８０００'];
const time = fc.oneof(fc.integer({ min: -5_000, max: 90_000 }), fc.constant(null), fc.constant(undefined));
const segment: fc.Arbitrary<Segment> = fc.record({ speaker: fc.constantFrom('agent', 'caller', 'unknown', ''), start: time, end: time, text: fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 40 })) });

describe('segments of any kind', () => {
  test('overlapping, out of order, empty, twice, without times or speaker: judged alike each time, findings point into the call', () => {
    fc.assert(fc.property(fc.array(segment, { maxLength: 14 }), fc.boolean(), (segments, timesEstimated) => {
      const call = callSchema.parse({ unit: { name: '云栖花园物业' }, kind: 'repair', timesEstimated, events: [{ type: 'arrived', at: 0 }, { type: 'answered', at: 5000 }, { type: 'ended', at: 90_000, by: 'caller' }], segments });
      const judged = judge(call);
      expect(judge(structuredClone(call))).toEqual(judged);
      for (const { segment: at } of [...judged.findings, ...judged.shown, ...judged.promises]) if (at !== null) expect(segments[at]?.speaker).toBe('agent');
      if (timesEstimated) expect(judged.findings.filter(({ rule }) => rule === 'interrupt' || rule === 'dead-air')).toEqual([]);
    }), { numRuns: 60 });
  });

  test('a segment handed in twice, or first as a partial, changes nothing', () => {
    for (const { call } of labelledCalls.slice(0, 12)) {
      const twice = call.segments.flatMap((each) => [{ ...each, text: each.text.slice(0, 4), final: false }, each]);
      const places = (list: readonly { segment: number | null }[]) => list.map(({ segment: at }) => (at === null ? null : Math.floor(at / 2)));
      const judged = judge({ ...call, segments: twice });
      expect(places(judged.findings)).toEqual(judge(call).findings.map(({ segment: at }) => at));
      expect(judged.promises.map(({ dueMinutes }) => dueMinutes)).toEqual(judge(call).promises.map(({ dueMinutes }) => dueMinutes));
    }
  });

  test('an unknown speaker is neither praised nor blamed', () => {
    const { findings, shown, promises } = judge(aCall([], { kind: 'other', segments: [{ speaker: 'unknown', start: 1000, end: 4000, text: '你急什么半小时内给您回电王先生' }] }));
    expect([...findings.filter(({ segment: at }) => at !== null), ...shown, ...promises]).toEqual([]);
  });
});

/** The quickest of three goes, in milliseconds of this process: the machine may be busy with other things. */
const quickest = (run: () => void): number => Math.min(...[0, 1, 2].map(() => {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}));

describe('time', () => {
  test.each(['师傅半小时内', '你急什么', '您看行不行', "i'll have someone ", '一', 'a', '是您说', '不'])('of a text that repeats "%s" grows with its length and no faster', (part) => {
    const judged = (length: number) => quickest(() => judge(aCall([['agent', '您好'], ['caller', '漏水'], ['agent', part.repeat(Math.ceil(length / part.length)).slice(0, length)]])));
    judged(500);
    expect(judged(8_000)).toBeLessThan(10 * judged(2_000) + 100);
  });
});
