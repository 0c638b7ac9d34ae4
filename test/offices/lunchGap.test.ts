import { expect, test } from '@jest/globals';
import type { Hours } from '../../server/contract/hours.ts';
import { lunchGaps, withoutLunch } from '../../client/src/offices/Lines/lunchGap.ts';

const weekly = (...spans: [weekday: number, from: number, to: number][]): Hours => ({ kind: 'weekly', spans: spans.map(([weekday, from, to]) => ({ weekday, fromMinute: from * 60, toMinute: to * 60 })) });

test('a line that closes over lunch is told so, with the days, and can be mended at once', () => {
  const hours = weekly([1, 9, 12], [1, 14, 18], [2, 14, 18], [2, 9, 12], [3, 9, 18]);
  expect(lunchGaps(hours)).toEqual([{ fromMinute: 720, toMinute: 840, weekdays: [1, 2] }]);
  expect(lunchGaps(withoutLunch(hours))).toEqual([]);
  expect(withoutLunch(hours)).toEqual(weekly([1, 9, 18], [2, 9, 18], [3, 9, 18]));
});

test('an evening between two shifts is no lunch, nor is a line that never closes', () => {
  expect(lunchGaps(weekly([1, 6, 10], [1, 16, 22]))).toEqual([]);
  expect(lunchGaps(weekly([1, 9, 12]))).toEqual([]);
  expect(lunchGaps({ kind: 'always' })).toEqual([]);
});
