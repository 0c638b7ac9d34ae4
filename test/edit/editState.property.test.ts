import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedOf, clashesOf, keepMine, nothingWritten, takeTheirs, valuesOf, write } from '../../client/src/edit/editState.ts';
import type { EditState } from '../../client/src/edit/editState.ts';

interface Form {
  name: string;
  extension: string;
  languages: string[];
}
const form = (over: Partial<Form> = {}): Form => ({ name: '张伟', extension: '8012', languages: [], ...over });
const anyForm: fc.Arbitrary<Form> = fc.record({ name: fc.constantFrom('张伟', '章伟'), extension: fc.constantFrom('8012', '8013', '8014'), languages: fc.constantFrom([], ['en']) });
const anyWriting = fc.constantFrom<[keyof Form, Form[keyof Form]]>(['name', '章伟'], ['extension', '8013'], ['extension', '8014'], ['languages', ['en']], ['languages', []]);
const written = (stored: Form, writings: [keyof Form, Form[keyof Form]][]): EditState<Form> => writings.reduce<EditState<Form>>((state, [field, value]) => write(state, stored, field, value), nothingWritten);

test('what others write shows through where this hand wrote nothing, and never replaces what it wrote', () => {
  fc.assert(
    fc.property(anyForm, anyForm, fc.array(anyWriting), (before, after, writings) => {
      const state = written(before, writings);
      const values = valuesOf(state, after);
      for (const field of ['name', 'extension', 'languages'] as const) expect(values[field]).toEqual(writings.findLast(([one]) => one === field)?.[1] ?? after[field]);
    }),
  );
});

test('nothing of another person is overwritten without being seen: a field that both changed clashes until it is settled', () => {
  fc.assert(
    fc.property(anyForm, anyForm, fc.array(anyWriting), (before, after, writings) => {
      let state = written(before, writings);
      for (const [field, value] of Object.entries(changedOf(state, after)) as [keyof Form, unknown][]) {
        const theyChanged = JSON.stringify(before[field]) !== JSON.stringify(after[field]);
        expect(clashesOf(state, after).includes(field)).toBe(theyChanged && JSON.stringify(value) !== JSON.stringify(after[field]));
      }
      for (const [at, field] of clashesOf(state, after).entries()) state = at % 2 === 0 ? keepMine(state, after, field) : takeTheirs(state, field);
      expect(clashesOf(state, after)).toEqual([]);
    }),
  );
});

test('the same word from both hands is no clash, and nothing to send', () => {
  const state = written(form(), [['extension', '8013']]);
  expect(clashesOf(state, form({ extension: '8013' }))).toEqual([]);
  expect(changedOf(state, form({ extension: '8013' }))).toEqual({});
  expect(changedOf(state, form())).toEqual({ extension: '8013' });
});

test('after mine was kept, a third writing clashes again', () => {
  const state = keepMine(written(form(), [['extension', '8013']]), form({ extension: '8014' }), 'extension');
  expect(clashesOf(state, form({ extension: '8014' }))).toEqual([]);
  expect(clashesOf(state, form({ extension: '8015' }))).toEqual(['extension']);
});
