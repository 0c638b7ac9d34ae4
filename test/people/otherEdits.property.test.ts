import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../server/contract/errors.ts';
import type { Editing } from '../../server/people/editing.ts';
import { changeLine, createLine } from '../../server/people/lineEdit.ts';
import { changeOffice, createOffice } from '../../server/people/officeEdit.ts';
import { usualLine, usualStaff, usualUnit, usualUser } from '../../server/people/people.ts';
import type { People, PeopleChanges, User } from '../../server/people/people.ts';
import { changeUser, createUser, removeUser, restoreUser } from '../../server/people/userEdit.ts';

const aUser = (id: string, role: User['role']): User => ({ id, username: id, name: `name ${id}`, role, unitIds: ['garden'], language: 'zh-CN', passwordHash: `hash of ${id}`, ...usualUser, presenceSince: 0 });
const house = (): People => ({
  units: [{ id: 'garden', name: '阳光花园', aliases: [], timeZone: 'Asia/Shanghai', country: 'CN', ...usualUnit, departments: [{ name: '工程', aliases: [], headId: null }] }],
  lines: [{ id: 'main', unitId: 'garden', number: '+8675586001234', language: 'zh-CN', languages: ['zh-CN'], cycleMs: 5000, ...usualLine }],
  staff: ['王芳', '张伟'].map((name, at) => ({ id: `s${at}`, unitId: 'garden', name, department: '工程', title: '', extension: '', ...usualStaff })),
  users: [aUser('admin', 'admin'), aUser('admin2', 'admin'), aUser('agent', 'agent')],
});
const at = (people: People): Editing => ({ people, by: { id: 'admin', name: '赵敏' }, now: 5000 });
function kept(people: People, { units = [], lines = [], staff = [], users = [] }: PeopleChanges): People {
  const merged = <T extends { id: string }>(before: T[], rows: T[]): T[] => [...before.filter(({ id }) => !rows.some((row) => row.id === id)), ...rows];
  return { ...people, units: merged(people.units, units), lines: merged(people.lines, lines), staff: merged(people.staff, staff), users: merged(people.users, users) };
}
function refused(act: () => unknown): Record<string, string> | null {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.fields ?? { '': error.code };
    throw error;
  }
  return null;
}

describe('users', () => {
  const username = fc.constantFrom('wang', 'Wang', 'WANG', 'li', 'Li');
  const id = fc.constantFrom('admin', 'admin2', 'agent', 'n1', 'n2');
  const step = fc.oneof(
    fc.record({ act: fc.constant('create' as const), id, username }),
    fc.record({ act: fc.constant('change' as const), id, username, role: fc.constantFrom('admin' as const, 'agent' as const) }),
    fc.record({ act: fc.constantFrom('remove' as const, 'restore' as const), id }),
  );

  test('whatever is edited in whatever order, one administrator is left, and each name signs one person in, however it is capitalised', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let people = house();
        for (const one of steps) {
          const before = people.users.find((user) => user.id === one.id);
          if (one.act === 'create' && before) continue;
          refused(() => {
            const { changes } =
              one.act === 'create'
                ? createUser(at(people), one.id, { username: one.username, name: 'x', role: 'agent', unitIds: ['garden'], password: '' }, 'hash')
                : one.act === 'change'
                  ? changeUser(at(people), one.id, { rev: before?.rev ?? 0, username: one.username, role: one.role }, null)
                  : one.act === 'remove'
                    ? removeUser(at(people), one.id)
                    : restoreUser(at(people), one.id);
            people = kept(people, changes);
          });
        }
        const living = people.users.filter(({ removedAt }) => removedAt === null);
        expect(living.some(({ role }) => role === 'admin')).toBe(true);
        expect(new Set(living.map((user) => user.username.toLowerCase())).size).toBe(living.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the last administrator is neither removed nor made something else', () => {
    const people = kept(house(), removeUser(at(house()), 'admin2').changes);
    expect(refused(() => removeUser(at(people), 'admin'))).toEqual({ role: 'last-admin' });
    expect(refused(() => changeUser(at(people), 'admin', { rev: 0, role: 'agent' }, null))).toEqual({ role: 'last-admin' });
    expect(refused(() => changeUser(at(people), 'admin', { rev: 0, name: '赵敏' }, null))).toBeNull();
  });

  test('a new password ends his sessions and is told to the log by stars', () => {
    const { row, changes } = changeUser(at(house()), 'agent', { rev: 0, password: 'correct horse' }, 'another hash');
    expect(row).toMatchObject({ passwordHash: 'another hash', sessionsFrom: 5000 });
    expect(changes.audit).toEqual([expect.objectContaining({ before: { password: '********' }, after: { password: '********' } })]);
    expect(JSON.stringify(changes.audit)).not.toMatch(/hash|horse/);
  });

  test('a member of the staff goes by one user, a user by one member', () => {
    const linked = kept(house(), changeUser(at(house()), 'agent', { rev: 0, staffId: 's0' }, null).changes);
    expect(linked.staff.find(({ id: one }) => one === 's0')?.userId).toBe('agent');
    expect(refused(() => changeUser(at(linked), 'admin', { rev: 0, staffId: 's0' }, null))).toEqual({ staffId: 'taken: name agent' });
    const moved = kept(linked, changeUser(at(linked), 'agent', { rev: 0, staffId: 's1' }, null).changes);
    expect(moved.staff.map(({ id: one, userId }) => [one, userId]).sort()).toEqual([
      ['s0', null],
      ['s1', 'agent'],
    ]);
  });

  test('without an office only an administrator sees anything', () => {
    expect(refused(() => changeUser(at(house()), 'agent', { rev: 0, unitIds: [] }, null))).toEqual({ unitIds: 'no-office' });
    expect(refused(() => changeUser(at(house()), 'agent', { rev: 0, unitIds: ['nowhere'] }, null))).toEqual({ unitIds: 'unknown' });
  });
});

describe('offices', () => {
  test('a department’s new name is carried over to its members; the log shows both', () => {
    const { changes } = changeOffice(at(house()), 'garden', { rev: 0, departments: [{ name: '工程维修', was: '工程', aliases: ['维修'], headId: 's1' }] });
    expect(changes.staff?.map(({ department, rev }) => [department, rev])).toEqual([
      ['工程维修', 1],
      ['工程维修', 1],
    ]);
    expect(changes.audit?.[0]).toMatchObject({ before: { departments: [{ name: '工程' }] }, after: { departments: [{ name: '工程维修', head: '张伟' }] } });
  });

  test('two that change names at once carry their own members', () => {
    const two = kept(house(), changeOffice(at(house()), 'garden', { rev: 0, departments: [{ name: '工程', aliases: [], headId: null }, { name: '客服', aliases: [], headId: null }] }).changes);
    const people = { ...two, staff: two.staff.map((member) => (member.id === 's1' ? { ...member, department: '客服' } : member)) };
    const { changes } = changeOffice(at(people), 'garden', { rev: 1, departments: [{ name: '客服', was: '工程', aliases: [], headId: null }, { name: '工程', was: '客服', aliases: [], headId: null }] });
    expect(changes.staff?.map(({ id, department }) => [id, department])).toEqual([
      ['s0', '客服'],
      ['s1', '工程'],
    ]);
  });

  test('what is no clock, no country, a name twice or a head of nobody is refused by field', () => {
    const wrong = { timeZone: 'Asia/Nowhere', country: 'XX', departments: [{ name: '工程', aliases: [], headId: 'nobody' }, { name: '工程', aliases: [], headId: null }] };
    expect(refused(() => changeOffice(at(house()), 'garden', { rev: 0, ...wrong }))).toEqual({ timeZone: 'no-time-zone', country: 'no-country', 'departments.0.headId': 'unknown', 'departments.1.name': 'twice: 工程' });
    expect(refused(() => createOffice(at(house()), 'new', { name: ' 阳光花園', timeZone: 'Asia/Shanghai' }))).toEqual({ name: 'taken: 阳光花园' });
  });

  test('a new office reads numbers by the country of its clock', () => {
    expect(createOffice(at(house()), 'new', { name: '海景轩', timeZone: 'Asia/Hong_Kong' }).row).toMatchObject({ country: 'HK', wrapUpMs: 30_000 });
  });
});

describe('lines', () => {
  test('a number in any writing is one number, of one line', () => {
    expect(refused(() => createLine(at(house()), 'new', { unitId: 'garden', number: '０７５５－８６００ １２３４', language: 'zh-CN', cycleMs: 5000 }))).toEqual({ number: 'taken: 阳光花园' });
    expect(createLine(at(house()), 'new', { unitId: 'garden', number: '075586001239', language: 'yue', languages: ['en'], cycleMs: 5000 }).row).toMatchObject({ number: '+8675586001239', languages: ['yue', 'en'] });
    expect(refused(() => changeLine(at(house()), 'main', { rev: 0, number: '热线' }))).toEqual({ number: 'no-number: words' });
  });

  test('the opener’s language always stands first, and a trunk can be taken away', () => {
    const with_ = kept(house(), changeLine(at(house()), 'main', { rev: 0, byoc: `BY${'a'.repeat(32)}`, language: 'en' }).changes);
    expect(with_.lines[0]).toMatchObject({ languages: ['en', 'zh-CN'], byoc: `BY${'a'.repeat(32)}`, rev: 1 });
    expect(changeLine(at(with_), 'main', { rev: 1, byoc: null }).row).not.toHaveProperty('byoc');
    expect(refused(() => changeLine(at(with_), 'main', { rev: 0, cycleMs: 4000 }))).toEqual({ '': 'conflict' });
  });
});
