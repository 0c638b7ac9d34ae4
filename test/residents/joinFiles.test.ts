import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resident as residentSchema } from '../../server/contract/resident.ts';
import type { Resident } from '../../server/contract/resident.ts';
import { joinFiles, separateFiles } from '../../server/residents/joinFiles.ts';
import { usualResident } from '../../server/residents/resident.ts';

const text = fc.constantFrom('', 'a', 'b', '电梯坏了要轮椅', 'x\ny', 'a\nb');
const number = fc.record({ e164: fc.constantFrom('+861', '+862', '+863', '+864'), label: fc.constantFrom('', '手机'), since: fc.integer({ min: 0, max: 3 }), source: fc.constantFrom('call' as const, 'desk' as const) });
const consent = fc.record({ kind: fc.constantFrom('file' as const, 'contact' as const), given: fc.boolean(), at: fc.integer({ min: 0, max: 2 }), source: fc.constantFrom('', '电话') });
const file = (id: string): fc.Arbitrary<Resident> =>
  fc
    .record({
      ref: fc.constantFrom(null, 'A-1', 'A-2'),
      name: fc.constantFrom('刘敏', '刘女士'),
      title: fc.constantFrom('', '女士'),
      occupancy: fc.constantFrom('owner' as const, 'tenant' as const, 'family' as const),
      property: fc.record({ building: fc.constantFrom('', '3'), unit: fc.constantFrom('', '1'), room: fc.constantFrom('', '1502'), area: fc.constantFrom(null, 88), layout: fc.constantFrom('', '两室一厅') }),
      address: fc.constantFrom('', '3栋1502'),
      numbers: fc.uniqueArray(number, { maxLength: 4, selector: ({ e164 }) => e164 }),
      household: fc.constantFrom(null, 0, 3),
      occupiedFrom: fc.constantFrom(null, '2020-01-01'),
      serviceNeeds: text,
      notes: text,
      consents: fc.array(consent, { maxLength: 3 }),
      sources: fc.array(fc.record({ kind: fc.constantFrom('call' as const, 'desk' as const), at: fc.integer({ min: 0, max: 2 }), note: fc.constantFrom('', 'x') }), { maxLength: 3 }),
    })
    .map((parts) => ({ ...usualResident, ...parts, id, unitId: 'u' }));

/** As the records give it back. */
const stored = (one: Resident): Resident => residentSchema.parse(JSON.parse(JSON.stringify(one)));

describe('two files of one person', () => {
  test('joined and separated again they are as they were, also when the records were between', () => {
    fc.assert(
      fc.property(file('a'), file('b'), (a, b) => {
        const joined = joinFiles(a, b, 9);
        const back = separateFiles(stored(joined.into), stored(joined.from), []);
        expect([back.into, back.from]).toEqual([a, b]);
      }),
    );
  });

  test('nothing of either is lost', () => {
    fc.assert(
      fc.property(file('a'), file('b'), (a, b) => {
        const { into, from } = joinFiles(a, b, 9);
        for (const { e164 } of [...a.numbers, ...b.numbers]) expect(into.numbers.filter((one) => one.e164 === e164)).toHaveLength(1);
        for (const one of [...a.consents, ...b.consents]) expect(into.consents).toContainEqual(one);
        for (const one of [...a.sources, ...b.sources]) expect(into.sources).toContainEqual(one);
        for (const part of ['notes', 'serviceNeeds'] as const) for (const words of [a[part], b[part]]) expect(into[part]).toContain(words);
        for (const part of ['ref', 'title', 'address', 'household'] as const) if (a[part] !== null && a[part] !== '') expect(into[part]).toBe(a[part]);
        expect(from).toEqual({ ...b, removedAt: 9, mergedInto: 'a' });
        expect(residentSchema.safeParse(into)).toMatchObject({ success: true });
      }),
    );
  });

  test('of three, one taken out leaves what the other two would be without it', () => {
    fc.assert(
      fc.property(file('a'), file('b'), file('c'), (a, b, c) => {
        const first = joinFiles(a, b, 8);
        const both = joinFiles(first.into, c, 9);
        expect(separateFiles(both.into, first.from, [both.from]).into).toEqual(joinFiles(a, { ...c }, 9).into);
        expect(separateFiles(both.into, both.from, [first.from]).into).toEqual(first.into);
      }),
    );
  });

  test('what was written after the merge stays when it is undone', () => {
    fc.assert(
      fc.property(file('a'), file('b'), (a, b) => {
        const { into, from } = joinFiles(a, b, 9);
        const added = { e164: '+869', label: '', since: 10, source: 'call' as const };
        const later: Resident = { ...into, name: '刘小敏', numbers: [...into.numbers, added], notes: `${into.notes}\n后来写的` };
        const back = separateFiles(later, from, []).into;
        expect(back.name).toBe('刘小敏');
        expect(back.numbers).toEqual([...a.numbers, added]);
        expect(back.notes.endsWith('\n后来写的')).toBe(true);
        expect(back.merged).toEqual([]);
      }),
    );
  });
});
