import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFault } from '../../server/contract/fieldFault.ts';
import { DomainError } from '../../server/contract/errors.ts';
import type { StaffPatch } from '../../server/contract/staff.ts';
import { staffPatch } from '../../server/contract/staff.ts';
import type { Editing } from '../../server/people/editing.ts';
import { maskNumber } from '../../server/people/maskNumber.ts';
import { usualStaff, usualUnit } from '../../server/people/people.ts';
import type { People, PeopleChanges, StaffMember } from '../../server/people/people.ts';
import { changeStaff, createStaff, removeStaff, restoreStaff } from '../../server/people/staffEdit.ts';

const by = { id: 'boss', name: '王芳' };
const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const member = (id: string, unitId = 'garden'): StaffMember => ({ id, unitId, name: `name ${id}`, department: '工程', title: '', extension: '', ...usualStaff });
const garden = (staff: StaffMember[] = ids.map((id) => member(id))): People => ({
  units: [
    { id: 'garden', name: '阳光花园', aliases: [], timeZone: 'Asia/Shanghai', country: 'CN', ...usualUnit },
    { id: 'harbour', name: 'Harbour', aliases: [], timeZone: 'Asia/Hong_Kong', country: 'HK', ...usualUnit },
  ],
  lines: [],
  staff: [...staff, member('z', 'harbour')],
  users: [],
});
const at = (people: People): Editing => ({ people, by, now: 1000 });
const kept = (people: People, { staff = [] }: PeopleChanges): People => ({ ...people, staff: people.staff.map((one) => staff.find(({ id }) => id === one.id) ?? one) });

/** The reasons of a refusal by field; null when it was none. */
function refused(act: () => unknown): Record<string, string> | null {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.fields ?? { '': error.code };
    throw error;
  }
  return null;
}

type Step = { act: 'deputies'; id: string; deputyIds: string[] } | { act: 'extension'; id: string; extension: string } | { act: 'remove' | 'restore'; id: string };
const anyId = fc.constantFrom(...ids, 'z', 'nobody');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ act: fc.constant('deputies' as const), id: anyId, deputyIds: fc.array(anyId, { maxLength: 3 }) }),
  fc.record({ act: fc.constant('extension' as const), id: anyId, extension: fc.constantFrom('', '8011', '8012') }),
  fc.record({ act: fc.constantFrom('remove' as const, 'restore' as const), id: anyId }),
);

function done(people: People, step: Step): People {
  const rev = people.staff.find(({ id }) => id === step.id)?.rev ?? 0;
  let next = people;
  refused(() => {
    const { changes } =
      step.act === 'deputies'
        ? changeStaff(at(people), step.id, { rev, deputyIds: step.deputyIds })
        : step.act === 'extension'
          ? changeStaff(at(people), step.id, { rev, extension: step.extension })
          : step.act === 'remove'
            ? removeStaff(at(people), step.id)
            : restoreStaff(at(people), step.id);
    next = kept(people, changes);
  });
  return next;
}

/** Whether the deputies of those who are here lead from somebody back to him. */
function hasLoop(staff: readonly StaffMember[]): boolean {
  const here = new Map(staff.filter(({ removedAt }) => removedAt === null).map((one) => [one.id, one]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (here.get(from)?.deputyIds ?? []).some((id) => {
      if (id === goal) return true;
      if (seen.has(id) || !here.has(id)) return false;
      seen.add(id);
      return reaches(id, goal, seen);
    });
  return [...here.keys()].some((id) => reaches(id, id, new Set()));
}

describe('whatever is edited in whatever order', () => {
  test('nobody of those who are here is sent in a circle of deputies, and no extension is given twice in an office', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const people = steps.reduce(done, garden());
        expect(hasLoop(people.staff)).toBe(false);
        const extensions = people.staff.filter(({ removedAt, extension }) => removedAt === null && extension !== '').map(({ unitId, extension }) => `${unitId} ${extension}`);
        expect(new Set(extensions).size).toBe(extensions.length);
        for (const one of people.staff) for (const id of one.deputyIds) expect(people.staff.find((other) => other.id === id)?.unitId).toBe(one.unitId);
      }),
      { numRuns: 500 },
    );
  });

  test('of two who edit from the same revision the second is told, and nothing of the first is lost', () => {
    const aPatch = fc.record({ title: fc.constantFrom('主管', '水电工', '班长'), extension: fc.constantFrom('8011', '8012', '') }, { requiredKeys: [] });
    fc.assert(
      fc.property(aPatch, aPatch, (first, second) => {
        const people = garden();
        const once = changeStaff(at(people), 'a', { rev: 0, ...first });
        const then = kept(people, once.changes);
        const wasChanged = once.row.rev === 1;
        const answer = refused(() => changeStaff(at(then), 'a', { rev: 0, ...second }));
        expect(answer).toEqual(wasChanged ? { '': 'conflict' } : null);
        expect(then.staff.find(({ id }) => id === 'a')).toEqual(once.row);
      }),
    );
  });
});

describe('deputies', () => {
  const set = (people: People, id: string, deputyIds: string[]): People => kept(people, changeStaff(at(people), id, { rev: people.staff.find((one) => one.id === id)?.rev ?? 0, deputyIds }).changes);
  const reasons = (people: People, id: string, deputyIds: string[]) => refused(() => set(people, id, deputyIds));

  test('two who stand in for each other are refused, also round several corners, and the reason names the way', () => {
    const chain = set(set(garden(), 'a', ['b']), 'b', ['c']);
    expect(reasons(chain, 'b', ['a'])).toEqual({ 'deputyIds.0': 'loop: name b → name a → name b' });
    expect(reasons(chain, 'c', ['d', 'a'])).toEqual({ 'deputyIds.1': 'loop: name c → name a → name b → name c' });
    expect(reasons(chain, 'd', ['a', 'b'])).toBeNull();
  });

  test('oneself, a stranger, somebody of another office, somebody who has left and the same one twice are refused', () => {
    const people = kept(garden(), removeStaff(at(garden()), 'e').changes);
    expect(reasons(people, 'a', ['a', 'nobody', 'z', 'e', 'b', 'b'])).toEqual({
      'deputyIds.0': 'himself',
      'deputyIds.1': 'unknown',
      'deputyIds.2': 'other-office: name z',
      'deputyIds.3': 'gone: name e',
      'deputyIds.5': 'twice: name b',
    });
  });
});

describe('an extension', () => {
  test('is refused with who has it, in this office only, and free again when he leaves', () => {
    const people = kept(garden(), changeStaff(at(garden()), 'a', { rev: 0, extension: '8011' }).changes);
    expect(refused(() => changeStaff(at(people), 'b', { rev: 0, extension: '8011' }))).toEqual({ extension: 'taken: name a' });
    expect(changeStaff(at(people), 'z', { rev: 0, extension: '8011' }).row.extension).toBe('8011');
    const left = kept(people, removeStaff(at(people), 'a').changes);
    const given = kept(left, changeStaff(at(left), 'b', { rev: 0, extension: '8011' }).changes);
    expect(refused(() => restoreStaff(at(given), 'a'))).toEqual({ extension: 'taken: name b' });
    expect(restoreStaff(at(given), 'a', '8019').row).toMatchObject({ extension: '8019', removedAt: null });
  });

  test('is read in full-width digits too, and is nothing else than digits', () => {
    expect(staffPatch.parse({ rev: 0, extension: ' ８０１２ ' }).extension).toBe('8012');
    expect(staffPatch.safeParse({ rev: 0, extension: '转8012' }).success).toBe(false);
  });
});

describe('private numbers', () => {
  const numbers = (patch: StaffPatch['privateNumbers'], before: string[] = []) => changeStaff(at(garden([{ ...member('a'), privateNumbers: before }])), 'a', { rev: 0, privateNumbers: patch });

  test('are kept as E.164 by the office’s country; what is none is refused with the reason', () => {
    expect(numbers([{ number: '136 0000 1102' }, { number: '０７５５－８６００１２３４' }, { number: '+85291234567' }]).row.privateNumbers).toEqual(['+8613600001102', '+8675586001234', '+85291234567']);
    expect(refused(() => numbers([{ number: '136' }, { number: '匿名' }, { number: '张伟的手机' }]))).toEqual({ 'privateNumbers.0': 'no-number: not-a-number', 'privateNumbers.1': 'withheld', 'privateNumbers.2': 'no-number: words' });
  });

  test('an editor who sees them masked keeps, drops and adds by their places', () => {
    expect(numbers([{ keep: 1 }, { number: '13600001102' }], ['+8613911112222', '+8613933334444']).row.privateNumbers).toEqual(['+8613933334444', '+8613600001102']);
    expect(refused(() => numbers([{ keep: 2 }], ['+8613911112222']))).toEqual({ 'privateNumbers.0': 'unknown' });
  });

  test('stand on the audit log masked only', () => {
    const { changes } = numbers([{ number: '13600001102' }], ['+8613911112222']);
    expect(changes.audit).toEqual([expect.objectContaining({ act: 'changed', before: { privateNumbers: ['139****2222'] }, after: { privateNumbers: ['136****1102'] } })]);
    expect(JSON.stringify(changes.audit)).not.toMatch(/1360000|1391111/);
  });

  test('a mask hides at least four digits and never shows the number', () => {
    expect(['+8613600001102', '+8675586001234', '+85291234567', '+12025550143'].map(maskNumber)).toEqual(['136****1102', '0755****1234', '+852 91****67', '+1 202****143']);
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 999_999_999_999_999 }).map((digits) => `+${digits}`),
        (number) => {
          const masked = maskNumber(number);
          expect(masked).toContain('****');
          expect(number.replace(/\D/g, '').length - masked.replace(/\D/g, '').length).toBeGreaterThanOrEqual(3);
        },
      ),
    );
  });
});

test('an edit writes what differs and nothing else; one that changes nothing writes nothing', () => {
  const people = garden();
  const { row, changes } = changeStaff(at(people), 'a', { rev: 0, title: '主管', department: '工程' });
  expect(row.rev).toBe(1);
  expect(changes.audit).toEqual([{ at: 1000, by, unitId: 'garden', act: 'changed', subject: { kind: 'staff', id: 'a', name: 'name a' }, before: { title: '' }, after: { title: '主管' }, reason: '' }]);
  expect(changeStaff(at(people), 'a', { rev: 0, title: '' }).changes).toEqual({});
});

test('somebody new stands on the log with what was filled in', () => {
  const { changes } = createStaff(at(garden()), 'new', { unitId: 'garden', name: '刘洋', extension: '8013', deputyIds: ['a'] });
  expect(changes.audit?.[0]).toMatchObject({ act: 'created', before: null, after: { name: '刘洋', extension: '8013', deputies: ['name a'] } });
});

test('overlapping hours are refused, past midnight and into Monday too', () => {
  const span = (weekday: number, fromMinute: number, toMinute: number) => ({ weekday, fromMinute, toMinute });
  const reasons = (...spans: ReturnType<typeof span>[]) => refused(() => changeStaff(at(garden()), 'a', { rev: 0, hours: { kind: 'weekly', spans } }));
  expect(reasons(span(1, 540, 720), span(1, 840, 1080), span(1, 720, 840))).toBeNull();
  expect(reasons(span(1, 540, 720), span(1, 660, 1080))).toEqual({ 'hours.spans.1': 'overlap' });
  expect(reasons(span(1, 0, 60), span(7, 1320, 120))).toEqual({ 'hours.spans.1': 'overlap' });
  expect(reasons(span(2, 540, 540))).toEqual({ 'hours.spans.0': 'empty-span' });
  expect(readFault('overlap')).toEqual({ code: 'overlap', detail: '' });
});
