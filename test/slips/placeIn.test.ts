import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeIn } from '../../client/src/slips/SlipFields/useFocusedField.ts';

test.each([
  ['135 1090 2716', '135 1090 2716 转 8012', 0, 0],
  ['135 1090 2716', '135 1090 2716 转 8012', 2, 2],
  ['135 1090 2716', '135 1090 2716 转 8012', 13, 20],
  ['6月11日 周四 10:43', '6月11日 10:43', 3, 3],
  ['6月11日 周四 10:43', '6月11日 10:43', 14, 11],
  ['6月11日 周四 10:43', '6月11日 10:43', 12, 9],
])('a caret in %j is in %j from %i at %i', (before, next, place, there) => {
  expect(placeIn(next, before, place)).toBe(there);
});

test('a place is never outside of the text, and whoever had all of it has all of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat({ max: 20 }), (before, next, at) => {
      const place = placeIn(next, before, Math.min(at, before.length));
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(next.length);
      expect(placeIn(next, before, before.length)).toBe(next.length);
    }),
  );
});
