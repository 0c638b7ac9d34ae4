import { beforeAll, describe, expect, test } from '@jest/globals';
import { isOpen } from '../../server/people/hours.ts';
import { demoPassword, demoPeople } from '../../server/people/demo.ts';
import { line, staffMember, unit, user, type People } from '../../server/people/people.ts';
import { resident } from '../../server/contract/resident.ts';
import { demoResidents } from '../../server/residents/demoResidents.ts';
import { readNumber } from '../../server/people/phoneNumber.ts';
import { presenceAt } from '../../server/people/presence.ts';

let people: People;
const residents = demoResidents('sunshine', 'harbour', 1234);
const hashed: string[] = [];
beforeAll(async () => {
  people = await demoPeople((password) => Promise.resolve(`h${hashed.push(password)}`), 1234);
});

describe('the demo offices (DESIGN 7)', () => {
  test('every row is one that the store would take', () => {
    for (const one of people.units) expect(unit.parse(one)).toEqual(one);
    for (const one of people.lines) expect(line.parse(one)).toEqual(one);
    for (const one of people.staff) expect(staffMember.parse(one)).toEqual(one);
    for (const one of people.users) expect(user.parse(one)).toEqual(one);
    for (const one of residents) expect(resident.parse(one)).toEqual(one);
    const ids = [people.units, people.lines, people.staff, people.users, residents].flatMap((rows) => rows.map((row) => row.id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('agent, agent2, supervisor, staff and admin sign in with the password of the demo, each with a hash of its own', () => {
    expect(people.users.map((one) => [one.id, one.username, one.role, one.demo])).toEqual([
      ['agent', 'agent', 'agent', true],
      ['agent2', 'agent2', 'agent', true],
      ['supervisor', 'supervisor', 'supervisor', true],
      ['staff', 'staff', 'staff', true],
      ['admin', 'admin', 'admin', true],
    ]);
    expect(hashed).toEqual(Array.from({ length: 5 }, () => demoPassword));
    expect(new Set(people.users.map((one) => one.passwordHash)).size).toBe(5);
  });

  test('three lines: two open every day and hour, one always closed', () => {
    const lines = people.lines.map(({ number, language, languages, cycleMs, ringWidth, pauseRings, hours }) => ({ number, language, languages, cycleMs, ringWidth, pauseRings, open: isOpen(hours, 'Asia/Shanghai', 0) }));
    expect(lines).toEqual([
      { number: '+8675586001234', language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000, ringWidth: 3, pauseRings: 1, open: true },
      { number: '+85230080123', language: 'en', languages: ['en', 'yue'], cycleMs: 4000, ringWidth: 3, pauseRings: 1, open: true },
      { number: '+8675586001235', language: 'zh-CN', languages: ['zh-CN', 'en'], cycleMs: 5000, ringWidth: 3, pauseRings: 1, open: false },
    ]);
  });

  test('王芳 is in, 张伟 is always away until the next working day 09:00, and his deputy is in', () => {
    const of = (extension: string) => people.staff.find((one) => one.extension === extension && one.unitId === 'sunshine');
    const office = people.units[0] ?? null;
    expect(of('8011')).toMatchObject({ name: '王芳', title: '客服主管', userId: 'supervisor', absence: null });
    expect(of('8012')).toMatchObject({ name: '张伟', title: '工程部主管', userId: 'staff', absence: { kind: 'until-next-working-day', atMinute: 540 } });
    expect(of('8013')).toMatchObject({ title: '工程部副主管', absence: null });
    const zhangwei = of('8012');
    if (!zhangwei) throw new Error('nobody at 8012');
    for (const now of [0, 1.7e12, 1.8e12, 2.1e12]) expect(presenceAt(zhangwei, office, now).away).toBe(true);
  });

  test('about thirty residents; every number is written as the reader writes it', () => {
    expect(residents.length).toBeGreaterThanOrEqual(28);
    for (const one of residents) for (const { e164 } of one.numbers) expect([e164, readNumber(e164, 'CN')]).toMatchObject([e164, { kind: 'number', e164 }]);
    const owners = (number: string) => residents.filter((one) => one.numbers.some(({ e164 }) => e164 === number)).length;
    expect(owners('+8613800138000')).toBeGreaterThanOrEqual(2);
    expect(residents.some((one) => one.numbers.length === 3)).toBe(true);
    expect(residents.some((one) => one.occupancy === 'tenant' && /^[A-Z]/.test(one.name))).toBe(true);
  });

  test('everybody belongs to an office that exists, and extensions are unique in it', () => {
    const units = new Set(people.units.map((one) => one.id));
    for (const one of [...people.staff, ...residents, ...people.lines]) expect(units).toContain(one.unitId);
    for (const office of people.units) for (const { staffId } of office.housekeepers) expect(people.staff.map(({ id, unitId }) => [id, unitId])).toContainEqual([staffId, office.id]);
    const extensions = people.staff.map((one) => `${one.unitId} ${one.extension}`);
    expect(new Set(extensions).size).toBe(extensions.length);
  });
});
