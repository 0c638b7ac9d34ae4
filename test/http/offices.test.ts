import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
afterEach(() => house.close());

describe('offices', () => {
  test('everybody sees his own, with what the desk announces, its clock and its lines', async () => {
    house = await aHouse();
    const { body } = await house.ask('GET', '/api/offices', { as: await house.signIn('agent') });
    expect(body).toMatchObject({ items: [{ id: 'garden', timeZone: 'Asia/Shanghai', wrapUpMs: 30_000, lines: expect.any(Array) }] });
    const all = await house.ask('GET', '/api/offices', { as: await house.signIn('admin') });
    expect((all.body as { items: unknown[] }).items.length).toBeGreaterThan(1);
  });

  test('the wrap-up clock is set by the supervisor of the office, not by an agent, nor for another office', async () => {
    house = await aHouse();
    const set = async (as: string, id: string, wrapUpMs: number) => house.ask('PATCH', `/api/offices/${id}`, { as: await house.signIn(as), body: { wrapUpMs } });
    expect((await set('supervisor', 'garden', 45_000)).body).toMatchObject({ wrapUpMs: 45_000 });
    expect(house.directory.unit('garden')?.wrapUpMs).toBe(45_000);
    expect(codeOf(await set('agent', 'garden', 0))).toBe('forbidden');
    expect(codeOf(await set('supervisor', 'harbour', 0))).toBe('not_found');
    expect(fieldsOf(await set('admin', 'garden', -1))).toEqual(['wrapUpMs']);
  });
});

describe('all about an office', () => {
  const ask = async (who: string, method: string, path: string, body?: unknown) => house.ask(method, path, { as: await house.signIn(who), ...(body === undefined ? {} : { body }) });

  test('is seen by those who keep it: its lines, its departments with how many belong to each', async () => {
    house = await aHouse();
    expect((await ask('supervisor', 'GET', '/api/offices/garden')).body).toMatchObject({ rev: 0, country: 'CN', departments: [{ name: '工程部', members: 2, isListed: false }], lines: [{ number: '+8675586001234', ringWidth: 3 }] });
    expect(codeOf(await ask('supervisor', 'GET', '/api/offices/harbour'))).toBe('not_found');
    expect(codeOf(await ask('agent', 'GET', '/api/offices/garden'))).toBe('forbidden');
  });

  test('a department is renamed with its members, live; the second of two editors is told', async () => {
    house = await aHouse();
    expect((await ask('supervisor', 'PATCH', '/api/offices/garden', { rev: 0, departments: [{ name: '维修部', was: '工程部', headId: 'zhangwei' }] })).body).toMatchObject({ rev: 1, departments: [{ name: '维修部', head: { name: '张伟' }, members: 2, isListed: true }] });
    expect((await ask('agent', 'GET', '/api/people?q=8012')).body).toMatchObject({ items: [{ department: '维修部' }] });
    expect(codeOf(await ask('admin', 'PATCH', '/api/offices/garden', { rev: 0, name: '阳光花园' }))).toBe('conflict');
    expect(fieldsOf(await ask('admin', 'PATCH', '/api/offices/garden', { name: '阳光花园' }))).toEqual(['rev']);
    expect((await ask('admin', 'PATCH', '/api/offices/garden', { wrapUpMs: 0 })).status).toBe(200);
  });

  test('a new one is made by an administrator only', async () => {
    house = await aHouse();
    expect((await ask('admin', 'POST', '/api/offices', { name: '翠湖花园管理处', timeZone: 'Asia/Shanghai' })).body).toMatchObject({ name: '翠湖花园管理处', country: 'CN', rev: 0 });
    expect(codeOf(await ask('supervisor', 'POST', '/api/offices', { name: 'x', timeZone: 'Asia/Shanghai' }))).toBe('forbidden');
  });
});

describe('my language', () => {
  test('is kept for me on every computer', async () => {
    house = await aHouse();
    expect((await house.ask('PATCH', '/api/session', { as: await house.signIn('agent'), body: { language: 'en' } })).body).toMatchObject({ user: { language: 'en' } });
    expect((await house.ask('GET', '/api/session', { as: await house.signIn('agent') })).body).toMatchObject({ user: { language: 'en' } });
    expect(fieldsOf(await house.ask('PATCH', '/api/session', { as: await house.signIn('agent'), body: { language: 'fr' } }))).toEqual(['language']);
  });
});
