import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house.close());

test('what waited is shown at each sign-in until it is seen, on every computer of its reader', async () => {
  const as = await house.signIn('agent');
  expect((await house.ask('GET', '/api/shift', { as })).body).toEqual({ isStart: true, seenAt: null });
  house.clock.pass(1000);
  const seenAt = house.clock.now();
  expect((await house.ask('POST', '/api/shift/seen', { as })).body).toEqual({ isStart: false, seenAt });
  expect((await house.ask('GET', '/api/shift', { as: await house.signIn('agent2') })).body).toEqual({ isStart: true, seenAt: null });
  house.clock.pass(1000);
  const again = await house.signIn('agent');
  expect((await house.ask('GET', '/api/shift', { as: again })).body).toEqual({ isStart: true, seenAt });
  await house.ask('POST', '/api/shift/seen', { as: again });
  for (const one of [as, again]) expect((await house.ask('GET', '/api/shift', { as: one })).body).toMatchObject({ isStart: false });
});
