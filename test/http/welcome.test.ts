import { afterEach, expect, test } from '@jest/globals';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
afterEach(() => house.close());

const asVisitor = async (): Promise<unknown> => (await house.ask('GET', '/api/welcome')).body;

test('a visitor is told whether this server is set up and whether demo users may sign in, and nothing else', async () => {
  house = await aHouse();
  const [first] = house.directory.all().users;
  if (!first) throw new Error('the house has nobody');
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: false });
  await house.directory.save({ users: [{ ...first, demo: true }] });
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: true });
});

test('off this machine demo users are not spoken of: they may not sign in', async () => {
  house = await aHouse({ loopbackOnly: false });
  const [first] = house.directory.all().users;
  if (!first) throw new Error('the house has nobody');
  await house.directory.save({ users: [{ ...first, demo: true }] });
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: false });
});
