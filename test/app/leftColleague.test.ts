import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Slip } from '../../server/contract/slip.ts';
import { openHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

test('[L7] an agent leaves: what he did not finish is on the supervisors\' list', async () => {
  const agent = await house.signIn('agent2');
  const slip = (await (await agent.fetch('/api/slips', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ recipientId: 'zhangwei' }) })).json()) as Slip;
  expect(slip.owner).toMatchObject({ id: 'agent2' });
  const user = house.app.directory.user('agent2');
  if (!user) throw new Error('the house has no agent2');
  await house.app.directory.save({ users: [{ ...user, removedAt: 1 }] });
  const supervisor = await house.signIn('supervisor');
  const owner = async (): Promise<unknown> => ((await (await supervisor.fetch(`/api/slips/${slip.id}`)).json()) as Slip).owner;
  for (let look = 0; look < 100 && (await owner()) !== null; look++) await house.app.settled();
  expect(await owner()).toBeNull();
});
