import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { usualDelivery } from '../../server/contract/delivery.ts';
import { planOf } from '../../server/delivery/plan.ts';
import { sendAt } from '../../server/delivery/sendAt.ts';
import { afterQuiet } from '../../server/delivery/quietHours.ts';
import type { People, StaffMember, Unit, User } from '../../server/people/people.ts';
import { usualStaff, usualUnit, usualUser } from '../../server/people/people.ts';
import { addWorkingTime } from '../../server/people/workingTime.ts';
import { aTakenSlip, minute } from './aMessage.ts';

const zone = 'Asia/Shanghai';
const at = (text: string, timeZone = zone): number => DateTime.fromISO(text, { zone: timeZone }).toMillis();
const unit = (over: Partial<Unit> = {}): Unit => ({ ...usualUnit, id: 'sunshine', name: '阳光花园管理处', aliases: [], timeZone: zone, country: 'CN', ...over });
const staff = (id: string, over: Partial<StaffMember> = {}): StaffMember => ({ ...usualStaff, id, unitId: 'sunshine', name: id, department: '工程', title: '', extension: '', ...over });
const user = (id: string, over: Partial<User> = {}): User => ({ ...usualUser, id, username: id, name: id, role: 'supervisor', unitIds: ['sunshine'], language: 'zh-CN', passwordHash: '', presenceSince: 0, ...over });
const sms = { channel: 'sms' as const, address: '+8613600001102', secret: '', mention: '' };
const mail = { channel: 'mail' as const, address: 'zhang@example.com', secret: '', mention: '' };

function people(members: readonly StaffMember[], users: readonly User[] = [], office = unit()) {
  const all: People = { units: [office], lines: [], staff: [...members], users: [...users] };
  return { all: () => all, unit: (id: string) => all.units.find((one) => one.id === id) ?? null, staff: (id: string) => all.staff.find((one) => one.id === id) ?? null };
}
const wayOf = (...[members, users]: Parameters<typeof people>) => planOf(aTakenSlip(), null, people(members, users)).rungs.map(({ to, part, channel, address }) => [to.id, part, channel, address]);

describe('[V1] the way of a message', () => {
  test('is the recipient on his channels in his order, his deputies, the supervisors; addresses stand masked', () => {
    expect(wayOf([staff('zhangwei', { reach: [mail, sms], deputyIds: ['liuyang'] }), staff('liuyang', { reach: [sms] }), staff('wangfang', { userId: 'supervisor' })], [user('supervisor'), user('other', { unitIds: ['harbour'] }), user('gone', { removedAt: 1 })])).toEqual([
      ['zhangwei', 'recipient', 'mail', 'zh***@example.com'],
      ['zhangwei', 'recipient', 'sms', '136****1102'],
      ['liuyang', 'deputy', 'sms', '136****1102'],
      ['wangfang', 'supervisor', 'console', ''],
    ]);
  });

  test('somebody who has set nothing is told in his inbox, where he signs in', () => {
    expect(wayOf([staff('zhangwei', { userId: 'staff' })])).toEqual([['zhangwei', 'recipient', 'console', '']]);
    expect(wayOf([staff('zhangwei')])).toEqual([]);
  });

  test('whoever has left is told nothing: the message is the front desk’s', () => {
    const plan = planOf(aTakenSlip(), null, people([staff('zhangwei', { removedAt: 5, reach: [sms] })], [user('boss')]));
    expect(plan.holder).toMatchObject({ kind: 'desk', part: 'desk' });
    expect(plan.rungs.map(({ to, part }) => [to.kind, to.id, part])).toEqual([
      ['desk', 'sunshine', 'desk'],
      ['user', 'boss', 'supervisor'],
    ]);
  });

  test('passed on, it goes to that person and his deputies', () => {
    const plan = planOf(aTakenSlip(), 'liuyang', people([staff('zhangwei', { reach: [sms] }), staff('liuyang', { reach: [mail] })]));
    expect(plan).toMatchObject({ holder: { id: 'liuyang', part: 'passed' }, rungs: [{ to: { id: 'liuyang' }, part: 'passed', channel: 'mail' }] });
  });
});

describe('[V4] the clock of a message', () => {
  const office = unit({ delivery: { ...usualDelivery, hours: { kind: 'weekly', spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 510, toMinute: 1080 })) } } });
  const plan = (actions: string[]) => planOf(aTakenSlip({ actionsRequested: actions }), null, people([], [], office));

  test('counts in the office’s hours: what is taken at 17:30 on a Friday is late at 9:00 on Monday', () => {
    expect(plan([]).chaseAt(at('2026-06-12T17:30'))).toBe(at('2026-06-15T09:00'));
  });

  test('urgent, it counts minutes at any hour, and leaves the house at night', () => {
    const night = at('2026-06-13T03:00');
    expect(plan(['urgent']).chaseAt(night)).toBe(night + 5 * minute);
    expect(plan(['urgent']).sendAt(night, 'sms')).toBe(night);
  });

  test('not urgent, it leaves the house when the quiet hours are over; an inbox may have it at once', () => {
    expect(plan([]).sendAt(at('2026-06-13T03:00'), 'sms')).toBe(at('2026-06-13T07:30'));
    expect(plan([]).sendAt(at('2026-06-13T22:00'), 'mail')).toBe(at('2026-06-14T07:30'));
    expect(plan([]).sendAt(at('2026-06-13T12:00'), 'sms')).toBe(at('2026-06-13T12:00'));
    expect(plan([]).sendAt(at('2026-06-13T03:00'), 'console')).toBe(at('2026-06-13T03:00'));
  });

  test('when one message may leave is asked without its way', () => {
    const sources = people([], [], office);
    expect(sendAt(aTakenSlip(), 'sms', at('2026-06-13T03:00'), sources)).toBe(at('2026-06-13T07:30'));
    expect(sendAt(aTakenSlip({ actionsRequested: ['urgent'] }), 'sms', at('2026-06-13T03:00'), sources)).toBe(at('2026-06-13T03:00'));
  });

  test('quiet hours end on the clock on the wall, also in the night in which it is changed', () => {
    const newYork = 'America/New_York';
    expect(afterQuiet(at('2026-03-07T23:00', newYork), { fromMinute: 1290, toMinute: 450 }, newYork)).toBe(at('2026-03-08T07:30', newYork));
    expect(afterQuiet(at('2026-11-01T01:30', newYork), { fromMinute: 60, toMinute: 120 }, newYork)).toBe(at('2026-11-01T02:00', newYork));
  });

  test('after the quiet hours it is never quiet, and never earlier', () => {
    const aMinute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }), aMinute, aMinute, fc.constantFrom(zone, 'Europe/London', 'America/New_York', 'UTC'), (now, fromMinute, toMinute, timeZone) => {
        const later = afterQuiet(now, { fromMinute, toMinute }, timeZone);
        expect(later).toBeGreaterThanOrEqual(now);
        expect(later - now).toBeLessThanOrEqual(25 * 60 * minute);
        expect(afterQuiet(later, { fromMinute, toMinute }, timeZone)).toBe(later);
      }),
    );
  });

  test('working time: later work ends later, nothing ends before it began, and an hour in two halves is an hour', () => {
    const spans = fc.array(
      fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromMinute: fc.integer({ min: 0, max: 1439 }), toMinute: fc.integer({ min: 0, max: 1439 }) }).filter(({ fromMinute, toMinute }) => toMinute - fromMinute >= 120),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01'), max: at('2026-12-01') }), fc.integer({ min: 1, max: 40 * 60 }), fc.integer({ min: 1, max: 40 * 60 }), spans, (from, one, other, all) => {
        // Spans of one day that overlap count their common time once; made so here, since the editor refuses them.
        const apart = all.filter((span, place) => all.findIndex(({ weekday }) => weekday === span.weekday) === place);
        const hours = { kind: 'weekly' as const, spans: apart };
        const workdays = (_: string, weekday: number) => weekday <= 5;
        const end = (begin: number, minutes: number): number => addWorkingTime(begin, minutes * minute, hours, zone, workdays);
        expect(end(from, one)).toBeGreaterThanOrEqual(from + one * minute);
        expect(end(end(from, one), other)).toBe(end(from, one + other));
      }),
    );
  });

  test('hours that never open count like the clock on the wall: a message must not wait for ever', () => {
    expect(addWorkingTime(1000, 5 * minute, { kind: 'never' }, zone, () => true)).toBe(1000 + 5 * minute);
    expect(addWorkingTime(1000, 5 * minute, { kind: 'weekly', spans: [] }, zone, () => true)).toBe(1000 + 5 * minute);
  });
});
