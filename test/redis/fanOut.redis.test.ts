import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFanOut } from '../../server/redis/fanOut.ts';
import { describeLiveFanOut } from '../suites/liveFanOut.ts';
import { startRedis } from './redisServer.ts';
import type { RedisServer } from './redisServer.ts';

const silent = { info: () => undefined, error: () => undefined };

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
}, 180_000);
afterAll(() => redis.stop());

describeLiveFanOut('a real Redis', async () => {
  const here = openFanOut({ url: redis.url, log: silent });
  const there = openFanOut({ url: redis.url, log: silent });
  await Promise.all([here.health(), there.health()]);
  return {
    here: here.adapter,
    there: there.adapter,
    async close() {
      await Promise.all([here.close(), there.close()]);
    },
  };
});

describe('a Redis that is down', () => {
  test('delays nobody: opening returns at once, who asks for its health is told when it is given up', async () => {
    const nowhere = openFanOut({ url: 'redis://127.0.0.1:1', log: silent });
    const asked = expect(nowhere.health()).rejects.toThrow(/closed/i);
    await nowhere.close();
    await asked;
  });
});
