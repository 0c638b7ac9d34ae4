import type { Addressee, ChannelName, HolderPart, Sending } from '../../server/contract/delivery.ts';
import type { Slip } from '../../server/contract/slip.ts';
import type { Delivered } from '../../server/delivery/advanceDelivery.ts';
import type { Plan, Rung } from '../../server/delivery/plan.ts';
import { emptySlip } from '../../server/slips/slip.ts';

export const start = Date.UTC(2026, 5, 11, 2, 43);
export const minute = 60_000;

export const zhangwei: Addressee = { kind: 'staff', id: 'zhangwei', name: '张伟' };
export const liuyang: Addressee = { kind: 'staff', id: 'liuyang', name: '刘洋' };
export const wangfang: Addressee = { kind: 'staff', id: 'wangfang', name: '王芳' };

export const rung = (to: Addressee, part: HolderPart, channel: ChannelName): Rung => ({ to, part, channel, address: channel === 'console' ? '' : '***' });

/** The way of most tests: to 张伟 by text and mail, then his deputy, then the supervisor's inbox. */
export const usualWay: readonly Rung[] = [rung(zhangwei, 'recipient', 'sms'), rung(zhangwei, 'recipient', 'mail'), rung(liuyang, 'deputy', 'wecom'), rung(wangfang, 'supervisor', 'console')];

export function aPlan(over: Partial<Plan> = {}): Plan {
  const isUrgent = over.isUrgent ?? false;
  return { holder: { ...zhangwei, part: 'recipient' }, rungs: usualWay, isUrgent, sendAt: (at) => at, chaseAt: (at) => at + (isUrgent ? 5 : 60) * minute, ...over };
}

/** A message of 8012, taken a moment ago. */
export function aTakenSlip(over: Partial<Slip> = {}): Slip {
  return { ...emptySlip({ id: 'S1', callId: null, unitId: 'sunshine' }), state: 'taken', recipient: '张伟', recipientId: 'zhangwei', callerName: '李女士', callerNumber: '+8613510902716', message: '厨房水管昨天修完又漏，地上都是水', actionsRequested: ['call-back'], calledAt: new Date(start).toISOString(), recordedBy: '林晓燕', ...over };
}

/** Ids in the order in which they are asked for. */
export function ids(): () => string {
  let last = 0;
  return () => `D${(last += 1)}`;
}

export const lastOf = ({ sendings }: Delivered): Sending => {
  const last = sendings.at(-1);
  if (!last) throw new Error('nothing was sent');
  return last;
};
