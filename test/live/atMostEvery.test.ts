import { expect, test } from '@jest/globals';
import { atMostEvery } from '../../server/live/atMostEvery.ts';
import { handClock } from '../http/handClock.ts';

test('news that comes often is told at once, then once a second, and the last of it is never lost', () => {
  const clock = handClock(0);
  const told: number[] = [];
  const { news, stop } = atMostEvery(clock, 1000, () => told.push(clock.now()));
  news();
  for (let at = 100; at <= 2500; at += 100) {
    clock.pass(100);
    news();
  }
  clock.pass(10_000);
  expect(told).toEqual([0, 1000, 2000, 3000]);
  news();
  expect(told.at(-1)).toBe(12_500);
  stop();
  expect(clock.waiting()).toBe(0);
});
