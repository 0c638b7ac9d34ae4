import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../server/contract/audit.ts';
import type { StaffView } from '../../server/contract/staff.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
const cookies = new Map<string, string>();
beforeEach(async () => {
  house = await aHouse();
  cookies.clear();
});
afterEach(() => house.close());
afterAll(() => cookies.clear());

async function as(who: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const cookie = cookies.get(who) ?? (await house.signIn(who));
  cookies.set(who, cookie);
  return house.ask(method, path, { as: cookie, ...(body === undefined ? {} : { body }) });
}
const itemsOf = ({ body }: Answer): StaffView[] => (body as { items: StaffView[] }).items;
const idsOf = (answer: Answer): string[] => itemsOf(answer).map(({ id }) => id);
const entriesOf = ({ body }: Answer): AuditEntry[] => (body as { items: AuditEntry[] }).items;
const audit = async (who: string, query = ''): Promise<AuditEntry[]> => entriesOf(await as(who, 'GET', `/api/audit${query}`));
const zhang = '/api/staff/zhangwei';

describe('looking up the staff', () => {
  test('everybody who answers sees those of his offices, an administrator all; a member of the staff has no such list', async () => {
    expect(idsOf(await as('agent', 'GET', '/api/staff'))).toEqual(['wangfang', 'zhangwei']);
    expect(idsOf(await as('admin', 'GET', '/api/staff'))).toEqual(['wangfang', 'zhangwei', 'harbour-chan']);
    expect(codeOf(await as('staff', 'GET', '/api/staff'))).toBe('forbidden');
    expect(codeOf(await as('agent', 'GET', '/api/staff?unitId=harbour'))).toBe('forbidden');
    expect(codeOf(await as('agent', 'GET', '/api/staff/harbour-chan'))).toBe('not_found');
  });

  test('by name, pinyin or extension, page by page', async () => {
    expect(idsOf(await as('agent', 'GET', '/api/staff?q=zw'))).toEqual(['zhangwei']);
    expect(idsOf(await as('agent', 'GET', '/api/staff?q=8011'))).toEqual(['wangfang']);
    const first = await as('admin', 'GET', '/api/staff?limit=2');
    expect(first.body).toMatchObject({ total: 3, next: '2' });
    expect(idsOf(await as('admin', 'GET', '/api/staff?limit=2&cursor=2'))).toEqual(['harbour-chan']);
    expect(fieldsOf(await as('admin', 'GET', '/api/staff?cursor=x'))).toEqual(['cursor']);
  });

  test('private numbers are masked in every reply, also for the administrator', async () => {
    const answers = [await as('admin', 'GET', '/api/staff'), await as('supervisor', 'GET', zhang), await as('agent', 'GET', zhang), await as('supervisor', 'PATCH', zhang, { rev: 0, title: '经理' }), await as('agent', 'GET', '/api/people?q=8012')];
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain('13800138000');
    expect(answers[1]?.body).toMatchObject({ privateNumbers: ['138****8000'], away: true, user: { username: 'staff' } });
  });
});

describe('editing the staff', () => {
  test('supervisors of the office and administrators edit; agents do not, nor a supervisor of another office', async () => {
    expect((await as('supervisor', 'PATCH', zhang, { rev: 0, extension: '8019' })).body).toMatchObject({ rev: 1, extension: '8019' });
    expect(idsOf(await as('agent', 'GET', '/api/people?q=8019'))).toEqual(['zhangwei']);
    expect(codeOf(await as('agent', 'PATCH', zhang, { rev: 1 }))).toBe('forbidden');
    expect(codeOf(await as('supervisor', 'PATCH', '/api/staff/harbour-chan', { rev: 0, title: 'x' }))).toBe('not_found');
    expect(codeOf(await as('supervisor', 'POST', '/api/staff', { unitId: 'harbour', name: 'x' }))).toBe('forbidden');
  });

  test('of two editors the second is told, and what the first wrote stands', async () => {
    const [first, second] = await Promise.all([as('supervisor', 'PATCH', zhang, { rev: 0, title: '主任' }), as('admin', 'PATCH', zhang, { rev: 0, title: '经理' })]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const stands = first.status === 200 ? '主任' : '经理';
    expect((await as('admin', 'GET', zhang)).body).toMatchObject({ title: stands, rev: 1 });
    expect((await audit('admin')).length).toBe(1);
  });

  test('somebody new is found at once; an extension that somebody has is refused with his name', async () => {
    const made = await as('supervisor', 'POST', '/api/staff', { unitId: 'garden', name: '刘洋', department: '工程', extension: '8013', languages: ['zh-CN', 'en'], deputyIds: ['wangfang'], privateNumbers: [{ number: '136 0000 1102' }] });
    expect(made).toMatchObject({ status: 201, body: { name: '刘洋', privateNumbers: ['136****1102'], deputies: [{ id: 'wangfang', name: '王芳' }] } });
    expect(itemsOf(await as('agent', 'GET', '/api/people?q=liuyang'))).toMatchObject([{ extension: '8013', languages: ['zh-CN', 'en'], deputyIds: ['wangfang'] }]);
    expect((await as('supervisor', 'POST', '/api/staff', { unitId: 'garden', name: '周强', extension: '8013' })).body).toMatchObject({ error: { code: 'bad_input', fields: { extension: 'taken: 刘洋' } } });
    expect(fieldsOf(await as('supervisor', 'POST', '/api/staff', { unitId: 'garden', name: '', extension: '转1' })).sort()).toEqual(['extension', 'name']);
  });

  test('who has left is found no more, by search, attendant or as a deputy; his record stays, and he can come back', async () => {
    await as('supervisor', 'PATCH', '/api/staff/wangfang', { rev: 0, deputyIds: ['zhangwei'] });
    expect((await as('supervisor', 'DELETE', zhang)).body).toMatchObject({ removedAt: house.clock.now() });
    expect(idsOf(await as('agent', 'GET', '/api/people?q=8012'))).toEqual([]);
    expect(idsOf(await as('agent', 'GET', '/api/staff'))).toEqual(['wangfang']);
    expect(idsOf(await as('agent', 'GET', '/api/staff?removed=true&q=8012'))).toEqual(['zhangwei']);
    expect(house.directory.findWanted({ speech: '我找工程部的张伟', digits: '8012' }, 'garden')).toEqual([]);
    expect((await as('agent', 'GET', '/api/staff/wangfang')).body).toMatchObject({ deputies: [], deputyIds: [] });
    expect(codeOf(await as('supervisor', 'PATCH', zhang, { rev: 1, title: 'x' }))).toBe('not_found');
    expect((await as('agent', 'GET', zhang)).body).toMatchObject({ name: '张伟' });
    expect((await as('supervisor', 'POST', `${zhang}/restore`, {})).body).toMatchObject({ removedAt: null });
    expect(idsOf(await as('agent', 'GET', '/api/people?q=8012'))).toEqual(['zhangwei']);
  });
});

describe('private numbers', () => {
  test('are shown to those who keep the office, for a reason that stands on the log', async () => {
    expect((await as('supervisor', 'POST', `${zhang}/reveal`, { reason: '电梯困人，要找到他' })).body).toEqual({ privateNumbers: ['+8613800138000'] });
    expect(await audit('supervisor', '?kind=staff&subjectId=zhangwei')).toMatchObject([{ act: 'revealed', reason: '电梯困人，要找到他', by: { id: 'supervisor' }, before: null, after: null }]);
    expect(fieldsOf(await as('supervisor', 'POST', `${zhang}/reveal`, { reason: ' ' }))).toEqual(['reason']);
    expect(codeOf(await as('agent', 'POST', `${zhang}/reveal`, { reason: 'curious' }))).toBe('forbidden');
    expect(codeOf(await as('supervisor', 'POST', '/api/staff/harbour-chan/reveal', { reason: 'curious' }))).toBe('not_found');
    expect((await audit('admin')).length).toBe(1);
  });
});

describe('the audit log', () => {
  test('tells who changed what, from what to what; a supervisor that of his offices', async () => {
    await as('supervisor', 'PATCH', zhang, { rev: 0, title: '经理', department: '工程部' });
    await as('admin', 'PATCH', '/api/staff/harbour-chan', { rev: 0, title: 'Manager' });
    expect(await audit('admin')).toMatchObject([
      { subject: { kind: 'staff', id: 'harbour-chan' }, unitId: 'harbour' },
      { act: 'changed', by: { id: 'supervisor', name: 'name of supervisor' }, before: { title: '主管' }, after: { title: '经理' } },
    ]);
    expect((await audit('supervisor')).map(({ subject }) => subject.id)).toEqual(['zhangwei']);
    expect(codeOf(await as('agent', 'GET', '/api/audit'))).toBe('forbidden');
    expect(codeOf(await as('supervisor', 'GET', '/api/audit?unitId=harbour'))).toBe('forbidden');
  });
});
