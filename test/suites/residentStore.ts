import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NewAuditEntry } from '../../server/contract/audit.ts';
import type { Resident } from '../../server/contract/resident.ts';
import type { PeopleStore } from '../../server/people/ports.ts';
import { readPlace } from '../../server/residents/place.ts';
import type { ResidentStore } from '../../server/residents/ports.ts';
import { usualResident } from '../../server/residents/resident.ts';
import { anId } from './records.ts';

const since = Date.UTC(2025, 2, 3, 4, 0, 0);

/** A whole valid file; tests say only what matters to them. */
export function aFile(over: Partial<Omit<Resident, 'numbers'>> & { id: string; numbers?: string[] }): Resident {
  const { numbers = [], ...rest } = over;
  const place = readPlace(rest.address ?? '');
  return {
    ...usualResident,
    unitId: 'unit1',
    name: '李雷',
    createdAt: since,
    numbers: numbers.map((e164) => ({ e164, label: '', since, source: 'registration' })),
    ...(place && { property: { ...usualResident.property, ...place } }),
    ...rest,
  };
}

/** What every ResidentStore must do. `open` gives a store; tests use offices of their own. */
export function describeResidentStore(name: string, open: () => Promise<{ residents: ResidentStore; people: PeopleStore; close(): Promise<void> }>): void {
  describe(`${name}: the files of residents`, () => {
    let store: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const names = async (unitId: string, text: string, building?: string): Promise<string[]> => (await store.residents.searchResidents({ unitIds: [unitId], text, building, limit: 200 })).items.map((one) => one.name);

    test('a file comes back as saved, whatever stands in it', async () => {
      const odd = aFile({
        id: anId('r'),
        ref: "O'Brien; drop table residents; --",
        name: '阿卜杜热西提·买买提依明 \u0000 🏠 % _ \\',
        address: '3栋1单元1502',
        numbers: ['+8613800138001', '+85298765432'],
        notes: '电梯坏了要轮椅\n"引号"',
        consents: [{ kind: 'recording', given: false, at: since, source: '电话' }],
        sources: [{ kind: 'call', at: since, note: '' }],
        household: 4,
        occupiedFrom: '2021-03-01',
      });
      expect(await store.residents.saveResidents([odd], [])).toBe('saved');
      expect(await store.residents.loadResident(odd.id)).toEqual(odd);
      expect(await store.residents.loadResident('nobody')).toBeNull();
      expect(await store.residents.loadResidents(['nobody', odd.id])).toEqual([odd]);
    });

    test('a number finds everybody who has it, in any office, and nobody who was removed', async () => {
      const number = '+8613911110001';
      const [a, b, gone] = [aFile({ id: anId('r'), numbers: [number] }), aFile({ id: anId('r'), unitId: 'elsewhere', numbers: ['+8613911110002', number] }), aFile({ id: anId('r'), numbers: [number], removedAt: since })];
      await store.residents.saveResidents([gone, b, a], []);
      expect(await store.residents.residentsByNumber(number)).toEqual([a, b]);
      expect(await store.residents.residentsByNumber(number, 1)).toEqual([a]);
      expect(await store.residents.residentsByNumber('+861391111')).toEqual([]);
    });

    test('numbers that are taken off a file, or whose file is removed, are matched no more; put back they are', async () => {
      const file = aFile({ id: anId('r'), numbers: ['+8613911110011', '+8613911110012'] });
      await store.residents.saveResidents([file], []);
      const fewer = { ...file, rev: 1, numbers: file.numbers.slice(1) };
      await store.residents.saveResidents([fewer], []);
      expect(await store.residents.residentsByNumber('+8613911110011')).toEqual([]);
      await store.residents.saveResidents([{ ...fewer, rev: 2, removedAt: since }], []);
      expect(await store.residents.residentsByNumber('+8613911110012')).toEqual([]);
      const back = { ...fewer, rev: 3 };
      await store.residents.saveResidents([back], []);
      expect(await store.residents.residentsByNumber('+8613911110012')).toEqual([back]);
    });

    test('who edits what another has edited meanwhile writes nothing, neither files nor the log', async () => {
      const [one, other] = [aFile({ id: anId('r') }), aFile({ id: anId('r') })];
      const entry: NewAuditEntry = { at: since, by: null, unitId: 'unit1', act: 'changed', subject: { kind: 'resident', id: one.id, name: one.name }, before: null, after: null, reason: '' };
      await store.residents.saveResidents([one, other], []);
      expect(await store.residents.saveResidents([{ ...one, rev: 1, notes: 'first' }], [entry])).toBe('saved');
      expect(await store.residents.saveResidents([{ ...other, rev: 1 }, { ...one, rev: 1, notes: 'second' }], [entry])).toBe('conflict');
      expect(await store.residents.saveResidents([{ ...one, rev: 3, notes: 'third' }], [entry])).toBe('conflict');
      expect(await store.residents.saveResidents([{ ...one, notes: 'made again' }], [entry])).toBe('conflict');
      expect(await store.residents.loadResidents([one.id, other.id])).toEqual([{ ...one, rev: 1, notes: 'first' }, other]);
      expect((await store.people.listAudit({ unitIds: null, kind: 'resident', subjectId: one.id, limit: 10 })).items).toHaveLength(1);
    });

    test('an office is searched by name, sound, initials, parts of a number, room, address and its own file number', async () => {
      const unitId = anId('unit');
      const files = [
        aFile({ id: anId('r'), unitId, name: '刘敏', title: '女士', address: '3栋1单元1502', numbers: ['+8613800138001'], ref: 'YH-0007' }),
        aFile({ id: anId('r'), unitId, name: '欧阳慧敏', address: '12栋2101', numbers: ['+8675526601302'] }),
        aFile({ id: anId('r'), unitId, name: '陳淑芬', title: '太太', address: 'Flat 8C, Tower 1', numbers: ['+85261230008'] }),
        aFile({ id: anId('r'), unitId, name: 'Sarah Thompson', title: 'Ms', address: '6栋1单元1801' }),
        aFile({ id: anId('r'), unitId, name: '便民超市', address: '裙楼商铺 S-11' }),
        aFile({ id: anId('r'), unitId, name: '刘走了', address: '3栋1单元1502', removedAt: since }),
      ];
      await store.residents.saveResidents(files, []);
      await store.residents.saveResidents([aFile({ id: anId('r'), unitId: anId('unit'), name: '刘敏', address: '3栋1单元1502' })], []);
      const asked: [string, string[]][] = [
        ['刘', ['刘敏']], ['刘女士', ['刘敏']], ['liumin', ['刘敏']], ['LM', ['刘敏']], ['ouyang', ['欧阳慧敏']], ['oyhm', ['欧阳慧敏']], ['huimin', ['欧阳慧敏']],
        ['陈淑芬', ['陳淑芬']], ['陳太太', ['陳淑芬']], ['thompson', ['Sarah Thompson']], ['sarah tho', ['Sarah Thompson']],
        ['138 0013 8001', ['刘敏']], ['+86 138-0013-8001', ['刘敏']], ['0013800', ['刘敏']], ['0755 2660', ['欧阳慧敏']], ['６１２３', ['陳淑芬']],
        ['3-1502', ['刘敏']], ['3-15', ['刘敏']], ['3栋1单元1502', ['刘敏']], ['三号楼1502室', ['刘敏']], ['3-1-1502', ['刘敏']], ['1502', ['刘敏']], ['3栋', ['刘敏']], ['12栋', ['欧阳慧敏']],
        ['flat 8c, tower 1', ['陳淑芬']], ['tower 1', ['陳淑芬']], ['s-11', ['便民超市']], ['裙楼', ['便民超市']], ['yh-0007', ['刘敏']], ['3栋 刘', ['刘敏']], ['刘 1801', []], ["%' or 1=1 --", []], ['%', []], ['\u0000x', []],
      ];
      for (const [text, found] of asked) expect({ text, found: await names(unitId, text) }).toEqual({ text, found });
      expect(await names(unitId, '', '3')).toEqual(['刘敏']);
      expect(await names(unitId, '', '3栋')).toEqual(['刘敏']);
      expect(await names(unitId, '')).toEqual(['陳淑芬', '刘敏', 'Sarah Thompson', '欧阳慧敏', '便民超市']);
      expect((await store.residents.searchResidents({ unitIds: [], text: '', limit: 5 })).items).toEqual([]);
      expect(await store.residents.buildings([unitId])).toEqual([['1', 'Tower 1'], ['3', '3'], ['6', '6'], ['12', '12']].map(([building, written]) => ({ unitId, building, written, residents: 1 })));
    });

    test('the list goes page by page in the order of rooms, without gaps or repetitions', async () => {
      const unitId = anId('unit');
      const files = Array.from({ length: 450 }, (_, at) => aFile({ id: anId('r'), unitId, name: `住户${at % 7}`, address: `${1 + (at % 15)}栋${101 + Math.floor(at / 15)}` }));
      await store.residents.saveResidents(files, []);
      const seen: Resident[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await store.residents.searchResidents({ unitIds: [unitId], text: '', limit: 101, cursor });
        seen.push(...page.items);
        if (page.next === undefined) break;
        cursor = page.next;
      }
      expect(seen.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort());
      const rooms = seen.map(({ property }) => Number(property.building) * 10_000 + Number(property.room));
      expect(rooms).toEqual([...rooms].sort((a, b) => a - b));
      await expect(store.residents.searchResidents({ unitIds: [unitId], text: '', limit: 1, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'bad_input' });
    });

    test('an import finds its files again by their number, else by place and name', async () => {
      const unitId = anId('unit');
      const [byRef, byPlace, gone] = [aFile({ id: anId('r'), unitId, ref: 'A-1', name: '甲', address: '1栋101' }), aFile({ id: anId('r'), unitId, name: '陳 乙', address: '1栋2单元102' }), aFile({ id: anId('r'), unitId, ref: 'A-2', removedAt: since })];
      await store.residents.saveResidents([byRef, byPlace, gone], []);
      const nowhere = { building: '', unit: '', room: '' };
      const found = await store.residents.findResidents(unitId, [
        { ref: 'A-1', name: 'renamed', property: nowhere },
        { ref: null, name: '陈乙', property: { building: '1栋', unit: '二单元', room: '102室' } },
        { ref: null, name: '甲', property: { building: '1', unit: '', room: '101' } },
        { ref: 'A-2', name: '', property: nowhere },
        { ref: 'A-9', name: '甲', property: { building: '1', unit: '', room: '101' } },
        { ref: null, name: '别人', property: { building: '1', unit: '2', room: '102' } },
      ]);
      expect(found.map((one) => one?.id ?? null)).toEqual([byRef.id, byPlace.id, byRef.id, null, null, null]);
      expect(await store.residents.findResidents(unitId, [])).toEqual([]);
    });

    test('a whole estate is saved at once, with its log', async () => {
      const unitId = anId('unit');
      const files = Array.from({ length: 3000 }, (_, at) => aFile({ id: anId('r'), unitId, ref: String(at), name: `业主${at}`, address: `${1 + (at % 30)}栋${1000 + at}`, numbers: [`+86137${String(unitId.length).padStart(2, '0')}${String(at).padStart(6, '0')}`] }));
      const audit = files.map(({ id, name: called }): NewAuditEntry => ({ at: since, by: null, unitId, act: 'imported', subject: { kind: 'resident', id, name: called }, before: null, after: null, reason: '' }));
      expect(await store.residents.saveResidents(files, audit)).toBe('saved');
      expect((await store.residents.findResidents(unitId, files.map(({ ref, property, name: called }) => ({ ref, property, name: called })))).map((one) => one?.id)).toEqual(files.map(({ id }) => id));
      expect((await store.people.listAudit({ unitIds: [unitId], limit: 200 })).items).toHaveLength(200);
    });

    test('files that share a number, or a room and a name, are told office by office', async () => {
      const [unitId, other] = [anId('unit'), anId('unit')];
      const shared = '+8613922220001';
      const [a, b, c, d, e] = [
        aFile({ id: anId('r'), unitId, name: '甲', numbers: [shared] }),
        aFile({ id: anId('r'), unitId, name: '乙', numbers: [shared] }),
        aFile({ id: anId('r'), unitId: other, name: '丙', numbers: [shared] }),
        aFile({ id: anId('r'), unitId, name: '丁', address: '1栋101' }),
        aFile({ id: anId('r'), unitId, name: '丁', address: '1栋101室' }),
      ];
      await store.residents.saveResidents([a, b, c, d, e, aFile({ id: anId('r'), unitId, name: '戊', address: '1栋101' })], []);
      expect((await store.residents.sharedBy([unitId], 'number', 100)).map(({ id, name: called }) => [id, called])).toEqual([[a.id, '甲'], [b.id, '乙']]);
      expect((await store.residents.sharedBy([unitId], 'room', 100)).map(({ id }) => id)).toEqual([d.id, e.id]);
      expect(await store.residents.sharedBy([other], 'number', 100)).toEqual([]);
      expect(await store.residents.sharedBy([], 'number', 100)).toEqual([]);
      expect((await store.residents.sharedBy([unitId], 'number', 1)).length).toBe(1);
    });
  });
}
