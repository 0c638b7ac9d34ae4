import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callSchema } from '../../server/etiquette/call.ts';
import { judge } from '../../server/etiquette/judge.ts';
import { officeSchema } from '../../server/etiquette/office.ts';
import { scoreCard } from '../../server/etiquette/scoreCard.ts';
import { aCall, dialogues, labelledCalls, sentences } from './labelledCall.ts';

const placed = (list: readonly { rule: string; segment: number | null }[]) => list.map(({ rule, segment }) => `${rule} ${segment ?? '-'}`).sort();
const hello = ['agent', '您好云栖花园物业请问有什么可以帮您'] as const;
const bye = ['agent', '谢谢您的来电再见'] as const;
const inWords = new Set(['casual', 'argue', 'not-our-job', 'careless-promise', 'no-but', 'privacy-leak', 'absent-bare']);
const faultsOf = (words: string) =>
  judge(aCall([hello, ['caller', '我等了两天了你们到底怎么回事'], ['agent', words], ['caller', '哦'], bye])).findings.filter((finding) => inWords.has(finding.rule)).map((finding) => finding.rule);

describe('calls labelled by a reviewer', () => {
  test.each(labelledCalls.map(({ call, labels }) => [call.id, call, labels] as const))('%s is judged as its reviewer judged it', (_, call, labels) => {
    const judged = judge(call);
    expect(judged.opener).toEqual(labels.opener);
    expect(placed(judged.findings)).toEqual(placed(labels.violations));
    expect(placed(judged.shown)).toEqual(placed(labels.shown));
    expect(judged.promises.map(({ segment, dueMinutes }) => ({ segment, dueMinutes }))).toEqual(labels.promises);
  });

  test('every finding says which clause it breaks, why in both languages, and the words as they were printed', () => {
    for (const { call } of labelledCalls) {
      for (const finding of judge(call).findings) {
        expect(finding.clause).toMatch(/^S[0-4] /);
        expect(finding.why.zh).not.toBe('');
        expect(finding.why.en).not.toBe('');
        if (finding.segment !== null && !/^\d/.test(finding.words)) expect(call.segments[finding.segment]?.text).toContain(finding.words);
      }
    }
  });
});

describe('dialogues in other words', () => {
  test.each(dialogues.map(({ title, call, wanted }) => [title, call, wanted] as const))('%s', (_, call, wanted) => {
    const { shown, promises, findings } = judge(call);
    const found = [...shown.map(({ rule, segment }) => `${segment} +${rule}`), ...promises.map(({ segment, dueMinutes }) => `${segment} P${dueMinutes === null ? '-' : `=${dueMinutes}`}`)].sort();
    expect(found).toEqual(wanted);
    expect(findings).toEqual([]);
  });
});

describe('single sentences', () => {
  test.each(sentences('faults.json') as [string, string][])('%s: %s', (rule, words) => expect(faultsOf(words)).toEqual([rule]));
  test.each((sentences('courteous.json') as string[]).map((words) => [words]))('no fault is found in: %s', (words) => expect(faultsOf(words)).toEqual([]));
  test.each(sentences('promises.json') as [string, string, number | null | false, boolean][])('after "%s": %s', (caller, words, due, isTimed) => {
    const { promises, shown } = judge(aCall([hello, ['caller', caller], ['agent', words]]));
    expect(promises.find(({ segment }) => segment === 2)?.dueMinutes ?? (promises.some(({ segment }) => segment === 2) ? null : false)).toBe(due);
    expect(shown.some(({ rule }) => rule === 'time-told')).toBe(isTimed);
  });
});

describe('the opener', () => {
  test.each([
    ['您好云栖花园物业请问有什么可以帮您', 'ok'],
    ['您好,云栖花园物业服务中心,有咩可以帮到你', 'ok'],
    ['您號雲棲花園物業請問有甚麼可以幫您', 'ok'],
    ['你好云西花园无业请问需要什么帮助', 'ok'],
    ['云栖花园物业您好请问有什么可以帮您', 'inverted'],
    ['您好请问有什么可以帮您这里是云栖花园物业', 'inverted'],
    ['您好物业请问有什么可以帮您', 'missing'],
    ['您好云栖花园物业什么事', 'missing'],
    ['喂云栖花园物业请问有什么可以帮您', 'missing'],
  ] as const)('%s is %s', (words, order) => expect(judge(aCall([['agent', words]])).opener.order).toBe(order));

  test('a question that comes in the third turn comes too late', () => {
    expect(judge(aCall([['agent', '您好云栖花园物业'], ['caller', '哎'], ['agent', '您说'], ['caller', '听得到吗'], ['agent', '请问有什么可以帮您']])).opener).toEqual({ greeting: 0, unit: 0, question: null, order: 'missing' });
  });

  test('an office known by another name may add it', () => {
    const call = aCall([['agent', '您好小蓝楼服务台请问有什么可以帮您']]);
    expect(judge(call).opener.unit).toBeNull();
    expect(judge(call, officeSchema.parse({ aliases: ['小蓝楼服务台'] })).opener.order).toBe('ok');
  });
});

describe('what an office sets', () => {
  test('its own forbidden words are casual', () => {
    const call = aCall([hello, ['caller', '灯坏了'], ['agent', '亲亲这边帮您登记呢']]);
    expect(judge(call).findings.some(({ rule }) => rule === 'casual')).toBe(false);
    expect(judge(call, officeSchema.parse({ forbiddenWords: ['亲亲'] })).findings.some(({ rule }) => rule === 'casual')).toBe(true);
  });
  test('a guarantee it allows is no careless promise', () => {
    const call = aCall([hello, ['caller', '修完又坏怎么办'], ['agent', '保证免费返修']]);
    expect(judge(call).findings.some(({ rule }) => rule === 'careless-promise')).toBe(true);
    expect(judge(call, officeSchema.parse({ allowedPromises: ['保证免费返修'] })).findings.some(({ rule }) => rule === 'careless-promise')).toBe(false);
  });
  test('a number it publishes may be told', () => {
    const call = aCall([hello, ['caller', '还有别的电话吗'], ['agent', '您记一下13911112222']]);
    expect(judge(call).findings.some(({ rule }) => rule === 'privacy-leak')).toBe(true);
    expect(judge(call, officeSchema.parse({ publicNumbers: ['139-1111-2222'] })).findings.some(({ rule }) => rule === 'privacy-leak')).toBe(false);
  });
});

describe('numbers and times', () => {
  test.each(['他手机是一三八零零一三八零零零', '他手机13800138000', '他手机138零零138000', '他手机一三八零零幺三八三个零', '手机138 0013 8000'])('a private number is known however it is spoken: %s', (words) => {
    expect(faultsOf(words)).toContain('privacy-leak');
  });
  test('a caller hears his own number again without a fault', () => {
    expect(judge(aCall([hello, ['caller', '我电话是13612345678'], ['agent', '13612345678对吗']])).findings.map(({ rule }) => rule)).not.toContain('privacy-leak');
  });
  test.each([
    ['今天下班前给您回电', '2025-06-10T18:00+08:00'],
    ['明天上午给您答复', '2025-06-11T12:00+08:00'],
    ['下午五点之前我打电话告诉您', '2025-06-10T17:00+08:00'],
    ['周五之前给您回复', '2025-06-13T18:00+08:00'],
    ["I'll call you back by five this afternoon", '2025-06-10T17:00+08:00'],
  ])('%s is due at %s by the office\'s clock', (words, due) => {
    const [promise] = judge(aCall([hello, ['caller', '好的'], ['agent', words]], { arrivedAt: '2025-06-10T02:30:00Z' })).promises;
    expect(promise?.dueMinutes).toBeNull();
    expect(promise?.dueAt).toBe(due);
  });
  test('without the call\'s clock a named day gives no instant', () => {
    expect(judge(aCall([hello, ['caller', '好的'], ['agent', '明天上午给您答复']])).promises).toMatchObject([{ dueMinutes: null, dueAt: null }]);
  });
});

describe('bad input', () => {
  test('an empty call is judged without a finding of words', () => {
    const call = callSchema.parse({ unit: { name: '云栖花园物业服务中心' } });
    expect(judge(call)).toMatchObject({ findings: [], shown: [], promises: [], opener: { order: 'missing' } });
    expect(scoreCard(call, judge(call)).lines.filter((line) => line.outcome === 'failed')).toEqual([]);
  });

  test('times that are missing or estimated make the rules of time unknown, not passed', () => {
    const call = aCall([hello, ['caller', '灯坏了'], bye], { timesEstimated: true });
    const outcomes = new Map(scoreCard(call, judge(call)).lines.map((line) => [line.rule, line.outcome]));
    for (const rule of ['slow-greeting', 'interrupt', 'dead-air'] as const) expect(outcomes.get(rule)).toBe('unknown');
  });

  test('speech of an unknown speaker makes what is proved by absence unknown', () => {
    const call = aCall([hello, ['caller', '灯坏了']], { kind: 'repair' });
    call.segments.push({ speaker: 'noise', start: 9000, end: 9900, text: '走廊灯坏了对吗谢谢再见' });
    const outcomes = new Map(scoreCard(call, judge(call)).lines.map((line) => [line.rule, line.outcome]));
    expect(outcomes.get('close-missing')).toBe('unknown');
    expect(outcomes.get('no-repeat')).toBe('unknown');
  });

  test('a segment sent twice, or revised, is judged once', () => {
    const once = aCall([hello, ['caller', '灯坏了'], ['agent', '你急什么'], bye]);
    const twice = { ...once, segments: [...once.segments, ...once.segments] };
    expect(judge(twice)).toEqual(judge(once));
    const revised = { ...once, segments: [...once.segments, { speaker: 'agent', start: 7000, end: 9600, text: '您别着急', final: true }] };
    expect(judge(revised).findings.map(({ rule }) => rule)).not.toContain('casual');
  });

  test('any heap of segments and events is judged without a throw and without a double finding', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('急什么', '但是您自己也不看', '保证修好', '一三八零零一三八零零零', '', '   ', '您好', 'goodbye thank you', '半小时给您回电'));
    const time = fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.constant(null), fc.constant(Number.NaN));
    const segment = fc.record({ speaker: fc.constantFrom('agent', 'caller', 'unknown', ''), start: time, end: time, text, final: fc.boolean() }, { requiredKeys: ['speaker', 'text'] });
    const event = fc.record({ type: fc.constantFrom('arrived', 'answered', 'hold', 'resume', 'transfer', 'ended'), at: fc.integer({ min: 0, max: 100_000 }) });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), fc.array(event, { maxLength: 8 }), (segments, events) => {
        const call = callSchema.parse({ unit: { name: '云栖花园物业服务中心' }, kind: 'repair', segments, events });
        const keys = placed(judge(call).findings);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 150 },
    );
  });

  test('ten thousand segments, and one of ten thousand characters, are judged', () => {
    const many = aCall(Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? (['agent', `好的第${i}件我记下了`] as const) : (['caller', '还有一件'] as const))));
    expect(judge(many).opener.order).toBe('missing');
    expect(judge(aCall([hello, ['caller', '漏水'], ['agent', '我让师傅过来但是'.repeat(1_250)]])).findings.length).toBeGreaterThanOrEqual(0);
  });
});

describe('the score card', () => {
  test('the number is a hundred less what its lines lose', () => {
    for (const { call } of labelledCalls) {
      const card = scoreCard(call, judge(call));
      const lost = card.lines.reduce((sum, line) => sum + line.lost, 0);
      expect(card.score).toBeCloseTo(Math.max(0, 100 - lost), 5);
      for (const line of card.lines) expect(line.lost > 0).toBe(line.outcome === 'failed' && line.weight > 0);
    }
  });
  test('a rule that does not apply weighs nothing, and a weight of the office counts', () => {
    const call = aCall([hello, ['caller', '灯坏了'], ['agent', '走廊灯坏了对吗你急什么'], bye]);
    const line = (weights: Record<string, number>) => scoreCard(call, judge(call), officeSchema.parse({ weights })).lines.find(({ rule }) => rule === 'casual');
    expect(scoreCard(call, judge(call)).lines.find(({ rule }) => rule === 'long-hold')?.outcome).toBe('not-applicable');
    expect(line({ casual: 40 })?.lost).toBeGreaterThan(line({})?.lost ?? 0);
    expect(line({ casual: 0 })?.lost).toBe(0);
  });
});
