import { describe, expect, test } from '@jest/globals';
import { en } from '../../client/src/i18n/en.ts';
import { zh } from '../../client/src/i18n/zh.ts';
import { checks, judgeLine, runLineTest } from '../../client/src/phone/lineTest/lineTest.ts';
import type { CheckId, CheckResult, LineTestNeeds } from '../../client/src/phone/lineTest/lineTest.ts';

const well: LineTestNeeds = {
  ask: async () => ({ roundTripMs: 20, aheadMs: 0 }),
  isLive: () => true,
  openMicrophone: async () => 'granted',
  phone: () => ({ kind: 'practice', status: { state: 'registered', trouble: null }, details: [] }),
  callNobody: null,
};
const carrier = { kind: 'twilio', status: { state: 'registered', trouble: null }, details: [] } as const;

async function run(over: Partial<LineTestNeeds>): Promise<{ results: Record<CheckId, CheckResult>; order: string[] }> {
  const results: Partial<Record<CheckId, CheckResult>> = {};
  const order: string[] = [];
  await runLineTest({ ...well, ...over }, (check, result) => {
    order.push(`${check} ${result === 'running' ? 'running' : result.state}`);
    if (result !== 'running') results[check] = result;
  });
  return { results: results as Record<CheckId, CheckResult>, order };
}

describe('the line test', () => {
  test('looks at one thing after the other and tells each as it is known', async () => {
    const { order } = await run({});
    expect(order).toEqual(checks.flatMap((check) => [`${check} running`, `${check} good`]));
  });

  test.each([
    ['a server that is slow', { ask: async () => ({ roundTripMs: 700, aheadMs: 0 }) }, 'server', { state: 'weak', say: 'serverSlow', values: { ms: 700 } }],
    ['a server that does not answer', { ask: () => Promise.reject(new Error('offline')) }, 'server', { state: 'bad', say: 'serverBad', trouble: 'server' }],
    ['a page that loads while the live connection is cut', { isLive: () => false }, 'server', { state: 'bad', say: 'serverNotLive' }],
    ['a clock that is fast', { ask: async () => ({ roundTripMs: 20, aheadMs: 61_000 }) }, 'clock', { state: 'weak', say: 'clockFast', values: { seconds: 61 } }],
    ['a clock that is slow', { ask: async () => ({ roundTripMs: 20, aheadMs: -9_000 }) }, 'clock', { state: 'weak', say: 'clockSlow', values: { seconds: 9 } }],
    ['a clock that cannot be compared', { ask: () => Promise.reject(new Error('offline')) }, 'clock', { state: 'weak', say: 'clockUnknown' }],
    ['a microphone that is not allowed', { openMicrophone: async () => 'denied' }, 'microphone', { state: 'bad', trouble: 'microphoneDenied' }],
    ['a microphone that breaks', { openMicrophone: () => Promise.reject(new Error('driver')) }, 'microphone', { state: 'bad', say: 'failed' }],
    ['a phone in another window', { phone: () => ({ ...carrier, status: { state: 'elsewhere' as const } }) }, 'phone', { state: 'weak', say: 'phoneElsewhere' }],
    ['a phone that is not registered', { phone: () => ({ ...carrier, status: { state: 'unregistered' as const, trouble: 'account' as const } }) }, 'phone', { state: 'bad', trouble: 'account' }],
    ['a phone that rings, with something to tell', { phone: () => ({ ...carrier, status: { state: 'registered' as const, trouble: 'refreshing' as const } }) }, 'phone', { state: 'weak', say: 'phoneWeak', trouble: 'refreshing' }],
    ['a carrier’s line that may not call out', { phone: () => carrier }, 'line', { state: 'weak', say: 'lineNoCallsOut' }],
    ['a test call that does not come through', { phone: () => carrier, callNobody: async () => ({ kind: 'trouble' as const, trouble: 'media' as const }) }, 'line', { state: 'bad', say: 'lineTrouble', trouble: 'media' }],
  ] satisfies [string, Partial<LineTestNeeds>, CheckId, object][])('%s is told in words', async (_, over, check, expected) => {
    const { results } = await run(over);
    expect(results[check]).toMatchObject(expected);
  });

  test('one slow answer among five is not a slow server', async () => {
    let asked = 0;
    const { results } = await run({ ask: async () => ({ roundTripMs: asked++ === 0 ? 3000 : 30, aheadMs: 0 }) });
    expect(results.server).toMatchObject({ state: 'good', values: { ms: 30 } });
  });

  test('a good phone hears itself called good, a bad one what to change', () => {
    expect(judgeLine({ kind: 'measured', mos: 4.3, roundTripMs: 60, jitterMs: 4, lostPercent: 0 })).toMatchObject({ state: 'good' });
    expect(judgeLine({ kind: 'measured', mos: 4.3, roundTripMs: 420, jitterMs: 4, lostPercent: 0 })).toMatchObject({ state: 'weak', say: 'lineWeak' });
    expect(judgeLine({ kind: 'measured', mos: 2.4, roundTripMs: 700, jitterMs: 80, lostPercent: 9 })).toMatchObject({ state: 'bad', say: 'lineBad', values: { mos: '2.4', ms: 700, jitter: 80, lost: '9.0' } });
  });

  test('every value of a result has its place in the sentence of both languages', () => {
    for (const words of [zh, en]) {
      expect(words.phoneCheck.results.clockFast).toContain('{{seconds}}');
      for (const say of ['lineGood', 'lineWeak', 'lineBad'] as const) expect(words.phoneCheck.results[say]).toMatch(/\{\{mos\}\}.*\{\{ms\}\}.*\{\{lost\}\}/);
    }
  });
});
