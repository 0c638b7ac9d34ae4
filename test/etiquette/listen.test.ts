import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../server/etiquette/judge.ts';
import { judgement, listen, startListening, transcript, type Heard } from '../../server/etiquette/listen.ts';
import { defaultOffice, officeSchema } from '../../server/etiquette/office.ts';
import type { Call } from '../../server/etiquette/call.ts';
import type { Hint } from '../../server/etiquette/hints.ts';
import { aCall, labelledCalls } from './labelledCall.ts';

const factsOf = (call: Call): Heard[] => [...call.events.map((event) => ({ event, at: event.at })), ...call.segments.map((segment) => ({ segment, at: segment.end ?? 0 }))]
  .sort((a, b) => a.at - b.at)
  .map((each) => ('event' in each ? { event: each.event } : { segment: each.segment }));

function hearAll(call: Call, facts: readonly Heard[], office = defaultOffice) {
  let state = startListening(call, office);
  const hints: Hint[][] = [];
  for (const fact of facts) {
    const next = listen(state, fact);
    ({ state } = next);
    hints.push([...next.hints]);
  }
  return { state, hints };
}

describe('listening to a live call', () => {
  test.each(labelledCalls.map(({ call }) => [call.id, call] as const))('%s, heard piece by piece, is judged as the whole', (_, call) => {
    const { state } = hearAll(call, factsOf(call));
    expect(judgement(state)).toEqual(judge(call));
  });

  test('any order, with duplicates and partial versions before and after, ends in the same judgement', () => {
    fc.assert(
      fc.property(fc.constantFrom(...labelledCalls.map(({ call }) => call)), fc.infiniteStream(fc.nat()), (call, chance) => {
        const next = () => chance.next().value as number;
        const facts: Heard[] = factsOf(call).flatMap((fact): Heard[] => {
          const copies: Heard[] = next() % 3 === 0 ? [fact, fact] : [fact];
          if ('segment' in fact && next() % 3 === 0) copies.push({ segment: { ...fact.segment, end: fact.segment.start ?? null, text: fact.segment.text.slice(0, 5), final: false } });
          return copies;
        });
        for (let i = facts.length - 1; i > 0; i--) {
          const j = next() % (i + 1);
          [facts[i], facts[j]] = [facts[j] as Heard, facts[i] as Heard];
        }
        const { state, hints } = hearAll(call, facts);
        expect(transcript(state).map(({ text }) => text)).toEqual(call.segments.map(({ text }) => text));
        expect(judgement(state)).toEqual(judge(call));
        expect(judgement(state)).toEqual(judge({ ...call, segments: transcript(state) }));
        const shown = hints.flat().map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        for (const each of hints) expect(each.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('a final that revises a partial replaces it, whatever came between', () => {
    const { state } = hearAll(aCall([]), [
      { segment: { id: 'a', speaker: 'agent', start: 0, end: 500, text: '你急', final: false } },
      { segment: { id: 'b', speaker: 'caller', start: 900, end: 1500, text: '灯坏了', final: true } },
      { segment: { id: 'a', speaker: 'agent', start: 0, end: 800, text: '您好云栖花园物业', final: true } },
      { segment: { id: 'a', speaker: 'agent', start: 0, end: 600, text: '你急什么', final: false } },
    ]);
    expect(transcript(state).map(({ text }) => text)).toEqual(['您好云栖花园物业', '灯坏了']);
  });
});

describe('hints', () => {
  const rude: Heard[] = [
    { segment: { speaker: 'agent', start: 1000, end: 2000, text: '您好云栖花园物业请问有什么可以帮您' } },
    { segment: { speaker: 'caller', start: 3000, end: 4000, text: '张主管在吗' } },
    { segment: { speaker: 'agent', start: 5000, end: 6000, text: '你急什么他不在' } },
    { segment: { speaker: 'caller', start: 7000, end: 8000, text: '啊' } },
    { segment: { speaker: 'agent', start: 9000, end: 9900, text: '你急什么' } },
  ];

  test('come one at a time, with a sentence to say in both languages and a clause, and none twice', () => {
    const { hints } = hearAll(aCall([], { events: [] }), rude);
    const all = hints.flat();
    expect(all.length).toBeGreaterThan(0);
    for (const hint of all) {
      expect(hint.say.zh).not.toBe('');
      expect(hint.say.en).not.toBe('');
      expect(hint.clause).toMatch(/^S[0-4] /);
    }
    expect(all.filter(({ id }) => id === 'soften')).toHaveLength(1);
  });

  test('the office can switch off one of them, or all', () => {
    const without = hearAll(aCall([], { events: [] }), rude, officeSchema.parse({ hints: { isOn: true, off: ['soften'] } }));
    expect(without.hints.flat().map(({ id }) => id)).not.toContain('soften');
    expect(hearAll(aCall([], { events: [] }), rude, officeSchema.parse({ hints: { isOn: false, off: [] } })).hints.flat()).toEqual([]);
  });

  test('the missing unit is put on the screen with the office\'s own name', () => {
    const { hints } = hearAll(aCall([], { events: [] }), [{ segment: { speaker: 'agent', start: 0, end: 900, text: '您好请问有什么可以帮您' } }]);
    expect(hints.flat()).toMatchObject([{ id: 'say-unit', say: { zh: '这里是云栖花园物业服务中心。' } }]);
  });
});
