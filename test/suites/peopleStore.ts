import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewAuditEntry } from '../../server/contract/audit.ts';
import type { PeopleStore } from '../../server/people/ports.ts';
import { aLine, aStaffMember, aUnit, aUser, anId } from './records.ts';

/** What every PeopleStore must do. `open` gives an empty store. */
export function describePeopleStore(name: string, open: () => Promise<{ people: PeopleStore; close(): Promise<void> }>): void {
  describe(`${name}: the records of people`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    test('an empty store has nobody', async () => {
      expect(await store.people.loadPeople()).toEqual({ units: [], lines: [], staff: [], users: [] });
      await store.people.savePeople({});
      expect(await store.people.loadPeople()).toEqual({ units: [], lines: [], staff: [], users: [] });
    });

    test('everybody comes back as saved; the same id in another list is another record', async () => {
      const people = {
        units: [aUnit({ id: 'u1', nameEn: 'Sunshine Garden' }), aUnit({ id: 'u2' })],
        lines: [aLine({ id: 'u1', byoc: 'BY1', hours: { kind: 'weekly', spans: [{ weekday: 1, fromMinute: 540, toMinute: 1080 }] } })],
        staff: [aStaffMember({ id: 's1', absence: null }), aStaffMember({ id: 's2' })],
        users: [aUser({ id: 'u1' })],
      };
      await store.people.savePeople(people);
      expect(await store.people.loadPeople()).toEqual(people);
    });

    test('a saved record replaces the one of its id and leaves all others', async () => {
      const before = await store.people.loadPeople();
      const moved = aUser({ id: 'u1', version: 1, presence: 'available', presenceSince: 5 });
      await store.people.savePeople({ users: [aUser({ id: 'u1', name: 'first' }), moved] });
      expect(await store.people.loadPeople()).toEqual({ ...before, users: [moved] });
    });

    test('of two who change the same record in the same moment one is told, and nothing of the loser is written', async () => {
      const member = aStaffMember({ id: anId('staff') });
      expect(await store.people.savePeople({ staff: [member] })).toBe('saved');
      const other = aStaffMember({ id: anId('staff') });
      const edits = ['8101', '8102', '8103'].map((extension) => ({ ...member, version: 1, extension }));
      const answers = await Promise.all(edits.map((edit) => store.people.savePeople({ staff: [edit], units: [aUnit({ id: `of ${other.id} ${edit.extension}` })] })));
      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      const winner = edits[answers.indexOf('saved')];
      const found = await store.people.findPeople({ staff: [member.id], units: edits.map(({ extension }) => `of ${other.id} ${extension}`) });
      expect(found.staff).toEqual([winner]);
      expect(found.units.map(({ id }) => id)).toEqual([`of ${other.id} ${winner?.extension}`]);
      // Made of the row as it stands now, it is written.
      expect(await store.people.savePeople({ staff: [{ ...member, version: 2, extension: '8104' }] })).toBe('saved');
      expect(await store.people.savePeople({ staff: [member] })).toBe('conflict');
    });

    test('a whole company is saved at once', async () => {
      const staff = Array.from({ length: 1000 }, (_, index) => aStaffMember({ id: `estate${String(index).padStart(4, '0')}` }));
      await store.people.savePeople({ staff });
      expect((await store.people.loadPeople()).staff.filter(({ id }) => id.startsWith('estate'))).toEqual(staff);
    });

    test('rows are found by their ids; unknown ids are left out', async () => {
      const [one, two] = [aStaffMember({ id: anId('staff') }), aUnit({ id: anId('unit') })];
      await store.people.savePeople({ staff: [one], units: [two] });
      expect(await store.people.findPeople({ staff: [one.id, 'nobody'], units: [two.id] })).toEqual({ units: [two], lines: [], staff: [one], users: [] });
      expect(await store.people.findPeople({})).toEqual({ units: [], lines: [], staff: [], users: [] });
    });

    test('the audit log keeps every entry with its rows, tells the newest first, page by page, of the offices asked for', async () => {
      const unitId = anId('unit');
      const entry = (id: string, of: string | null, reason: string): NewAuditEntry => ({ at: 1_700_000_000_000, by: { id: 'admin', name: '赵敏' }, unitId: of, act: 'changed', subject: { kind: 'staff', id, name: '张伟' }, before: { extension: '8012' }, after: { extension: '8013' }, reason });
      const [first, second, third] = [entry('a', unitId, '换了座位'), entry('b', unitId, "'; drop table audit; -- \u0000 🏠"), entry('a', null, '')];
      await store.people.savePeople({ staff: [aStaffMember({ id: 'a' })], audit: [first, second] });
      await store.people.savePeople({ audit: [third] });
      const page = await store.people.listAudit({ unitIds: [unitId], limit: 1 });
      expect(page.items).toEqual([{ ...second, id: expect.any(Number) }]);
      expect((await store.people.listAudit({ unitIds: [unitId], limit: 1, cursor: page.next })).items).toEqual([{ ...first, id: expect.any(Number) }]);
      expect((await store.people.listAudit({ unitIds: null, kind: 'staff', subjectId: 'a', limit: 9 })).items.map(({ unitId: of }) => of)).toEqual([null, unitId]);
      expect(await store.people.listAudit({ unitIds: [], limit: 9 })).toEqual({ items: [] });
      await expect(store.people.listAudit({ unitIds: null, limit: 9, cursor: 'x' })).rejects.toMatchObject({ code: 'bad_input' });
    });

    test('a session is found by its hash until it is deleted', async () => {
      const session = { tokenHash: anId('hash'), userId: 'agent', createdAt: 1_700_000_000_000, expiresAt: 1_700_000_100_000 };
      expect(await store.people.findSession(session.tokenHash)).toBeNull();
      await store.people.saveSession(session);
      expect(await store.people.findSession(session.tokenHash)).toEqual(session);
      await store.people.saveSession({ ...session, expiresAt: 1_700_000_200_000 });
      expect(await store.people.findSession(session.tokenHash)).toEqual({ ...session, expiresAt: 1_700_000_200_000 });
      await store.people.deleteSession(session.tokenHash);
      await store.people.deleteSession(session.tokenHash);
      expect(await store.people.findSession(session.tokenHash)).toBeNull();
    });

    test('expired sessions are deleted and counted; one that expires this moment is expired', async () => {
      const hashes = [10, 20, 30].map((expiresAt) => ({ tokenHash: anId('hash'), userId: 'agent', createdAt: 0, expiresAt }));
      for (const session of hashes) await store.people.saveSession(session);
      expect(await store.people.deleteExpiredSessions(20)).toBe(2);
      expect(await store.people.deleteExpiredSessions(20)).toBe(0);
      expect(await Promise.all(hashes.map(({ tokenHash }) => store.people.findSession(tokenHash)))).toEqual([null, null, hashes[2]]);
    });

    test('of several who keep a setting for the first time at once, and of whoever comes later, each is given the one value that stands', async () => {
      const setting = anId('kept');
      const kept = await Promise.all(Array.from({ length: 12 }, (_, at) => store.people.keepSetting(setting, `value ${at}`)));
      expect(new Set(kept).size).toBe(1);
      expect(await store.people.keepSetting(setting, 'later')).toBe(kept[0]);
      expect(await store.people.getSetting(setting)).toBe(kept[0]);
      await store.people.putSetting(setting, null);
      expect(await store.people.keepSetting(setting, 'anew')).toBe('anew');
    });

    test('a setting holds one value until it is taken away', async () => {
      const setting = anId('setting');
      expect(await store.people.getSetting(setting)).toBeNull();
      await store.people.putSetting(setting, 'one');
      await store.people.putSetting(setting, '二');
      expect(await store.people.getSetting(setting)).toBe('二');
      await store.people.putSetting(setting, null);
      await store.people.putSetting(setting, null);
      expect(await store.people.getSetting(setting)).toBeNull();
    });
  });
}
