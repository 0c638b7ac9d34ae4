import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findDuplicates } from '../../server/residents/findDuplicates.ts';
import { similarNames } from '../../server/residents/similarNames.ts';

describe('names that may be one person’s', () => {
  test.each([
    ['陈志强', '陳志強', true],
    ['张伟', '章伟', true],
    ['陈先生', '陈志强', true],
    ['欧阳女士', '欧阳慧敏', true],
    ['陈生', '陈大文', true],
    ['刘敏女士', '刘敏', true],
    ['Sarah Thompson', 'Ms Sarah Tompson', true],
    ['sarah thompson', 'SARAH  THOMPSON', true],
    ['刘敏', '周强', false],
    ['孙福海', '孙志远', false],
    ['王海生', '王海', false],
    ['陈先生', '程志强', false],
    ['Michael Thompson', 'Sarah Thompson', false],
    ['Ann', 'Dan', false],
    ['', '', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect([similarNames(a, b), similarNames(b, a)]).toEqual([same, same]);
  });

  test('a name is similar to itself, whatever it is, and the order does not matter', () => {
    const name = fc.oneof(fc.string({ maxLength: 20, unit: 'binary' }), fc.string({ maxLength: 4, unit: fc.constantFrom(...'陈张王李欧阳伟敏强先生女士太') }));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(similarNames(a, b)).toBe(similarNames(b, a));
      }),
    );
  });
});

describe('files that may be one person', () => {
  const sketch = (id: string, name: string, shared: string) => ({ id, name, shared });

  test('same number and similar name, or same room and name; each pair once, the number is the reason that is told', () => {
    const byNumber = [sketch('b', '刘敏', 'u +861'), sketch('a', '刘敏', 'u +861'), sketch('c', '周强', 'u +861'), sketch('d', '刘敏', 'u +862')];
    const byRoom = [sketch('a', '刘敏', 'u 3-1-1502'), sketch('b', '刘敏', 'u 3-1-1502'), sketch('d', '刘敏', 'u 3-1-1502')];
    expect(findDuplicates(byNumber, byRoom)).toEqual([
      { a: 'a', b: 'b', why: 'number' },
      { a: 'a', b: 'd', why: 'room' },
      { a: 'b', b: 'd', why: 'room' },
    ]);
  });

  test('the order in which the records give them does not matter', () => {
    const sketches = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name: fc.constantFrom('刘敏', '劉敏', '周强', '刘女士'), shared: fc.constantFrom('x', 'y') }), { maxLength: 12 });
    const shuffled = sketches.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(fc.property(shuffled, shuffled, ([numbers, numbers2], [rooms, rooms2]) => expect(findDuplicates(numbers2, rooms2)).toEqual(findDuplicates(numbers, rooms))));
  });
});
