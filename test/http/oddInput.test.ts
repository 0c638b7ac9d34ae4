import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { errorBody } from '../../server/contract/errors.ts';
import { newSlip } from '../../server/contract/slip.ts';
import { aHouse } from './aHouse.ts';
import type { Answer, House } from './aHouse.ts';

let house: House;
let as: string;
beforeAll(async () => {
  house = await aHouse({ limits: { perAddress: 10_000, perUser: 10_000, setupPerAddress: 10_000 } });
  as = await house.signIn('admin');
  await house.slipDesk.create({ unitId: 'garden' }, { id: 'agent', name: 'A' }, 0);
});
afterAll(() => house.close());

const oddText = fc.string({ unit: 'binary', maxLength: 4096 });
const oddValue = fc.oneof(fc.jsonValue(), oddText);

/** Served, or refused in our own shape with a 4xx; never a 5xx. */
function isAnswered({ status, body }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status >= 400) expect(errorBody.safeParse((body as { error: unknown }).error).success).toBe(true);
}

describe('whatever is sent', () => {
  test('as the body of a slip, a sign-in or a set-up is served or refused by name', async () => {
    const fields = Object.fromEntries(Object.keys(newSlip.shape).map((name) => [name, oddValue]));
    const body = fc.oneof(fc.record(fields, { requiredKeys: [] }), oddValue);
    const door = fc.constantFrom(['POST', '/api/slips'], ['PATCH', '/api/slips/S1'], ['POST', '/api/session'], ['POST', '/api/setup']);
    await fc.assert(
      fc.asyncProperty(door, body, async ([method = '', path = ''], value) => isAnswered(await house.ask(method, path, { as, body: JSON.stringify(value) }))),
      { numRuns: 200 },
    );
  });

  test('as a path or a query is served or refused', async () => {
    const path = fc.constantFrom('/api/calls', '/api/slips', '/api/people', '/api/recordings', '/api/setup');
    const names = fc.constantFrom('q', 'limit', 'unitId', 'state', 'cursor', 'token', '__proto__', 'constructor');
    // Lone surrogates cannot stand in a URL at all.
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(path, text, fc.array(fc.tuple(names, text), { maxLength: 4 }), async (base, id, query) => {
        const tail = id === '' ? '' : `/${encodeURIComponent(id)}`;
        isAnswered(await house.ask('GET', `${base}${tail === '/.' || tail === '/..' ? '' : tail}?${new URLSearchParams(query).toString()}`, { as }));
      }),
      { numRuns: 200 },
    );
  });
});
