import { expect, test } from '@jest/globals';
import { openSearchIndexing } from '../../server/search/searchIndexing.ts';
import { manualClock } from '../support/manualClock.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('older records come into the index a little at a time, with pauses; trouble is told and tried again, and the end too', async () => {
  const clock = manualClock();
  let stored = 120;
  let isDown = false;
  const told: unknown[] = [];
  const indexing = openSearchIndexing({
    store: {
      async indexSome(limit) {
        if (isDown) throw new Error('the records are down');
        const some = Math.min(limit, stored);
        stored -= some;
        return some;
      },
      unindexed: async () => stored,
    },
    clock,
    onProgress: (left) => told.push(left),
    onTrouble: (cause) => told.push(String(cause)),
  });
  await indexing.start();
  expect([stored, indexing.left(), told]).toEqual([70, 70, [70]]);
  isDown = true;
  await clock.advance(40);
  await settle();
  expect([stored, indexing.left(), told.at(-1)]).toEqual([70, 70, 'Error: the records are down']);
  isDown = false;
  for (let round = 0; round < 4; round += 1) {
    await clock.advance(5_000);
    await settle();
  }
  expect([stored, indexing.left(), told.at(-1)]).toEqual([0, 0, 0]);
  await indexing.close();
  stored = 1;
  await clock.advance(60_000);
  expect(stored).toBe(1);
});
