import type { Job } from '../../server/calls/effect.ts';
import type { Fact, FactOf } from '../../server/calls/fact.ts';
import type { CallCommit } from '../../server/calls/ports.ts';
import type { CallCard } from '../../server/contract/card.ts';
import type { Delivery, Sending } from '../../server/contract/delivery.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { Task } from '../../server/contract/task.ts';
import type { TaskChange } from '../../server/tasks/ports.ts';
import { usualLine, usualStaff, usualUnit, usualUser } from '../../server/people/people.ts';
import type { Line, StaffMember, Unit, User } from '../../server/people/people.ts';
import type { SlipChange } from '../../server/slips/ports.ts';

/*
 * Whole valid records; tests say only what matters to them. Every test uses ids of its own, so that a store may serve
 * many tests.
 */

const noon = Date.UTC(2025, 2, 3, 4, 0, 0);
let lastId = 0;

/** An id that no other test of this process has. */
export function anId(of: string): string {
  lastId += 1;
  return `${of}${String(lastId).padStart(6, '0')}`;
}

export function aCard(over: Partial<CallCard> & { id: string }): CallCard {
  return {
    version: 1,
    direction: 'inbound',
    state: 'ringing',
    line: { id: 'line1', number: '+8675586001234', language: 'zh-CN' },
    unit: { id: 'unit1', name: '阳光花园管理处' },
    caller: { number: '+8613800138000', matches: [{ residentId: 'r1', name: '李雷', address: '3栋1201', occupancy: 'owner' }], city: null, confirmedId: null },
    agent: null,
    offeredTo: ['agent'],
    arrivedAt: noon,
    answeredAt: null,
    endedAt: null,
    rings: { cycleMs: 5000, answeredIn: null, late: false },
    opener: { greeting: null, unit: null, question: null, order: 'pending' },
    wanted: null,
    slipIds: [],
    hungUpBy: null,
    outcome: null,
    mutedSince: null,
    matter: null,
    notes: {},
    wrapUp: null,
    missed: null,
    ...over,
  };
}

export function aFact(key: string, over: Partial<FactOf<'step'>> = {}): Fact {
  return { kind: 'step', key, at: noon + 1000, step: 'greeting', by: 'agent', ...over };
}

/** What an odd caller says: everything that JSON, SQL and UTF-8 trip over. */
export function anOddFact(key: string): Fact {
  const speech = `'; drop table facts; -- "\\ \u0000 \ud83d \u2028 张伟 🏠 {{${'很'.repeat(1300)}`;
  return {
    kind: 'turn',
    key,
    at: noon + 2000,
    turn: 1,
    step: 'recipient',
    speech,
    digits: null,
    recipient: { staffId: null, name: speech, away: false, backAt: null },
    recordingSid: null,
    recordingMs: null,
    callerGone: false,
    number: null,
    numberCity: null,
  };
}

export function aJob(callId: string, key: string, over: { dueAt?: number; round?: number } = {}): Job {
  return { kind: 'deadline', callId, key, dueAt: noon + 12_500, round: 0, ...over };
}

export function aCommit(callId: string, over: Partial<CallCommit> = {}): CallCommit {
  return { callId, facts: [aFact('first')], card: aCard({ id: callId }), jobs: [], ...over };
}

export function aSlip(over: Partial<Slip> & { id: string }): Slip {
  return {
    version: 1,
    callId: 'CA1',
    unitId: 'unit1',
    state: 'draft',
    recipient: '张伟',
    recipientId: 'staff8012',
    callerName: '李雷',
    callerCompany: '',
    callerNumber: '+8613800138000',
    callerExtension: '',
    callerCity: '深圳',
    message: '厨房水管漏水',
    actionsRequested: ['call-back'],
    actionsPermitted: [],
    calledAt: '2025-03-03T04:00:00.000Z',
    recordedBy: '王芳',
    readBack: false,
    declined: [],
    missing: [],
    sources: { recipient: 'directory', calledAt: 'clock' },
    ...over,
  };
}

export function aChange(slip: Slip, over: Partial<SlipChange> = {}): SlipChange {
  return { slipId: slip.id, version: slip.version, at: noon, by: 'agent', changed: { message: slip.message }, ...over };
}

export function aDelivery(over: Partial<Delivery> = {}): Delivery {
  return { round: 1, holder: { kind: 'staff', id: 'staff1', name: '张伟', part: 'recipient' }, isUrgent: false, startedAt: noon, lastActAt: noon, sentAt: null, deliveredAt: null, acknowledged: null, done: null, chaseAt: null, holdUntil: null, escalatedAt: null, step: null, nextStep: null, stuck: null, readers: ['staff1'], acts: [], ...over };
}

export function aSending(over: Partial<Sending> & { id: string; slipId: string }): Sending {
  return { rev: 1, unitId: 'unit1', round: 1, step: 1, to: { kind: 'staff', id: 'staff1', name: '张伟' }, part: 'recipient', channel: 'sms', address: '136****1102', state: 'waiting', dueAt: noon, attempts: 0, claimedUntil: null, failure: null, proofs: [], ...over };
}

export function aUnit(over: Partial<Unit> & { id: string }): Unit {
  return { name: '阳光花园管理处', aliases: ['阳光花园'], timeZone: 'Asia/Shanghai', country: 'CN', ...usualUnit, ...over };
}

export function aLine(over: Partial<Line> & { id: string }): Line {
  return { unitId: 'unit1', number: '+8675586001234', language: 'zh-CN', languages: ['zh-CN'], cycleMs: 5000, ...usualLine, ...over };
}

export function aStaffMember(over: Partial<StaffMember> & { id: string }): StaffMember {
  return { unitId: 'unit1', name: '张伟', department: '工程部', title: '主管', extension: '8012', ...usualStaff, absence: { kind: 'until-next-working-day', atMinute: 540 }, leader: true, ...over };
}

export function aUser(over: Partial<User> & { id: string }): User {
  return {
    username: over.id,
    name: '小李',
    role: 'agent',
    unitIds: ['unit1'],
    language: 'zh-CN',
    passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
    ...usualUser,
    presenceSince: noon,
    demo: true,
    ...over,
  };
}

export function aTask(over: Partial<Task> & { id: string }): Task {
  return {
    rev: 1,
    unitId: 'unit1',
    kind: 'promise',
    source: 'person',
    words: '下午三点前回电话',
    callId: null,
    slipId: null,
    callerName: '李雷',
    callerNumber: '+8613800138000',
    dueAt: 1_740_000_000_000,
    movedFrom: null,
    owner: { id: 'agent', name: '李静' },
    createdBy: { id: 'agent', name: '李静' },
    createdAt: 1_739_990_000_000,
    state: 'open',
    doneAt: null,
    doneBy: null,
    doneWords: '',
    lastActAt: 1_739_990_000_000,
    ...over,
  };
}

export function aTaskChange(task: Task, over: Partial<TaskChange> = {}): TaskChange {
  return { taskId: task.id, rev: task.rev, at: task.lastActAt, by: 'agent', changed: { words: task.words }, words: '', ...over };
}
