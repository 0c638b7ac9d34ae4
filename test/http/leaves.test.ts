import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PresenceReply } from '../../server/contract/leave.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
const cookies = new Map<string, string>();
beforeEach(async () => {
  cookies.clear();
  house = await aHouse();
});
afterEach(() => house.close());

const hour = 3_600_000;
const day = 24 * hour;
async function ask(who: string, method: string, path: string, body?: unknown): Promise<Answer & { body: PresenceReply }> {
  const as = cookies.get(who) ?? (await house.signIn(who));
  cookies.set(who, as);
  return (await house.ask(method, `/api/people/${path}`, { as, body })) as Answer & { body: PresenceReply };
}
const faultOf = (answer: Answer): unknown => (answer.body as { error: { fields: unknown } }).error.fields;
const audit = async () => (await house.records.people.listAudit({ unitIds: null, limit: 50 })).items;

// Monday 5 January 2026, 09:00 in the garden.
const nine = Date.UTC(2026, 0, 5, 1, 0);

describe('away until', () => {
  test('he says it himself, the front desk says it for him, nobody else does', async () => {
    const until = nine + 2 * hour;
    const said = await ask('staff', 'POST', 'zhangwei/away', { until, why: 'meeting', note: '业主大会' });
    expect(said.body).toMatchObject({ person: { away: true, backAt: until, why: 'meeting' }, absence: { kind: 'until', until, source: 'person', note: '业主大会', since: nine } });
    expect((await ask('agent', 'POST', 'zhangwei/away', { until: until + hour, why: 'outside' })).body.absence).toMatchObject({ until: until + hour, source: 'desk' });
    expect((await ask('agent', 'POST', 'wangfang/away', { until })).status).toBe(200);
    expect(codeOf(await ask('staff', 'POST', 'wangfang/away', { until }))).toBe('forbidden');
    expect(codeOf(await ask('harbour_agent', 'POST', 'zhangwei/away', { until }))).toBe('not_found');
  });

  test('until the next working day is a moment on the calendar of the office: on a Friday before a Saturday that is worked it is that Saturday', async () => {
    // 2026-02-13 is a Friday, Saturday the 14th is worked in exchange for a day of the Spring Festival.
    house.clock.pass(Date.UTC(2026, 1, 13, 8) - nine);
    expect((await ask('staff', 'POST', 'zhangwei/away', { until: 'next-working-day', why: 'leave' })).body.person.backAt).toBe(Date.UTC(2026, 1, 14, 1));
    expect((await ask('staff', 'POST', 'zhangwei/away', { until: 'open-ended' })).body.person).toMatchObject({ away: true, backAt: null });
  });

  test('a moment that is past, or two years ahead, is refused by field, and nothing changes', async () => {
    for (const [until, why] of [[nine - 1, 'past'], [nine + 800 * day, 'too-far']] as const) expect(faultOf(await ask('staff', 'POST', 'zhangwei/away', { until }))).toEqual({ until: why });
    expect(fieldsOf(await ask('staff', 'POST', 'zhangwei/away', { until: 'tomorrow' }))).toEqual(['until']);
    expect(house.directory.staff('zhangwei')?.absence).toEqual({ kind: 'open-ended' });
    expect(await audit()).toEqual([]);
  });

  test('back: the absence is over, and so is the leave that held; one that is to come stays', async () => {
    await ask('staff', 'POST', 'zhangwei/away', { until: 'open-ended' });
    await ask('staff', 'POST', 'zhangwei/leaves', { fromAt: nine - hour, toAt: nine + hour, why: 'meeting' });
    await ask('staff', 'POST', 'zhangwei/leaves', { fromAt: nine + day, toAt: null, why: 'sick' });
    const { body } = await ask('staff', 'DELETE', 'zhangwei/away');
    expect(body).toMatchObject({ person: { away: false, why: null }, absence: null, leaves: [{ fromAt: nine + day, why: 'sick' }] });
    expect(house.directory.staff('zhangwei')?.leaves).toMatchObject([{ toAt: nine, rev: 1 }, {}]);
  });

  test('back outside of his hours: he is here until midnight, or until his hours begin', async () => {
    const member = house.directory.staff('zhangwei');
    if (!member) throw new Error('nobody');
    await house.directory.save({ staff: [{ ...member, absence: null, hours: { kind: 'weekly', spans: [{ weekday: 1, fromMinute: 600, toMinute: 720 }, { weekday: 1, fromMinute: 840, toMinute: 1080 }] } }] });
    expect((await ask('agent', 'GET', 'zhangwei/presence')).body.person).toMatchObject({ away: true, backAt: nine + hour, why: 'hours' });
    expect((await ask('agent', 'DELETE', 'zhangwei/away')).body).toMatchObject({ person: { away: false }, hereUntil: nine + hour });
    house.clock.pass(10 * hour);
    expect((await ask('agent', 'DELETE', 'zhangwei/away')).body).toMatchObject({ person: { away: false }, hereUntil: nine + 15 * hour });
    house.clock.pass(5 * hour);
    expect((await ask('agent', 'GET', 'zhangwei/presence')).body).toMatchObject({ person: { away: true }, hereUntil: null });
  });

  test('stands on the audit log with what it was before, by name', async () => {
    await ask('agent', 'POST', 'zhangwei/away', { until: nine + hour, why: 'outside' });
    await ask('staff', 'DELETE', 'zhangwei/away');
    expect(await audit()).toMatchObject([
      { by: { id: 'staff' }, act: 'changed', unitId: 'garden', subject: { kind: 'staff', id: 'zhangwei', name: '张伟' }, before: { absence: { kind: 'until', at: nine + hour } }, after: { absence: null } },
      { by: { id: 'agent' }, before: { absence: { kind: 'open-ended' } }, after: { absence: { kind: 'until', why: 'outside', source: 'desk' } } },
    ]);
  });

  test('does not raise the revision: who edits his record at the same time is not refused', async () => {
    await ask('staff', 'POST', 'zhangwei/away', { until: nine + hour });
    expect(house.directory.staff('zhangwei')?.rev).toBe(0);
  });
});

describe('what is offered for one tap', () => {
  const offered = async (until?: number) => (await ask('staff', 'GET', `zhangwei/presence${until === undefined ? '' : `?until=${until}`}`)).body.choices.map(({ key, backAt }) => [key, backAt === null ? null : (backAt - nine) / hour]);

  test('half an hour, an hour, the end of the day, the next working day, nobody knows: each with what callers would hear', async () => {
    expect(await offered()).toEqual([['half-hour', 0.5], ['hour', 1], ['end-of-day', 9], ['next-working-day', 24], ['open-ended', null]]);
    house.clock.pass(7 * 60_000);
    expect((await offered())[0]).toEqual(['half-hour', 40 / 60]);
  });

  test('a meeting that follows counts, and so does a moment of his own', async () => {
    await ask('staff', 'POST', 'zhangwei/leaves', { fromAt: nine + hour, toAt: nine + 3 * hour, why: 'meeting' });
    expect((await offered(nine + 2 * hour)).filter(([key]) => key === 'hour' || key === 'asked')).toEqual([['hour', 3], ['asked', 3]]);
  });
});

describe('planned leave', () => {
  const plan = (over: object = {}) => ask('staff', 'POST', 'zhangwei/leaves', { fromAt: nine + day, toAt: nine + 2 * day, why: 'leave', ...over });

  test('is planned, changed and called off; overlaps are fine', async () => {
    const made = await plan();
    expect(made.status).toBe(201);
    await plan({ why: 'training', note: '消防' });
    const [first] = made.body.leaves;
    const changed = await ask('agent', 'PATCH', `zhangwei/leaves/${first?.id ?? ''}`, { rev: 0, toAt: null });
    expect(changed.body.leaves).toMatchObject([{ why: 'training', note: '消防', source: 'person' }, { toAt: null, rev: 1 }]);
    expect((await ask('staff', 'DELETE', `zhangwei/leaves/${first?.id ?? ''}`)).body.leaves).toHaveLength(1);
    expect(codeOf(await ask('staff', 'DELETE', `zhangwei/leaves/${first?.id ?? ''}`))).toBe('not_found');
    expect(await audit()).toMatchObject([{ after: { [`leave ${first?.id ?? ''}`]: null } }, {}, {}, { before: { [`leave ${first?.id ?? ''}`]: null } }]);
  });

  test.each([
    ['ends before it begins', { toAt: nine + day }, { toAt: 'backwards' }],
    ['is over already', { fromAt: nine - 2 * day, toAt: nine - day }, { toAt: 'past' }],
    ['is longer than a year and a month', { toAt: nine + 500 * day }, { toAt: 'too-long' }],
    ['begins in three years', { fromAt: nine + 1100 * day, toAt: null }, { fromAt: 'too-far' }],
  ])('one that %s is refused by field', async (_what, over, fields) => {
    expect(faultOf(await plan(over))).toEqual(fields);
  });

  test('two edit the same one: the second is told', async () => {
    const [leave] = (await plan()).body.leaves;
    expect((await ask('staff', 'PATCH', `zhangwei/leaves/${leave?.id ?? ''}`, { rev: 0, why: 'sick' })).status).toBe(200);
    expect(codeOf(await ask('agent', 'PATCH', `zhangwei/leaves/${leave?.id ?? ''}`, { rev: 0, why: 'training' }))).toBe('conflict');
  });

  test('leaves over for more than 400 days are forgotten with the next change', async () => {
    await plan();
    house.clock.pass(403 * day);
    await plan({ fromAt: nine + 403 * day, toAt: null });
    expect(house.directory.staff('zhangwei')?.leaves).toHaveLength(1);
  });
});

describe('what others see', () => {
  test('a colleague sees away, back and why in a word, no illness, no note, no plans', async () => {
    await ask('agent', 'POST', 'wangfang/away', { until: nine + hour, why: 'sick', note: '发烧' });
    const { body } = await ask('staff', 'GET', 'wangfang/presence');
    expect(body).toEqual({ person: expect.objectContaining({ away: true, backAt: nine + hour, why: 'leave' }), absence: null, hereUntil: null, mayChange: false, leaves: [], choices: [], calendar: null });
    expect(JSON.stringify(body)).not.toContain('发烧');
    expect((await ask('agent', 'GET', 'wangfang/presence')).body).toMatchObject({ mayChange: true, absence: { why: 'sick', note: '发烧' } });
  });

  test('each finds the staff record that he is', async () => {
    const mine = async (who: string) => ((await house.ask('GET', '/api/session/staff', { as: await house.signIn(who) })).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect([await mine('staff'), await mine('agent')]).toEqual([['zhangwei'], []]);
  });
});
