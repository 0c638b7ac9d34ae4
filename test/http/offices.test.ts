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

describe('my language', () => {
  test('is kept for me on every computer', async () => {
    house = await aHouse();
    expect((await house.ask('PATCH', '/api/session', { as: await house.signIn('agent'), body: { language: 'en' } })).body).toMatchObject({ user: { language: 'en' } });
    expect((await house.ask('GET', '/api/session', { as: await house.signIn('agent') })).body).toMatchObject({ user: { language: 'en' } });
    expect(fieldsOf(await house.ask('PATCH', '/api/session', { as: await house.signIn('agent'), body: { language: 'fr' } }))).toEqual(['language']);
  });
});
