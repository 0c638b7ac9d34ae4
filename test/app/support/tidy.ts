import { expect } from '@jest/globals';
import type { CallCard } from '../../../server/contract/card.ts';
import type { Slip } from '../../../server/contract/slip.ts';
import type { PracticeCall } from '../../../server/practice/carrier.ts';
import type { PracticeHouse, Robot } from './practiceHouse.ts';

/**
 * Nothing of an ended call is left behind: ended was told once, also on the wire; no agent is reserved; nothing is left to do for it; the carrier found no fault
 * with any document of ours, and none of its requests went unanswered.
 */
export async function expectTidy(house: PracticeHouse, call: PracticeCall, watchers: readonly Robot[] = []): Promise<void> {
  expect(call.errors).toEqual([]);
  expect(house.told(call.sid, 'ended')).toBe(1);
  for (const { console } of watchers) {
    // A command is acknowledged after all that the server sent before.
    await console.command('phone:state', { state: 'registered' });
    expect(console.cards.filter((card) => card.id === call.sid && card.state === 'ended')).toHaveLength(1);
  }
  expect([...house.app.desk.heldAgents()]).toEqual([]);
  const jobs = (await house.app.store.jobs.loadOpenJobs()).filter(({ job }) => job.callId === call.sid);
  // Whether a call still lives is asked every five minutes; of one that is over, once more and never again.
  expect(jobs.filter(({ job }) => job.kind !== 'reconcile')).toEqual([]);
  expect(house.app.desk.trouble()).toEqual({ journal: 0, memory: 0 });
  const legs = new Set([call.sid, ...call.events.map((event) => event.legSid)]);
  const requests = house.carrier.requests.filter((request) => legs.has(request.callSid));
  const unexpected = requests.filter(({ kind, status }) => kind === 'fallback' || status !== (kind.endsWith('-status') ? 204 : 200));
  expect(unexpected.map(({ kind, url, status, failure, body }) => ({ kind, url, status, failure, body }))).toEqual([]);
}

/** The slips of a call, as the robot's console reads them: what the attendant took is the front desk's too. */
export async function slipsOf(robot: Robot, callId: string): Promise<Slip[]> {
  const response = await robot.console.fetch(`/api/slips?callId=${callId}`);
  return ((await response.json()) as { items: Slip[] }).items;
}

/** The caller heard somebody within three rings by the carrier's own measure, and the card says so too. */
export function expectInTime(call: PracticeCall, card: CallCard): void {
  expect(call.answeredInRing).not.toBeNull();
  expect(call.answeredInRing).toBeLessThanOrEqual(3);
  expect(card.rings).toMatchObject({ late: false });
  expect(card.rings.answeredIn).toBeLessThanOrEqual(3);
}
