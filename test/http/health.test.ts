import { afterEach, describe, expect, test } from '@jest/globals';
import { aHouse } from './aHouse.ts';
import type { House, HouseOptions } from './aHouse.ts';

let house: House;
const open = async (options?: HouseOptions): Promise<House> => (house = await aHouse(options));
afterEach(() => house.close());

test('the process is up as soon as it answers', async () => {
  await open({ http: { readiness: [{ name: 'database', check: () => Promise.reject(new Error('gone')) }] } });
  expect((await house.ask('GET', '/healthz')).status).toBe(200);
});

describe('readiness', () => {
  test('is every check by name', async () => {
    await open({ http: { readiness: [{ name: 'database', check: async () => undefined }] } });
    expect(await house.ask('GET', '/readyz')).toMatchObject({ status: 200, body: { ready: true, checks: { database: { ok: true } } } });
  });

  test('is lost when one check fails; why is logged, not told', async () => {
    await open({ http: { readiness: [{ name: 'database', check: async () => undefined }, { name: 'journal', check: () => Promise.reject(new Error('disk full at /secret')) }] } });
    const answer = await house.ask('GET', '/readyz');
    expect(answer).toMatchObject({ status: 503, body: { ready: false, checks: { database: { ok: true }, journal: { ok: false } } } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(JSON.stringify(house.logged)).toContain('disk full');
  });

  test('waits one second for a check that hangs, and no longer', async () => {
    let asked: () => void;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    await open({
      http: {
        readiness: [{ name: 'database', check: () => new Promise(() => asked()) }],
      },
    });
    const answer = house.ask('GET', '/readyz');
    await isAsked;
    house.clock.pass(1000);
    expect(await answer).toMatchObject({ status: 503, body: { checks: { database: { ok: false, ms: 1000 } } } });
  });
});

describe('metrics', () => {
  test('count rings, the promise of three, webhooks, and facts that are not in the records', async () => {
    await open();
    house.metrics.webhook('voice', 'answered', 12);
    await house.ring('CAquick');
    house.clock.pass(4000);
    await house.accept('CAquick');
    await house.hangUp('CAquick');
    await house.ring('CAgaveUpEarly');
    house.clock.pass(5000);
    await house.hangUp('CAgaveUpEarly');
    await house.ring('CAwaitedInVain');
    house.clock.pass(16_000);
    await house.hangUp('CAwaitedInVain');
    const { body } = await house.ask('GET', '/metrics');
    for (const line of [
      'three_rings_answered_in_ring_bucket{le="1"} 1',
      'three_rings_calls_measured_total 2',
      'three_rings_answered_within_three_rings_total 1',
      'three_rings_facts_in_journal 2',
      'three_rings_facts_not_durable 1',
      'three_rings_webhook_seconds_count{kind="voice",result="answered"} 1',
    ]) {
      expect(body).toContain(line);
    }
  });
});
