import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, newHistory } from '../../server/calls/advance.ts';
import { cardOf } from '../../server/calls/card.ts';
import type { Fact } from '../../server/calls/fact.ts';
import { searchTerms, searchWords } from '../../server/calls/searchWords.ts';
import type { CallCard } from '../../server/contract/card.ts';
import { whoRings } from '../../server/calls/whoRings.ts';
import { aDialEnd, aLeg, anArrival, anAttendance, anEnd, anOffer, aTurn, arrivedAt } from '../support/aCall.ts';

const lijing = { id: 'agent', name: '李静' };
const zhaomin = { id: 'agent2', name: '赵敏' };

function cardFrom(...facts: readonly Fact[]): CallCard {
  const { call } = advance(newHistory('CA1'), anArrival(), ...facts);
  if (!call) throw new Error('no arrival among the facts');
  return cardOf(call);
}

const live = [anOffer(0, ['agent', 'agent2']), aLeg('CAa', 'agent', 'in-progress', 6000)];
const muted = (on: boolean, after: number, by = lijing): Fact => ({ kind: 'muted', key: `muted:${after}`, at: arrivedAt + after, on, by });

describe('mute', () => {
  test('[M1] is on the card from the press to the next press', () => {
    expect(cardFrom(...live, muted(true, 8000)).mutedSince).toBe(arrivedAt + 8000);
    expect(cardFrom(...live, muted(true, 8000), muted(false, 9000)).mutedSince).toBeNull();
  });

  test('[M1] goes with the leg: the agent who takes over is heard, and an ended call is not muted', () => {
    const lost = [...live, muted(true, 8000), aDialEnd(0, 10_000, { bridged: true, legSid: 'CAa' }), anOffer(1, ['agent2'], 10_000), aLeg('CAb', 'agent2', 'in-progress', 12_000, 1)];
    expect(cardFrom(...lost)).toMatchObject({ state: 'live', agent: { id: 'agent2' }, mutedSince: null });
    expect(cardFrom(...live, muted(true, 8000), anEnd(20_000))).toMatchObject({ state: 'ended', mutedSince: null });
  });

  test('[M1] a press of somebody else is not the agent’s', () => {
    expect(cardFrom(...live, muted(true, 8000, zhaomin)).mutedSince).toBeNull();
  });
});

describe('what hands write', () => {
  test('[L4] of matter, caller and each note the last counts', () => {
    const card = cardFrom(
      ...live,
      { kind: 'matter', key: 'matter:1', at: arrivedAt + 7000, matter: 'inquiry', by: lijing },
      { kind: 'matter', key: 'matter:2', at: arrivedAt + 8000, matter: 'repair', by: lijing },
      { kind: 'noted', key: 'noted:place:2', at: arrivedAt + 9500, name: 'place', text: '3栋1502厨房', by: lijing },
      { kind: 'noted', key: 'noted:place:1', at: arrivedAt + 9000, name: 'place', text: '3栋', by: lijing },
      { kind: 'noted', key: 'noted:remark:1', at: arrivedAt + 9000, name: 'remark', text: '声音着急', by: lijing },
      { kind: 'callerIs', key: 'callerIs:1', at: arrivedAt + 9000, residentId: 'r1', by: lijing },
    );
    expect(card).toMatchObject({ matter: 'repair', notes: { place: '3栋1502厨房', remark: '声音着急' }, caller: { confirmedId: 'r1' } });
  });

  test('the wrap-up is kept after the end, with who and when', () => {
    const card = cardFrom(...live, anEnd(20_000), { kind: 'wrappedUp', key: 'wrappedUp:1', at: arrivedAt + 25_000, result: 'settled', by: lijing });
    expect(card).toMatchObject({ state: 'ended', outcome: 'agent', wrapUp: { result: 'settled', by: lijing, at: arrivedAt + 25_000 } });
  });
});

describe('[H2] a hang-up counts', () => {
  const pressed = (agentId: string): Fact => ({ kind: 'hangUpPressed', key: `hangUp:0:${agentId}`, at: arrivedAt + 5900, agentId, round: 0 });

  test('when it was pressed before the carrier told us that the agent had picked up', () => {
    expect(cardFrom(...live, pressed('agent'), aDialEnd(0, 9000, { bridged: true, legSid: 'CAa' }))).toMatchObject({ state: 'ended', hungUpBy: 'agent' });
  });

  test('not when it came from somebody whose phone rang and who did not get the call', () => {
    expect(cardFrom(...live, pressed('agent2'), aDialEnd(0, 9000, { bridged: true, legSid: 'CAa' }))).toMatchObject({ state: 'live', hungUpBy: null });
  });
});

describe('[M3] a missed call', () => {
  const handled = (state: 'open' | 'called-back' | 'dismissed', after: number, reason = ''): Fact => ({ kind: 'followedUp', key: `followedUp:${after}`, at: arrivedAt + after, state, reason, by: lijing });

  test.each<[string, Fact[]]>([
    ['rang out', [anOffer(0, ['agent']), anEnd(8000, 'no-answer')]],
    ['heard the attendant and said nothing', [anAttendance(0), aTurn(1, 'recipient', 9000), anEnd(30_000)]],
    ['only asked to be called back', [anAttendance(0), aTurn(1, 'recipient', 9000, { speech: '请给我回个电话' }), aTurn(2, 'confirm', 15_000, { digits: '1' }), anEnd(30_000)]],
  ])('%s: it is open until somebody says what became of it', (_how, facts) => {
    const card = cardFrom(...facts);
    expect(card.missed).toEqual({ state: 'open', by: null, at: null, reason: '' });
    expect(cardFrom(...facts, handled('dismissed', 60_000, '打错了')).missed).toEqual({ state: 'dismissed', by: lijing, at: arrivedAt + 60_000, reason: '打错了' });
    expect(cardFrom(...facts, handled('called-back', 60_000), handled('open', 61_000)).missed?.state).toBe('open');
  });

  test('is none while it rings, nor one that an agent took or that left a message', () => {
    expect(cardFrom(anOffer(0, ['agent'])).missed).toBeNull();
    expect(cardFrom(...live, anEnd(20_000)).missed).toBeNull();
    expect(cardFrom(anAttendance(0), aTurn(1, 'recipient', 9000, { speech: '我找张伟' }), aTurn(2, 'message', 20_000, { recordingSid: 'RE1', recordingMs: 9000 }), anEnd(40_000)).missed).toBeNull();
  });
});

describe('[M2] who writes up a call', () => {
  const agent = (id: string, wrapUpUntil: number | null) => ({ id, name: id, unitIds: ['sunshine'], presence: 'available' as const, phone: true, idleSince: 0, wrapUpUntil });

  test('is not rung until the office’s time is over', () => {
    const rung = (now: number): string[] => whoRings({ unitId: 'sunshine', ringWidth: 3 }, [agent('a', 10_000), agent('b', null)], new Set(), now).map(({ id }) => id);
    expect(rung(9_999)).toEqual(['b']);
    expect(rung(10_000)).toEqual(['a', 'b']);
  });
});

describe('a call is found', () => {
  const card = cardFrom(...live, { kind: 'noted', key: 'noted:remark:1', at: arrivedAt + 9000, name: 'remark', text: '水管 ＡＢＣ', by: lijing });
  const found = (typed: string): boolean => searchTerms(typed).every((term) => searchWords(card).includes(term));

  test.each(['2716', '135 1090', '135-1090-2716', '+86 135', '１３５１０９０', 'agent', '阳光', '水管', 'abc', 'agent 水管', '阳光花园 2716'])('by %s', (typed) => expect(found(typed)).toBe(true));
  test.each(['2717', '王芳', '水管 王芳'])('not by %s', (typed) => expect(found(typed)).toBe(false));

  test('by any part of its own words, however they are written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const noted = cardFrom(...live, { kind: 'noted', key: 'noted:remark:1', at: arrivedAt + 9000, name: 'remark', text, by: lijing });
        // A number is found in any style, so its separators are not looked for.
        fc.pre(!/^\+?[\d\s\-().]+$/.test(text.normalize('NFKC').trim()));
        expect(searchTerms(text).every((term) => searchWords(noted).includes(term))).toBe(true);
      }),
    );
  });
});
