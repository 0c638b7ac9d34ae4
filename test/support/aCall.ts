import type { Fact, FactOf, LegStatus } from '../../server/calls/fact.ts';

export const arrivedAt = Date.parse('2026-03-02T01:00:00Z');

/** Builders give a valid whole and take what the test is about. Times are ms after arrival. */
export function anArrival(over: Partial<FactOf<'arrived'>> = {}): FactOf<'arrived'> {
  return {
    kind: 'arrived',
    key: 'arrived',
    at: arrivedAt,
    direction: 'inbound',
    line: { lineId: 'sunshine-main', number: '+8675586001234', unitId: 'sunshine', unitName: '阳光花园管理处', unitNameEn: null, language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000 },
    callerNumber: '+8613510902716',
    callerRaw: '+8613510902716',
    callerCity: '广东省深圳市',
    matches: [],
    ...over,
  };
}

export function anOffer(round: number, agents: readonly string[], after = 0): Fact {
  return { kind: 'offered', key: `offered:${round}`, at: arrivedAt + after, round, agents: agents.map((id) => ({ id, name: id })), deadlineAt: arrivedAt + after + 12500 };
}

export function aLeg(legSid: string, agentId: string, status: LegStatus, after: number, round = 0): Fact {
  return { kind: 'leg', key: `leg:${legSid}:${status}`, at: arrivedAt + after, legSid, agentId, round, status, seen: 'callback' };
}

export function aDialEnd(round: number, after: number, over: Partial<FactOf<'dialEnded'>> = {}): Fact {
  return { kind: 'dialEnded', key: `dialEnded:${round}`, at: arrivedAt + after, round, dialStatus: 'completed', legSid: null, bridged: null, talkMs: null, callerGone: false, ...over };
}

export function anAttendance(after: number, why: FactOf<'attended'>['why'] = 'nobody-free', pauseMs = 0): Fact {
  return { kind: 'attended', key: 'attended', at: arrivedAt + after, why, answersAt: arrivedAt + after + pauseMs, pauseMs };
}

export function aTurn(turn: number, step: FactOf<'turn'>['step'], after: number, over: Partial<FactOf<'turn'>> = {}): FactOf<'turn'> {
  return { kind: 'turn', key: `turn:${turn}`, at: arrivedAt + after, turn, step, speech: null, digits: null, recipient: null, recordingSid: null, recordingMs: null, callerGone: false, number: null, numberCity: null, ...over };
}

export function anEnd(after: number, status: FactOf<'callerEnded'>['status'] = 'completed'): Fact {
  return { kind: 'callerEnded', key: `callerEnded:${status}`, at: arrivedAt + after, status, seen: 'callback' };
}

export function aStep(step: FactOf<'step'>['step'], after: number): Fact {
  return { kind: 'step', key: `step:${step}`, at: arrivedAt + after, step, by: 'agent' };
}
