import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { advance, newHistory } from '../../server/calls/advance.ts';
import { agentsHeldBy } from '../../server/calls/agentsHeldBy.ts';
import { cardOf } from '../../server/calls/card.ts';
import type { Call } from '../../server/calls/call.ts';
import type { Effect } from '../../server/calls/effect.ts';
import type { Fact, FactOf, LegStatus } from '../../server/calls/fact.ts';
import { callCard } from '../../server/contract/card.ts';
import { aDialEnd, aLeg, aStep, aTurn, anArrival, anAttendance, anEnd, anOffer, arrivedAt } from '../support/aCall.ts';

function foldAll(facts: readonly Fact[]): { call: Call | null; effects: Effect[]; versions: number[] } {
  let history = newHistory('CA1');
  let call: Call | null = null;
  const effects: Effect[] = [];
  const versions: number[] = [];
  for (const fact of facts) {
    const step = advance(history, fact);
    history = step.history;
    call = step.call;
    effects.push(...step.effects);
    if (call) versions.push(call.version);
  }
  return { call, effects, versions };
}

function cardFrom(...facts: readonly Fact[]): ReturnType<typeof cardOf> {
  const { call } = foldAll(facts);
  if (!call) throw new Error('no arrival among the facts');
  return cardOf(call);
}

const hand = { id: 'agent', name: '李静' };

const statuses: readonly LegStatus[] = ['initiated', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled'];
const moment = fc.integer({ min: 0, max: 60_000 });

/** Any facts that could reach one call, its arrival among them; keys are unique as the records make them. */
const anyFacts: fc.Arbitrary<Fact[]> = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(fc.constantFrom('CAa', 'CAb'), fc.constantFrom(...statuses), moment, fc.integer({ min: 0, max: 1 })).map(([sid, status, at, round]) => aLeg(sid, sid === 'CAa' ? 'agent' : 'agent2', status, at, round)),
      fc.tuple(fc.integer({ min: 0, max: 1 }), moment).map(([round, at]) => anOffer(round, ['agent', 'agent2'], at)),
      fc
        .tuple(fc.integer({ min: 0, max: 1 }), moment, fc.constantFrom(true, false, null), fc.boolean(), fc.constantFrom('CAa', 'CAb', null), fc.constantFrom(null, 0, 3000))
        .map(([round, at, bridged, callerGone, legSid, talkMs]) => aDialEnd(round, at, { bridged, callerGone, legSid, talkMs })),
      moment.map((at) => anAttendance(at, 'not-reached', 5000)),
      fc.tuple(moment, fc.constantFrom('completed' as const, 'no-answer' as const, 'failed' as const)).map(([at, status]) => anEnd(at, status)),
      fc.tuple(fc.constantFrom('greeting' as const, 'unit' as const, 'question' as const), moment).map(([step, at]) => aStep(step, at)),
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('recipient' as const, 'caller' as const, 'number' as const, 'message' as const, 'confirm' as const), moment, fc.option(fc.string()), fc.constantFrom(null, '1', '2', '8012', 'hangup'))
        .map(([turn, step, at, speech, digits]) => aTurn(turn, step, at, { speech, digits, callerGone: digits === 'hangup' })),
      moment.map((at): Fact => ({ kind: 'goodbye', key: 'goodbye', at: arrivedAt + at })),
      fc.tuple(moment, fc.integer({ min: 0, max: 1 })).map(([at, round]): Fact => ({ kind: 'hangUpPressed', key: `hangUp:${round}`, at: arrivedAt + at, agentId: 'agent', round })),
      fc.tuple(fc.constantFrom('REa', 'REb'), moment, fc.boolean()).map(([sid, at, ready]): Fact => ({ kind: 'recording', key: `recording:${sid}:${ready}`, at: arrivedAt + at, recordingSid: sid, ready, ms: 3000 })),
      fc.tuple(moment, fc.boolean(), fc.constantFrom('agent', 'agent2')).map(([at, on, id]): Fact => ({ kind: 'muted', key: `muted:${at}:${id}`, at: arrivedAt + at, on, by: { id, name: id } })),
      fc.tuple(moment, fc.constantFrom('repair' as const, 'complaint' as const, null)).map(([at, matter]): Fact => ({ kind: 'matter', key: `matter:${at}`, at: arrivedAt + at, matter, by: hand })),
      fc.tuple(moment, fc.constantFrom('remark' as const, 'place' as const), fc.string()).map(([at, name, text]): Fact => ({ kind: 'noted', key: `noted:${name}:${at}`, at: arrivedAt + at, name, text, by: hand })),
      fc.tuple(moment, fc.constantFrom('dismissed' as const, 'open' as const, 'called-back' as const)).map(([at, state]): Fact => ({ kind: 'followedUp', key: `followedUp:${at}`, at: arrivedAt + at, state, reason: '', by: hand })),
      fc.tuple(moment, fc.constantFrom('r1', null)).map(([at, residentId]): Fact => ({ kind: 'callerIs', key: `callerIs:${at}`, at: arrivedAt + at, residentId, by: hand })),
      moment.map((at): Fact => ({ kind: 'recognised', key: 'recognised', at: arrivedAt + at, matches: [{ residentId: 'r1', name: '刘敏', address: '3栋1502', occupancy: 'owner' }] })),
      fc.tuple(moment, fc.constantFrom('r1', 'r2', null)).map(([at, residentId]): Fact => ({
        kind: 'attached',
        key: `attached:${at}`,
        at: arrivedAt + at,
        matches: residentId === null ? [] : [{ residentId, name: residentId, address: '', occupancy: 'other' }],
        residentId,
        done: residentId === null ? null : { residentId, made: false, added: null, before: { matches: [], confirmedId: null } },
        by: hand,
      })),
      fc.integer({ min: 0, max: 1 }).map((round): Fact => ({ kind: 'deadlinePassed', key: `deadlinePassed:${round}`, at: arrivedAt + 12500, round })),
      moment.map((at): Fact => ({
        kind: 'wanted',
        key: 'wanted:zhangwei',
        at: arrivedAt + at,
        person: { staffId: 'zhangwei', name: '张伟', away: true, backAt: null },
        title: '工程部主管',
        slipId: 'SCA1-zhangwei',
        by: { id: 'agent', name: '林晓燕' },
      })),
    ),
    { selector: (fact) => fact.key, maxLength: 18 },
  )
  .chain((facts) => fc.constantFrom(undefined, true).map((unmatched) => [anArrival(unmatched ? { unmatched } : {}), ...facts]));

describe('the fold', () => {
  test('[C1] any permutation of the facts, with any repetition, gives the same card', () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (facts, dice) => {
        const next = (): number => dice.next().value as number;
        const repeated = [...facts, ...facts.filter(() => next() < 0.4)];
        const shuffled = repeated.map((fact) => ({ fact, at: next() })).sort((a, b) => a.at - b.at).map(({ fact }) => fact);
        expect(foldAll(shuffled).call).toEqual(foldAll(facts).call);
      }),
      { numRuns: 400 },
    );
  });

  test('[C4][C5] whatever comes, the version only grows and an ended call stays ended', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        let history = newHistory('CA1');
        let wasEnded = false;
        let version = 0;
        for (const fact of facts) {
          const step = advance(history, fact);
          history = step.history;
          if (!step.call) continue;
          expect(step.call.version).toBeGreaterThanOrEqual(version);
          version = step.call.version;
          if (wasEnded) expect(step.call.state).toBe('ended');
          wasEnded ||= step.call.state === 'ended';
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every card of any facts is one that the contract accepts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(() => callCard.parse(cardFrom(...facts))).not.toThrow();
      }),
    );
  });

  test('[C2][C6] no effect is asked for twice, however often facts are repeated', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const keys = foldAll([...facts, ...facts]).effects.map((effect) => effect.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('[W3] an ended call holds nobody', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { call } = foldAll([...facts, anEnd(60_001)]);
        expect(call && agentsHeldBy(call).size).toBe(0);
      }),
    );
  });

  test('[C7] without its arrival there is no call and nothing is asked for', () => {
    expect(foldAll([aLeg('CAa', 'agent', 'ringing', 10), anEnd(20)])).toMatchObject({ call: null, effects: [] });
  });
});

describe('a call that an agent answers', () => {
  const talking = [anArrival(), anOffer(0, ['agent', 'agent2']), aLeg('CAa', 'agent', 'ringing', 300), aLeg('CAb', 'agent2', 'ringing', 320), aLeg('CAa', 'agent', 'in-progress', 7000)];

  test('[S1][R1] is ringing, then live with the agent and the ring in which he answered', () => {
    expect(cardFrom(...talking.slice(0, 4))).toMatchObject({ state: 'ringing', agent: null, offeredTo: ['agent', 'agent2'], rings: { answeredIn: null, late: false } });
    expect(cardFrom(...talking)).toMatchObject({ state: 'live', agent: { id: 'agent' }, answeredAt: arrivedAt + 7000, rings: { answeredIn: 2, late: false } });
  });

  test('[H1] the caller is gone when the carrier gives the call back: the caller hung up first, also when the agent pressed too', () => {
    const pressed: Fact = { kind: 'hangUpPressed', key: 'hangUp:0', at: arrivedAt + 30_000, agentId: 'agent', round: 0 };
    expect(cardFrom(...talking, pressed, aDialEnd(0, 30_100, { callerGone: true, talkMs: 23_000 }))).toMatchObject({ state: 'ended', hungUpBy: 'caller', outcome: 'agent' });
  });

  test('[H2] the agent pressed and the caller was still there: the agent hung up first', () => {
    const pressed: Fact = { kind: 'hangUpPressed', key: 'hangUp:0', at: arrivedAt + 30_000, agentId: 'agent', round: 0 };
    const { call, effects } = foldAll([...talking, pressed]);
    expect(call?.state).toBe('live');
    expect(effects).toContainEqual({ kind: 'endLeg', key: 'endLeg:CAa', dueAt: arrivedAt + 30_000, legSid: 'CAa' });
    expect(cardFrom(...talking, pressed, aDialEnd(0, 30_400, { bridged: true }))).toMatchObject({ state: 'ended', hungUpBy: 'agent', outcome: 'agent' });
  });

  test('[S3] an agent who is lost leaves a call that waits for another: answered still, queued, abandoned-queued when given up', () => {
    const lost = [...talking, aLeg('CAa', 'agent', 'completed', 20_000), aDialEnd(0, 20_100), anOffer(1, ['agent2'], 20_150)];
    expect(cardFrom(...lost)).toMatchObject({ state: 'queued', answeredAt: arrivedAt + 7000, rings: { answeredIn: 2 } });
    expect(cardFrom(...lost, anEnd(25_000))).toMatchObject({ state: 'ended', outcome: 'abandoned-queued', hungUpBy: 'caller' });
    expect(cardFrom(...lost, aLeg('CAc', 'agent2', 'in-progress', 24_000, 1))).toMatchObject({ state: 'live', agent: { id: 'agent2' } });
  });

  test('[W5] two accept at once: the one whom the carrier names has the call', () => {
    const both = [...talking, aLeg('CAb', 'agent2', 'in-progress', 7001)];
    expect(cardFrom(...both)).toMatchObject({ agent: { id: 'agent' } });
    expect(cardFrom(...both, aDialEnd(0, 9000, { legSid: 'CAb', callerGone: true }))).toMatchObject({ agent: { id: 'agent2' } });
    expect(cardFrom(...both, aLeg('CAa', 'agent', 'canceled', 7100))).toMatchObject({ agent: { id: 'agent2' } });
  });

  test('[S2] DialBridged false outweighs a leg in progress; an absent one leaves the leg, or the talk time, to say it', () => {
    expect(cardFrom(...talking, aDialEnd(0, 8000, { bridged: false }), anAttendance(8000, 'not-reached'))).toMatchObject({ state: 'attended', agent: null, answeredAt: arrivedAt + 8000 });
    expect(cardFrom(anArrival(), anOffer(0, ['agent']), aDialEnd(0, 20_000, { talkMs: 12_000, callerGone: true }))).toMatchObject({ outcome: 'agent', answeredAt: arrivedAt + 8000 });
  });

  test('[S4] the final callback overtakes the Dial action: ended at once, and who hung up is corrected when the action comes', () => {
    const pressed: Fact = { kind: 'hangUpPressed', key: 'hangUp:0', at: arrivedAt + 30_000, agentId: 'agent', round: 0 };
    const early = [...talking, pressed, anEnd(30_300)];
    expect(cardFrom(...early)).toMatchObject({ state: 'ended', hungUpBy: 'agent' });
    expect(cardFrom(...early, aDialEnd(0, 30_500, { callerGone: true }))).toMatchObject({ state: 'ended', hungUpBy: 'caller', endedAt: arrivedAt + 30_300 });
  });

  test('[W3] who declined is free again, who rings or talks is held', () => {
    const held = (...facts: Fact[]): string[] => {
      const { call } = foldAll(facts);
      return call ? [...agentsHeldBy(call)] : [];
    };
    expect(held(anArrival(), anOffer(0, ['agent', 'agent2']))).toEqual(['agent', 'agent2']);
    expect(held(...talking.slice(0, 4), aLeg('CAb', 'agent2', 'busy', 900))).toEqual(['agent']);
    expect(held(...talking, aLeg('CAb', 'agent2', 'canceled', 7100))).toEqual(['agent']);
    expect(held(...talking, aDialEnd(0, 20_000))).toEqual([]);
  });
});

describe('rings', () => {
  const answeredAfter = (ms: number): ReturnType<typeof cardOf>['rings'] => cardFrom(anArrival(), anOffer(0, ['agent']), aLeg('CAa', 'agent', 'in-progress', ms)).rings;

  test.each([
    [0, 1, false],
    [4999, 1, false],
    [5000, 2, false],
    [14_999, 3, false],
    [15_000, 3, false],
    [15_001, 4, true],
  ])('[R1] answered after %i ms on a five-second cycle: ring %i, late %s', (ms, answeredIn, late) => {
    expect(answeredAfter(ms)).toEqual({ cycleMs: 5000, answeredIn, late });
  });

  test('[R4] unanswered within three rings is no fault, unanswered for longer is late', () => {
    expect(cardFrom(anArrival(), anOffer(0, ['agent']), anEnd(8000, 'no-answer'))).toMatchObject({ outcome: 'abandoned-ringing', hungUpBy: 'caller', rings: { late: false, abandonedIn: 2 } });
    expect(cardFrom(anArrival(), anOffer(0, ['agent']), anEnd(15_001, 'no-answer'))).toMatchObject({ outcome: 'abandoned-ringing', rings: { late: true } });
  });

  test('[R5] the attendant answers after its leading pause; who hangs up in the pause was not answered', () => {
    expect(cardFrom(anArrival(), anAttendance(0, 'nobody-free', 5000))).toMatchObject({ state: 'attended', answeredAt: arrivedAt + 5000, rings: { answeredIn: 2 } });
    expect(cardFrom(anArrival(), anAttendance(0, 'nobody-free', 5000), anEnd(2000, 'no-answer'))).toMatchObject({ answeredAt: null, outcome: 'abandoned-ringing', opener: { order: 'pending' } });
  });

  test('[R2] a round asks for its deadline once, and for the cancelling when that has passed and nobody talks', () => {
    const passed: Fact = { kind: 'deadlinePassed', key: 'deadlinePassed:0', at: arrivedAt + 12_500, round: 0 };
    expect(foldAll([anArrival(), anOffer(0, ['agent'])]).effects).toContainEqual({ kind: 'deadline', key: 'deadline:0', dueAt: arrivedAt + 12_500, round: 0 });
    expect(foldAll([anArrival(), anOffer(0, ['agent']), passed]).effects.map((effect) => effect.key)).toContain('cancelLegs:0');
    expect(foldAll([anArrival(), anOffer(0, ['agent']), aLeg('CAa', 'agent', 'in-progress', 9000), passed]).effects.map((effect) => effect.key)).not.toContain('cancelLegs:0');
  });
});

describe('the opener', () => {
  const live = [anArrival(), anOffer(0, ['agent']), aLeg('CAa', 'agent', 'in-progress', 4000)];
  const orderOf = (...facts: Fact[]): string => cardFrom(...live, ...facts).opener.order;

  test('[P1] in order is ok, in another order inverted, not yet complete pending, incomplete at the end missing', () => {
    expect(orderOf(aStep('greeting', 4100), aStep('unit', 4200))).toBe('pending');
    expect(orderOf(aStep('greeting', 4100), aStep('unit', 4200), aStep('question', 4300))).toBe('ok');
    expect(orderOf(aStep('unit', 4100), aStep('greeting', 4200), aStep('question', 4300))).toBe('inverted');
    expect(orderOf(aStep('greeting', 4100), aStep('question', 4300), anEnd(9000))).toBe('missing');
  });

  test('[P2] the attendant says all three with its first words', () => {
    const at = arrivedAt + 5000;
    expect(cardFrom(anArrival(), anAttendance(0, 'closed', 5000)).opener).toEqual({ greeting: at, unit: at, question: at, order: 'ok' });
  });
});

describe("the attendant's part", () => {
  const attended = [anArrival(), anAttendance(0, 'nobody-free', 5000)];

  test('[O2] silence throughout: no slip, no message, and nothing is asked for', () => {
    const { call, effects } = foldAll([...attended, aTurn(1, 'recipient', 12_000), aTurn(2, 'recipient', 20_000), aTurn(3, 'message', 30_000, { recordingMs: 0 }), anEnd(45_000)]);
    expect(call && cardOf(call)).toMatchObject({ outcome: 'attendant-no-message', slipIds: [] });
    expect(effects.filter((effect) => effect.kind === 'keepSlip')).toEqual([]);
  });

  test('[L1] the slip grows with each turn and is taken when the caller hangs up in the middle', () => {
    const seeds = foldAll([...attended, aTurn(1, 'recipient', 9000, { speech: '我家厨房漏水了' }), aTurn(2, 'caller', 15_000, { speech: '我姓李' }), anEnd(16_000)]).effects.flatMap((effect) => (effect.kind === 'keepSlip' ? [effect.seed] : []));
    expect(seeds.map(({ state, content }) => ({ state, message: content.message, callerName: content.callerName }))).toEqual([
      { state: 'draft', message: '我家厨房漏水了', callerName: undefined },
      { state: 'draft', message: '我家厨房漏水了', callerName: '李' },
      { state: 'taken', message: '我家厨房漏水了', callerName: '李' },
    ]);
    expect(seeds.at(-1)).toMatchObject({ slipId: 'SCA1', readBack: false, content: { recipient: '阳光花园管理处前台', callerNumber: '+8613510902716', callerCity: '广东省深圳市', recordedBy: '自动接听' }, sources: { callerNumber: 'carrier', callerCity: 'numbering-plan' } });
  });

  test('[O2][L1] a whole message, confirmed by key 1: taken, read back, call back asked', () => {
    const recipient = { staffId: 'zhangwei', name: '张伟', away: true, backAt: arrivedAt + 86_400_000 };
    const { call, effects } = foldAll([
      ...attended,
      aTurn(1, 'recipient', 9000, { digits: '8012', recipient }),
      aTurn(2, 'caller', 15_000, { speech: '李秀英 3栋1502' }),
      aTurn(3, 'number', 20_000, { digits: '1', number: '+8613510902716' }),
      aTurn(4, 'message', 40_000, { recordingSid: 'REa', recordingMs: 12_000, digits: '#' }),
      aTurn(5, 'confirm', 45_000, { digits: '1' }),
    ]);
    expect(call && cardOf(call)).toMatchObject({ state: 'attended', slipIds: ['SCA1'] });
    const seed = effects.flatMap((effect) => (effect.kind === 'keepSlip' ? [effect.seed] : [])).at(-1);
    expect(seed).toMatchObject({ state: 'taken', readBack: true, recordingSid: 'REa', content: { recipient: '张伟', recipientId: 'zhangwei', callerName: '李秀英 3栋1502', actionsRequested: ['call-back'] } });
  });

  test('[L1] a recording whose action was lost still becomes the message', () => {
    const { effects } = foldAll([...attended, { kind: 'recording', key: 'recording:REa:completed', at: arrivedAt + 30_000, recordingSid: 'REa', ready: true, ms: 9000 }, anEnd(31_000)]);
    expect(effects.flatMap((effect) => (effect.kind === 'keepSlip' ? [effect.seed.recordingSid] : []))).toContain('REa');
  });

  test('[H3] the caller goes within the ten seconds after the goodbye, or the system ends the call', () => {
    const goodbye: Fact = { kind: 'goodbye', key: 'goodbye', at: arrivedAt + 40_000 };
    const spoken: FactOf<'turn'> = aTurn(1, 'recipient', 9000, { speech: '找物业' });
    expect(cardFrom(...attended, spoken, goodbye, anEnd(44_000))).toMatchObject({ hungUpBy: 'caller' });
    expect(cardFrom(...attended, spoken, goodbye, anEnd(56_000))).toMatchObject({ hungUpBy: 'system' });
  });
});
