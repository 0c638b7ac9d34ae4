import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SpecialDaysReply } from '../../server/contract/specialDays.ts';
import { aHouse, codeOf, fieldsOf } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house.close());

async function ask(method: string, body?: unknown, who = 'supervisor', office = 'garden'): Promise<Answer & { body: SpecialDaysReply }> {
  return (await house.ask(method, `/api/offices/${office}/special-days`, { as: await house.signIn(who), body })) as Answer & { body: SpecialDaysReply };
}
const newYear = { date: '2027-01-01', works: false, name: '元旦' };

test('an office begins with the official days of its country; from November on it is told that the next year is missing', async () => {
  const { body } = await ask('GET');
  expect(body).toMatchObject({ rev: 0, isOwn: false, missingYear: null });
  expect(body.days).toEqual(body.official);
  expect(body.days).toContainEqual({ date: '2026-02-14', works: true, name: expect.any(String) });
  house.clock.pass(Date.UTC(2026, 10, 2) - house.clock.now());
  expect((await ask('GET')).body.missingYear).toBe(2027);
});

test('its supervisor keeps a list of its own, by revision and on the audit log', async () => {
  const { body } = await ask('GET');
  const saved = await ask('PUT', { rev: 0, days: [...body.days, newYear] });
  expect(saved.body).toMatchObject({ rev: 1, isOwn: true });
  expect(saved.body.days).toContainEqual(newYear);
  house.clock.pass(Date.UTC(2026, 10, 2) - house.clock.now());
  expect((await ask('GET')).body.missingYear).toBeNull();
  expect(codeOf(await ask('PUT', { rev: 0, days: [] }))).toBe('conflict');
  expect((await house.records.people.listAudit({ unitIds: null, limit: 5 })).items).toMatchObject([{ act: 'changed', subject: { kind: 'unit', id: 'garden' }, before: { specialDays: null } }]);
  expect((await ask('PUT', { rev: 1, days: null })).body).toMatchObject({ isOwn: false, rev: 2 });
});

test('a date twice, or one that is none, is refused by its place; others than its keepers are not asked', async () => {
  expect(fieldsOf(await ask('PUT', { rev: 0, days: [newYear, newYear] }))).toEqual(['days.1.date']);
  expect(fieldsOf(await ask('PUT', { rev: 0, days: [{ ...newYear, date: '2027-02-30' }] }))).toEqual(['days.0.date']);
  expect(codeOf(await ask('PUT', { rev: 0, days: [] }, 'agent'))).toBe('forbidden');
  expect(codeOf(await ask('GET', undefined, 'supervisor', 'harbour'))).toBe('not_found');
});
