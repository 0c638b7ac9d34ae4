import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostHelpers, othersWhoHelp } from '../../server/people/othersWhoHelp.ts';
import { usualStaff } from '../../server/people/people.ts';
import type { StaffMember } from '../../server/people/people.ts';

const aMember = (id: string, more: Partial<StaffMember> = {}): StaffMember => ({ ...usualStaff, id, unitId: 'u', name: id, department: '工程', title: '', extension: id, ...more });

interface Told {
  away?: readonly string[];
  headId?: string | null;
  others?: readonly string[];
}

/** Who helps for the first of `staff`: ids with the reason. */
function helpersOf(staff: readonly StaffMember[], { away = [], headId = null, others = [] }: Told = {}): string[] {
  const byId = (id: string) => staff.find((one) => one.id === id) ?? null;
  const [person] = staff;
  if (!person) return [];
  const ofDepartment = others.flatMap((id) => byId(id) ?? []);
  return othersWhoHelp(person, { byId, ofDepartment, headId, isIn: ({ id }) => !away.includes(id) }).map(({ staff: { id }, reason }) => `${id}:${reason}`);
}

describe('another who can help when somebody is away (DOMAIN 6, absent)', () => {
  test('deputies come in the order in which they were written', () => {
    expect(helpersOf([aMember('a', { deputyIds: ['c', 'b'] }), aMember('b'), aMember('c')])).toEqual(['c:deputy', 'b:deputy']);
  });

  test('for a deputy who is away too his own deputies stand in his place', () => {
    expect(helpersOf([aMember('a', { deputyIds: ['b', 'c'] }), aMember('b', { deputyIds: ['d'] }), aMember('c'), aMember('d')], { away: ['b'] })).toEqual(['d:deputy', 'c:deputy']);
  });

  test('who has left is not offered, nor an id that nobody has', () => {
    expect(helpersOf([aMember('a', { deputyIds: ['gone', 'b'] }), aMember('b', { removedAt: 1 })], { others: ['b'], headId: 'b' })).toEqual([]);
  });

  test('deputies who stand in for each other are offered once, and the person himself never', () => {
    expect(helpersOf([aMember('a', { deputyIds: ['b'] }), aMember('b', { deputyIds: ['a', 'c'] }), aMember('c', { deputyIds: ['b', 'a'] })], { away: ['a', 'b'] })).toEqual(['c:deputy']);
  });

  test('behind the deputies comes the department, its head first', () => {
    expect(helpersOf([aMember('a', { deputyIds: ['d'] }), aMember('b'), aMember('head'), aMember('d')], { headId: 'head', others: ['a', 'b', 'd', 'head'] })).toEqual(['d:deputy', 'head:department', 'b:department']);
  });

  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const office = fc.record({
    deputies: fc.array(fc.array(fc.constantFrom(...ids, 'nobody'), { maxLength: 6 }), { minLength: ids.length, maxLength: ids.length }),
    removed: fc.subarray(ids),
    away: fc.subarray(ids),
    others: fc.shuffledSubarray(ids),
    headId: fc.option(fc.constantFrom(...ids, 'nobody'), { nil: null }),
  });

  test('whatever loops the deputies make: at most five, each once, all of them in, none of them gone, deputies before colleagues', () => {
    fc.assert(
      fc.property(office, ({ deputies, removed, away, others, headId }) => {
        const staff = ids.map((id, index) => aMember(id, { deputyIds: deputies[index] ?? [], removedAt: removed.includes(id) ? 1 : null }));
        const helpers = helpersOf(staff, { away, others, headId });
        const found = helpers.map((helper) => helper.split(':')[0] ?? '');
        expect(found.length).toBeLessThanOrEqual(mostHelpers);
        expect(new Set(found).size).toBe(found.length);
        for (const id of found) expect(id !== 'a' && !removed.includes(id) && !away.includes(id)).toBe(true);
        const firstColleague = helpers.findIndex((helper) => helper.endsWith(':department'));
        expect(helpers.slice(firstColleague === -1 ? helpers.length : firstColleague).every((helper) => helper.endsWith(':department'))).toBe(true);
      }),
    );
  });

  test('a first deputy who is in is always the first who is offered', () => {
    fc.assert(
      fc.property(office, ({ deputies, others, headId }) => {
        const staff = ids.map((id, index) => aMember(id, { deputyIds: deputies[index] ?? [] }));
        const first = (deputies[0] ?? []).find((id) => id !== 'a' && id !== 'nobody');
        if (first !== undefined) expect(helpersOf(staff, { others, headId })[0]).toBe(`${first}:deputy`);
      }),
    );
  });
});
