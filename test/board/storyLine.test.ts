import { beforeAll, describe, expect, test } from '@jest/globals';
import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { inOrder, thatMatter } from '../../client/src/board/CallStory/storyFacts.ts';
import { storyLine } from '../../client/src/board/CallStory/storyLine.ts';
import type { StoryFact } from '../../client/src/board/CallStory/storyLine.ts';
import { reasonInWords } from '../../client/src/board/MissedList/missedReason.ts';
import { en } from '../../client/src/i18n/en.ts';
import { zh } from '../../client/src/i18n/zh.ts';
import { fact as factSchema, legStatus } from '../../server/calls/fact.ts';
import type { Fact } from '../../server/calls/fact.ts';
import { aDialEnd, aLeg, anArrival, anAttendance, anEnd, anOffer, aStep, aTurn, arrivedAt } from '../support/aCall.ts';

/** The console reads the facts by types of its own; the compiler stops here when the server's facts have others. */
const asRead = (facts: readonly Fact[]): readonly StoryFact[] => facts;

const by = { id: 'agent', name: '李静' };
const at = arrivedAt + 9000;
const liumin = { residentId: 'r1', name: '刘敏', address: '3栋1单元1502', occupancy: 'owner' as const };
const facts: readonly Fact[] = [
  anArrival(),
  anArrival({ callerNumber: null, gone: true }),
  anOffer(0, ['agent', 'agent2']),
  anOffer(1, []),
  ...(['closed', 'nobody-free', 'not-reached', 'agent-lost', 'unknown-line', 'fallback'] as const).map((why) => anAttendance(0, why)),
  ...legStatus.options.map((status) => aLeg('CAleg', 'agent', status, 3000)),
  { kind: 'deadlinePassed', key: 'deadlinePassed:0', at, round: 0 },
  aDialEnd(0, 9000),
  aDialEnd(0, 9000, { bridged: true }),
  { kind: 'hangUpPressed', key: 'hangUpPressed:0', at, agentId: 'agent', round: 0 },
  aTurn(1, 'recipient', 9000, { speech: '我找张伟' }),
  aTurn(2, 'number', 9000, { digits: '8012' }),
  aTurn(3, 'message', 9000, { recordingSid: 'RE1', recordingMs: 9000 }),
  aTurn(4, 'confirm', 9000),
  { kind: 'recording', key: 'recording:RE1', at, recordingSid: 'RE1', ready: true, ms: 9000 },
  { kind: 'recording', key: 'recording:RE1', at, recordingSid: 'RE1', ready: false, ms: null },
  { kind: 'goodbye', key: 'goodbye', at },
  aStep('greeting', 4000),
  aStep('unit', 5000),
  aStep('question', 6000),
  { kind: 'wanted', key: 'wanted:1', at, person: { staffId: 's', name: '张伟', away: true, backAt: null }, title: '主管', slipId: 'S1', by },
  { kind: 'wanted', key: 'wanted:2', at, person: { staffId: 's', name: '王芳', away: false, backAt: null }, title: '主管', slipId: null, by },
  { kind: 'slip', key: 'slip:S1', at, slipId: 'S1' },
  { kind: 'muted', key: 'muted:1', at, on: true, by },
  { kind: 'muted', key: 'muted:2', at, on: false, by },
  { kind: 'matter', key: 'matter:1', at, matter: 'repair', by },
  { kind: 'matter', key: 'matter:2', at, matter: null, by },
  { kind: 'noted', key: 'noted:place:1', at, name: 'place', text: '厨房', by },
  { kind: 'noted', key: 'noted:place:2', at, name: 'place', text: '', by },
  { kind: 'callerIs', key: 'callerIs:1', at, residentId: 'r1', by },
  { kind: 'callerIs', key: 'callerIs:2', at, residentId: null, by },
  { kind: 'recognised', key: 'recognised', at, matches: [] },
  { kind: 'recognised', key: 'recognised', at, matches: [liumin] },
  { kind: 'attached', key: 'attached:1', at, matches: [liumin], residentId: 'r1', done: { residentId: 'r1', made: false, added: null, before: { matches: [], confirmedId: null } }, by },
  { kind: 'attached', key: 'attached:2', at, matches: [liumin], residentId: 'r1', done: { residentId: 'r1', made: true, added: '+8613800138001', before: { matches: [], confirmedId: null } }, by },
  { kind: 'attached', key: 'attached:3', at, matches: [], residentId: null, done: null, by },
  { kind: 'wrappedUp', key: 'wrappedUp', at, result: 'settled', by },
  { kind: 'followedUp', key: 'followedUp:1', at, state: 'called-back', reason: '', by },
  { kind: 'followedUp', key: 'followedUp:2', at, state: 'called-back', reason: '说好了', by },
  { kind: 'followedUp', key: 'followedUp:3', at, state: 'dismissed', reason: '骚扰：卖保险', by },
  { kind: 'followedUp', key: 'followedUp:4', at, state: 'open', reason: '', by },
  ...(['completed', 'busy', 'failed', 'no-answer', 'canceled'] as const).map((status) => anEnd(20_000, status)),
  ...(['test', 'refused', 'failed'] as const).map((as): Fact => ({ kind: 'marked', key: 'marked', at, as })),
  { kind: 'erased', key: 'erased', at },
];
const names = { agent: (id: string) => (id === 'agent' ? '李静' : id), resident: () => '刘敏 女士' };

const speak = {} as Record<'zh-CN' | 'en', TFunction>;
beforeAll(async () => {
  const words = i18next.createInstance();
  await words.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zh }, en: { translation: en } }, interpolation: { escapeValue: false } });
  for (const language of ['zh-CN', 'en'] as const) speak[language] = words.getFixedT(language);
});

describe('a call’s story', () => {
  test('knows every kind of fact that the server stores', () => {
    expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual(factSchema.options.map(({ shape }) => shape.kind.value).sort());
    for (const fact of facts) expect(factSchema.safeParse(fact)).toMatchObject({ success: true });
  });

  test.each(['zh-CN', 'en'] as const)('tells each in words, in %s', (language) => {
    for (const fact of asRead(facts)) {
      const line = storyLine(fact, speak[language], names);
      // A key that has no words is shown as itself, a value that was not given as nothing.
      expect([fact.kind, line]).toEqual([fact.kind, expect.not.stringMatching(/\b(?:facts|notes|matter|wrapUp|stage)\.|[{}]|undefined|null/)]);
      expect(line.trim()).not.toBe('');
    }
  });

  test('no English stands in the Chinese one', () => {
    for (const fact of asRead(facts)) expect(storyLine(fact, speak['zh-CN'], names).replace(/agent2?/g, '')).not.toMatch(/[a-z]{3}/i);
  });

  test('goes by the clock; of the same moment by the order of storing; a text typed on is told once, wiring only to who asks', () => {
    const note = (key: string, after: number, text: string, writer = by): Fact => ({ kind: 'noted', key, at: arrivedAt + after, name: 'place', text, by: writer });
    const stored = asRead([
      note('n2', 6000, '厨房水'),
      anArrival(),
      aLeg('CAleg', 'agent', 'initiated', 0),
      aLeg('CAleg', 'agent', 'in-progress', 3000),
      note('n1', 5000, '厨'),
      note('n3', 7000, '客厅', { id: 'agent2', name: '陈晓明' }),
      anEnd(9000),
      aLeg('CAleg', 'agent', 'completed', 9000),
    ]);
    expect(inOrder(stored).map(({ key }) => key)).toEqual(['arrived', 'leg:CAleg:initiated', 'leg:CAleg:in-progress', 'n1', 'n2', 'n3', 'callerEnded:completed', 'leg:CAleg:completed']);
    expect(thatMatter(inOrder(stored)).map(({ key }) => key)).toEqual(['arrived', 'leg:CAleg:in-progress', 'n2', 'n3', 'callerEnded:completed']);
  });

  test('a ready reason is read in the language of the screen, with what was typed beside it; other words stay as they are', () => {
    expect(reasonInWords('骚扰', speak.en)).toBe('Nuisance');
    expect(reasonInWords('骚扰：卖保险', speak.en)).toBe('Nuisance: 卖保险');
    expect(reasonInWords('Has called again', speak['zh-CN'])).toBe('已经再打来');
    expect(reasonInWords('骚扰电话太多', speak.en)).toBe('骚扰电话太多');
  });
});
