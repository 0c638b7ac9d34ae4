import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Letter } from '../../server/contract/letter.ts';
import { openPracticeHouse } from './support/practiceHouse.ts';
import type { PracticeHouse } from './support/practiceHouse.ts';
import { openSlipLinks } from '../../server/channels/slipLink.ts';

const phone = '+85291234501';
const caller = '+85262340001';
let house: PracticeHouse;
let address: string;
let slipId: string;

beforeEach(async () => {
  house = await openPracticeHouse();
  const agent = await house.signIn('agent');
  const answer = await agent.fetch('/api/slips', { method: 'POST', body: JSON.stringify({ unitId: 'harbour', recipient: 'Emily Carter', recipientId: 'emilycarter', callerName: 'Mr Lau', callerNumber: caller, message: 'lift', actionsRequested: ['call-back'], state: 'taken' }) });
  slipId = ((await answer.json()) as { id: string }).id;
  const emily = house.app.directory.staff('emilycarter');
  if (!emily) throw new Error('the demo has no Emily');
  await house.app.directory.save({ staff: [{ ...emily, reach: [{ channel: 'sms', address: phone, secret: '', mention: '' }] }] });
  await agent.fetch(`/api/slips/${slipId}/again`, { method: 'POST' });
  const { store } = house.app;
  const sending = (await store.slips.sendingsOf(slipId)).findLast(({ to }) => to.id === 'emilycarter');
  if (!sending) throw new Error('she was sent nothing');
  const links = openSlipLinks((await store.people.getSetting('slip-link-secret')) ?? '', 'http://x');
  address = `${house.url}/api/letters/${links.token({ sendingId: sending.id, expiresAt: house.clock.now() + 3_600_000 })}`;
});
afterEach(() => house.close());

const callBack = (): Promise<Response> => fetch(`${address}/call-back`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
const look = async (): Promise<Extract<Letter, { standing: 'yours' }>> => {
  const letter = (await (await fetch(address)).json()) as Letter;
  if (letter.standing !== 'yours') throw new Error(letter.standing);
  return letter;
};
const calledBack = async (): Promise<string[]> => (await look()).acts.filter(({ what }) => what === 'called-back').map(({ words }) => words);

test('a call-back rings at her phone and then at the caller’s, from the line’s number; one at a time; what came of it is kept once, however often it is told', async () => {
  house.set({ callbacks: { doubled: true } });
  house.carrier.setCallee(phone, { outcome: 'answers', afterMs: 2000 });
  house.carrier.setCallee(caller, { outcome: 'busy', afterMs: 1500 });
  expect((await callBack()).status).toBe(200);
  expect((await callBack()).status).toBe(409);
  expect(await look()).toMatchObject({ isAcknowledged: true, callBack: { kind: 'line', isUnderWay: true } });
  await house.until(async () => (await calledBack()).length > 0, 120_000);
  await house.advance(10_000);
  expect(await calledBack()).toEqual(['the line was busy']);
  expect((await look()).callBack).toEqual({ kind: 'line', isUnderWay: false });
});

test('her own phone does not answer: nobody was called, nothing is kept, and she may press again', async () => {
  house.carrier.setCallee(phone, { outcome: 'no-answer' });
  expect((await callBack()).status).toBe(200);
  await house.until(async () => !(await isUnderWay()), 120_000);
  expect(await calledBack()).toEqual([]);
  expect((await callBack()).status).toBe(200);
});

async function isUnderWay(): Promise<boolean> {
  const { callBack: offer } = await look();
  return offer.kind === 'line' && offer.isUnderWay;
}
