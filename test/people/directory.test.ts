import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPeople } from '../../server/people/demo.ts';
import { openDirectory, type Directory } from '../../server/people/directory.ts';
import type { StaffMember } from '../../server/people/people.ts';
import type { Store } from '../../server/store/openStore.ts';
import { removeTemporaryFolders } from '../store/support/folders.ts';
import { openRecords } from './support/sqliteRecords.ts';

let store: Store;
let directory: Directory;
beforeAll(async () => {
  store = await openRecords();
  directory = await openDirectory(store.people);
  await directory.save(await demoPeople((password) => Promise.resolve(`hash of ${password}`), 1000));
});
afterAll(async () => {
  await store.close();
  removeTemporaryFolders();
});

const found = (text: string, unitIds: string[] | null = ['sunshine']) => directory.findStaff(text, unitIds).map((match) => match.staff.name);

describe('the line that was dialled', () => {
  test.each(['+8675586001234', '8675586001234', '075586001234', '0755 8600 1234', '0086 755 8600 1234', 'sip:+8675586001234@trunk.example.com;user=phone', 'sip:86001234@10.0.0.1', '86001234', '+8675586001234'])('is known as %j', (raw) => {
    expect(directory.lineByNumber(raw)?.id).toBe('sunshine-main');
  });

  test.each(['+85230080123', '30080123', '85230080123', '0085230080123'])('at Harbour View as %j', (raw) => {
    expect(directory.lineByNumber(raw)?.id).toBe('harbour-main');
  });

  test.each(['+8675586001239', '+14155550100', '', '1234', '001234', 'anonymous', '+86001234', 'sip:@', '6001'])('is none for %j', (raw) => {
    expect(directory.lineByNumber(raw)).toBeNull();
  });
});

describe('a colleague looks somebody up', () => {
  test.each([
    ['张伟', '张伟'],
    ['張偉', '张伟'],
    ['伟', '张伟'],
    ['zhangwei', '张伟'],
    ['zhang wei', '张伟'],
    ['Zhang Wei', '张伟'],
    ['zw', '张伟'],
    ['zhangw', '张伟'],
    ['zhwei', '张伟'],
    ['8012', '张伟'],
    ['8012', '张伟'],
    ['工程部主管', '张伟'],
    ['工程 张', '张伟'],
    ['oyx', '欧阳雪'],
    ['ouyang', '欧阳雪'],
    ['shanmei', '单梅'],
    ['danmei', '单梅'],
  ])('%j finds %s first', (text, name) => {
    expect(found(text)[0]).toBe(name);
  });

  test('a department finds everybody in it', () => {
    expect(found('工程').sort()).toEqual(['刘洋', '周强', '张伟', '黄国华'].sort());
    expect(found('engineering')).toHaveLength(4);
    expect(found('主管')).toContain('王芳');
  });

  test('English names are found by each of their words', () => {
    for (const text of ['emily', 'carter', 'Emily Carter', 'carter emily', 'emi']) expect(found(text, ['harbour'])).toEqual(['Emily Carter']);
  });

  test('the beginning of an extension finds all who have it', () => {
    expect(found('801')).toEqual(['王芳', '张伟', '刘洋', '周强', '黄国华']);
  });

  test('only in the offices that were asked for; null means all', () => {
    expect(found('emily')).toEqual([]);
    expect(found('emily', null)).toEqual(['Emily Carter']);
    expect(found('emily', ['sunshine', 'harbour', 'harbour'])).toEqual(['Emily Carter']);
    expect(found('emily', [])).toEqual([]);
  });

  test('an empty text lists the office, or nobody without an office', () => {
    expect(found('', ['harbour'])).toHaveLength(6);
    expect(found('  ', null)).toEqual([]);
  });

  test.each(['不存在', 'xyz', '9', '厨房', '(', '*', '\ud800', 'z'.repeat(5000)])('%j finds nobody', (text) => {
    expect(found(text, null)).toEqual([]);
  });
});

describe('everybody in memory, written through', () => {
  test('units, users and staff by id, users also by name in any case', () => {
    expect(directory.unit('sunshine')?.name).toBe('阳光花园管理处');
    expect(directory.user('agent')?.passwordHash).toBe('hash of practice');
    expect(directory.userByName('SuperVisor')?.id).toBe('supervisor');
    expect(directory.staff('zhangwei')?.extension).toBe('8012');
    expect([directory.unit('x'), directory.user('x'), directory.userByName('x'), directory.staff('x')]).toEqual([null, null, null, null]);
  });

  test('a view tells who is away and when back, and never a private number', () => {
    const member = directory.staff('zhangwei') as StaffMember;
    const view = directory.view(member, Date.UTC(2026, 9, 14, 2));
    expect(view).toEqual({ id: 'zhangwei', name: '张伟', department: '工程', title: '工程部主管', extension: '8012', unitId: 'sunshine', away: true, backAt: Date.UTC(2026, 9, 15, 1), why: 'other', languages: [], deputyIds: ['liuyang'] });
  });

  test('what was saved is there after a restart, and listeners hear of it once it is', async () => {
    let heard = 0;
    const stop = directory.onChange(() => (heard += 1));
    const member: StaffMember = { ...(directory.staff('liuyang') as StaffMember), extension: '8099' };
    await directory.save({ staff: [member] });
    expect(heard).toBe(1);
    stop();
    expect(found('8099')).toEqual(['刘洋']);
    expect(found('8013')).toEqual([]);
    const again = await openDirectory(store.people);
    expect(again.staff('liuyang')).toEqual({ ...member, version: 2 });
    expect(again.all().lines).toEqual(expect.arrayContaining(directory.all().lines));
    await directory.save({ staff: [{ ...member, extension: '8013' }] });
    expect(heard).toBe(1);
  });

  test('a user who is renamed is no longer found by the old name', async () => {
    const user = directory.user('agent2');
    if (!user) throw new Error('no agent2');
    await directory.save({ users: [{ ...user, username: 'other' }] });
    expect(directory.userByName('agent2')).toBeNull();
    expect(directory.userByName('other')?.id).toBe('agent2');
    await directory.save({ users: [user] });
  });

  test('changes made of rows at the same time are all kept', async () => {
    const count = 20;
    await Promise.all(
      Array.from({ length: count }, (_, at) =>
        directory.amend(() => {
          const unit = directory.unit('harbour');
          return unit ? { units: [{ ...unit, aliases: [...unit.aliases, `alias ${at}`] }] } : {};
        }),
      ),
    );
    expect(directory.unit('harbour')?.aliases.filter((alias) => alias.startsWith('alias '))).toHaveLength(count);
  });

  test('a save that fails changes nothing in memory and does not stop the next', async () => {
    let broken = true;
    const flaky = await openDirectory({
      ...store.people,
      savePeople: (changes) => (broken ? Promise.reject(new Error('disk full')) : store.people.savePeople(changes)),
    });
    const member = flaky.staff('malong') as StaffMember;
    const first = flaky.save({ staff: [{ ...member, name: '别人' }] });
    await expect(first).rejects.toThrow('disk full');
    expect(flaky.staff('malong')?.name).toBe('马龙');
    broken = false;
    await flaky.save({ staff: [member] });
  });
});
