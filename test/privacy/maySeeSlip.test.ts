import { describe, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import { maySeeSlip } from '../../server/privacy/maySeeSlip.ts';
import type { SlipViewer } from '../../server/privacy/maySeeSlip.ts';
import { aDelivery, aSlip } from '../suites/records.ts';

const viewer = (over: Partial<SlipViewer> = {}): SlipViewer => ({ userId: 'agent2', name: '陈晓明', role: 'agent', unitIds: ['unit1'], staffIds: [], callsNow: [], ...over });
const taken = (over: Partial<Slip> = {}): Slip => aSlip({ id: 'S1', unitId: 'unit1', state: 'taken', recipientId: 'zhangwei', recordedBy: '李静', hands: ['agent'], owner: { id: 'agent', name: '李静' }, callerName: '李女士', callerNumber: '+8613800138000', message: '漏水', actionsRequested: ['call-back'], ...over });
const sees = (slip: Slip, who: Partial<SlipViewer> = {}): boolean => maySeeSlip(viewer(who), slip, ['liuyang']);

describe('a taken message of a colleague', () => {
  test('is not the other agents’ to read, nor another office’s supervisor’s', () => {
    expect(sees(taken())).toBe(false);
    expect(sees(taken(), { role: 'supervisor', unitIds: ['unit2'] })).toBe(false);
    expect(sees(taken(), { role: 'staff', staffIds: ['huangguohua'] })).toBe(false);
  });

  test.each<[string, Partial<SlipViewer>]>([
    ['whoever took it', { userId: 'agent' }],
    ['the person it is for', { role: 'staff', unitIds: [], staffIds: ['zhangwei'] }],
    ['his deputy', { role: 'staff', unitIds: [], staffIds: ['liuyang'] }],
    ['a supervisor of the office', { role: 'supervisor' }],
    ['the agent on whose line the same caller is now', { callsNow: [{ id: 'CA9', number: '+8613800138000' }] }],
  ])('is read by %s', (_, who) => expect(sees(taken(), who)).toBe(true));

  test.each<[string, Partial<Slip>]>([
    ['the attendant took it in the desk’s place', { recordedBy: '自动接听', hands: ['staff'] }],
    ['it is not finished', { state: 'draft' }],
    ['it is for nobody in particular', { recipientId: null }],
    ['it waits for a hand', { delivery: aDelivery({ stuck: 'nobody-left' }) }],
  ])('is the whole front desk’s when %s', (_, over) => expect(sees(taken(over))).toBe(true));
});
