import { afterEach, expect, test } from '@jest/globals';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
afterEach(() => house.close());

const asVisitor = async (): Promise<unknown> => (await house.ask('GET', '/api/welcome')).body;
const everybodyIs = (demo: boolean): Promise<void> => house.directory.save({ users: house.directory.all().users.map((user) => ({ ...user, demo })) });

test('a visitor is told whether this server is set up and whether demo users may sign in, and nothing else', async () => {
  house = await aHouse();
  await everybodyIs(true);
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: true });
  await everybodyIs(false);
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: false });
});

test('off this machine demo users are not spoken of: they may not sign in', async () => {
  house = await aHouse({ loopbackOnly: false });
  await everybodyIs(true);
  expect(await asVisitor()).toEqual({ needsSetup: false, demo: false });
});
