import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { CallCard } from '../../server/contract/card.ts';
import type { Slip } from '../../server/contract/slip.ts';
import { aLegCallback, alwaysClosed, anIncomingCall, attributes, legSidOf, openHouse, verbs } from '../support/house.ts';
import type { House } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** Lets the sockets and threads work until nothing has happened for a moment. */
async function quiet(isDone: () => boolean): Promise<void> {
  const until = performance.now() + 80;
  while (!isDone() && performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
}

/** Sends a webhook while the records hang: once the answer waits for nothing but time, the clock goes to its next timer. */
async function postWhileHung(to: string, params: Record<string, string>): Promise<{ xml: string; waitedMs: number }> {
  const began = house.clock.now();
  const answers: { xml: string }[] = [];
  const posting = house.post(to, params).then((reply) => answers.push(reply));
  for (;;) {
    await quiet(() => answers.length > 0);
    const [answer] = answers;
    if (answer) {
      await posting;
      return { ...answer, waitedMs: house.clock.now() - began };
    }
    await house.clock.advance(house.clock.nextIn() ?? 0);
  }
}

describe('records that hang while calls are answered', () => {
  test('[C3] every caller is answered within the budget from memory, the facts go to the journal, and the records get them all when they are back', async () => {
    await house.atDesk('agent');
    const release = house.app.store.testing.hold();
    const ringing = anIncomingCall();
    const rung = await postWhileHung('/twilio/voice', ringing);
    expect(verbs(rung.xml)).toEqual(['Dial', 'Client']);
    expect(rung.waitedMs).toBeLessThanOrEqual(1200);

    const attended = anIncomingCall({ To: alwaysClosed });
    const first = await postWhileHung('/twilio/voice', attended);
    expect(verbs(first.xml)).toContain('Gather');
    const second = await postWhileHung(attributes(first.xml, 'Gather', 'action')[0] ?? '', { ...attended, CallStatus: 'in-progress', SpeechResult: '我家厨房漏水了' });
    expect(second.xml).toMatch(/请问您贵姓/);
    expect(second.waitedMs).toBeLessThanOrEqual(1200);
    expect(house.app.desk.trouble()).toMatchObject({ memory: 0 });
    expect(house.app.desk.trouble().journal).toBeGreaterThanOrEqual(3);

    release();
    await house.advance(10_000);
    expect(house.app.desk.trouble()).toEqual({ journal: 0, memory: 0 });
    await house.advance(70_000);
    const desk = await house.signIn('supervisor');
    expect(((await (await desk.fetch(`/api/calls/${ringing.CallSid}`)).json()) as CallCard).offeredTo).toEqual(['agent']);
    const { items } = (await (await desk.fetch(`/api/slips?callId=${attended.CallSid}`)).json()) as { items: Slip[] };
    expect(items).toMatchObject([{ message: '我家厨房漏水了' }]);
  });

  test('[K1] whose number it is does not hold up the answer, and stands on the card when the records are back', async () => {
    await house.atDesk('agent');
    const release = house.app.store.testing.hold();
    const call = anIncomingCall({ From: '+8613800138001' });
    const rung = await postWhileHung('/twilio/voice', call);
    expect(verbs(rung.xml)).toEqual(['Dial', 'Client']);
    expect(rung.waitedMs).toBeLessThanOrEqual(1200);
    const before = house.app.desk.openCards().find(({ id }) => id === call.CallSid);
    expect(before?.caller).toMatchObject({ number: '+8613800138001', matches: [] });
    release();
    await house.advance(10_000);
    const after = house.app.desk.openCards().find(({ id }) => id === call.CallSid);
    expect(after?.caller.matches.map(({ name }) => name)).toEqual(['刘敏', '周强']);
    expect(after?.version).toBeGreaterThan(before?.version ?? 0);
  });

  test('[S3] the Dial action, which keeps two facts, waits once', async () => {
    await house.atDesk('agent');
    const call = anIncomingCall();
    const { xml } = await house.post('/twilio/voice', call);
    const release = house.app.store.testing.hold();
    const back = await postWhileHung(attributes(xml, 'Dial', 'action')[0] ?? '', { ...call, CallStatus: 'ringing', DialCallStatus: 'no-answer' });
    expect(back.xml).toMatch(/您好,阳光花园管理处/);
    expect(back.waitedMs).toBeLessThanOrEqual(1200);
    release();
    await house.advance(10_000);
  });

  test('[R2] our timer cancels phones all the same', async () => {
    await house.atDesk('agent');
    const release = house.app.store.testing.hold();
    const arrivedAt = house.clock.now();
    const call = anIncomingCall();
    const { xml } = await postWhileHung('/twilio/voice', call);
    const leg = legSidOf('ringing while hung');
    await postWhileHung(attributes(xml, 'Client', 'statusCallback')[0] ?? '', aLegCallback(call, 'agent', 'ringing', leg));
    const isCancelled = (): boolean => house.rest.requests.some(({ params }) => params['Status'] === 'canceled');
    // Beyond the budget of the deadline's own fact; the carrier's answer takes real time.
    while (house.clock.now() < arrivedAt + 13_500) {
      await house.clock.advance(Math.min(house.clock.nextIn() ?? 0, arrivedAt + 13_500 - house.clock.now()));
      await quiet(isCancelled);
    }
    while (!isCancelled()) await quiet(isCancelled);
    expect(house.clock.now()).toBeLessThan(arrivedAt + 15_000);
    release();
    await house.advance(10_000);
  });

  test('[C3] what only the journal holds survives a restart', async () => {
    const { folder, clock } = house;
    const release = house.app.store.testing.hold();
    const call = anIncomingCall({ To: alwaysClosed });
    const { xml } = await postWhileHung('/twilio/voice', call);
    await postWhileHung(attributes(xml, 'Gather', 'action')[0] ?? '', { ...call, CallStatus: 'in-progress', SpeechResult: '垃圾没人收' });
    // The process dies here: nothing more reaches the records. A copy of the folder is all that the next one has.
    const { cpSync, mkdtempSync } = await import('node:fs');
    const copy = mkdtempSync(`${folder}-copy-`);
    cpSync(folder, copy, { recursive: true });
    release();
    await house.advance(10_000);
    const next = await openHouse({ folder: copy, clock });
    try {
      const desk = await next.signIn('supervisor');
      expect(await (await desk.fetch(`/api/calls/${call.CallSid}`)).json()).toMatchObject({ state: 'attended', slipIds: [`S${call.CallSid}`] });
      await next.app.settled();
      const { items } = (await (await desk.fetch(`/api/slips?callId=${call.CallSid}`)).json()) as { items: Slip[] };
      expect(items).toMatchObject([{ message: '垃圾没人收' }]);
    } finally {
      await next.close();
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
